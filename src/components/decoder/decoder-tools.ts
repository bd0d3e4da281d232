/** What the decoder loads with the first paste: the rules and how to show what they find. */

export { catalogueOf } from '../../domain/errors/catalogue.ts';
export { decode } from '../../domain/errors/decode.ts';
export { readPasted } from '../../domain/errors/pasted-text.ts';
export { redact } from '../../domain/errors/redact.ts';
export { compareRedirect } from '../../domain/redirect-difference.ts';
export { findingsLine, findingsView, make, redirectView } from './decoded-view.ts';
export { chunkSay, loadChunk } from './decoder-words.ts';
