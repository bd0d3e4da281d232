/** Loaded with the first answer: the rules, and the links to follow from their findings. */

export { guideRedirects } from '../../domain/compare/redirect-advice.ts';
export { readDryRunAnswer } from '../../domain/sign-in/dry-run-answer.ts';
export { showLinkedFindings } from '../findings-list.ts';
export { stepLinks } from '../step-links.ts';
