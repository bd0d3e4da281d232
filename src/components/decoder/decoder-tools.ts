/** What the decoder loads with the first paste: the rules and how to show what they find. */

export { default as loadErrors } from 'virtual:lotse-errors';
export { speaker } from '../../i18n/words.ts';
export { catalogueOf } from '../../domain/errors/catalogue.ts';
export { decode } from '../../domain/errors/decode.ts';
export { guideRedirects, redirectAdvice } from '../../domain/compare/redirect-advice.ts';
export { compareRedirect } from '../../domain/compare/redirect-difference.ts';
export { make } from '../dom.ts';
export { findingsLine, findingsView, redirectView } from './decoded-view.ts';
export { mendingList, ownSteps } from './mending-list.ts';
export { firstTopics, TextToPassOn } from './text-to-pass-on.ts';
