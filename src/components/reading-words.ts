/** What is said of a value or a note that was read; it comes with the readers of input. */

import { isLanguage, sourceLanguage } from '../i18n/languages.ts';
import { addWords } from './page-words.ts';

const chunks = {
  de: () => import('lotse-words:de/problems.,notes.'),
  en: () => import('lotse-words:en/problems.,notes.'),
};

/** Brings the words for problems and notes in the page's language. Rejects where they do not arrive. */
export async function loadReadingWords(): Promise<void> {
  const { lang } = document.documentElement;
  addWords((await chunks[isLanguage(lang) ? lang : sourceLanguage]()).default);
}
