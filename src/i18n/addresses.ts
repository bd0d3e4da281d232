import { sourceLanguage, type Language } from './languages.ts';

/** Pages of a guide that are not steps; no step may have one of these ids. */
export const reservedStepIds = [
  'all',
  'check',
  'hand-over',
  'renew',
  'remove',
  'summary',
  'values',
] as const;

/**
 * The path of a page: `address('de', 'ipm-cloud', 'redirect-uris')` is `/ipm-cloud/redirect-uris/`;
 * in other languages it starts with the language code. Addresses keep working (README, “Promises”): one that changes
 * gets a row in `content/redirects.yml`.
 */
export function address(language: Language, ...parts: readonly string[]): string {
  const prefix = language === sourceLanguage ? [] : [language];
  return `/${[...prefix, ...parts].map((part) => `${part}/`).join('')}`;
}

/** The parts of a German address: of `/ipm-cloud/owner/`, `ipm-cloud` and `owner`. */
export function partsOf(path: string): readonly string[] {
  return path.split('/').filter((part) => part !== '');
}
