/** What comes with the first answer: the rules, and the links that lead on from what they find. */

export { guideRedirects } from '../../domain/compare/redirect-advice.ts';
export { readDryRunAnswer } from '../../domain/sign-in/dry-run-answer.ts';
export { showMended } from '../findings-list.ts';
export { stepLinks } from '../step-links.ts';
