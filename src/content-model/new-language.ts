/** What a new language begins with. */

import { isLanguage, languages } from '../i18n/languages.ts';
import type { ContentFiles } from './content-files.ts';
import { recordFile, recordText } from './revisions.ts';

/** The files to write, by path below the project's folder; or why there cannot be such a language. */
export type NewLanguage =
  | { readonly ok: true; readonly name: string; readonly written: ReadonlyMap<string, string> }
  | { readonly ok: false; readonly problem: string };

/** What translators of a language agree upon. */
function notes(name: string, code: string): string {
  return `# ${name}

What translators into this language agree upon. Start with [the first translation](README.md); \`fr.md\` shows what belongs here.

- Tone: how readers are addressed, how steps are worded.
- Typography: quotation marks, spaces, dates.
- Terms: one word for each thing, as in \`src/content/glossary/${code}.yml\`.
- Traps: what is easily translated wrongly.
`;
}

function nameOf(code: string): string {
  const name = new Intl.DisplayNames([code], { type: 'language' }).of(code) ?? code;
  return name.charAt(0).toLocaleUpperCase(code) + name.slice(1);
}

/** A language by its code, such as \`it\`: a row of the table of languages, empty words, and a file for what its translators agree upon. */
export function newLanguage(files: ContentFiles, code: string): NewLanguage {
  if (
    !/^[a-z]{2}$/.test(code) ||
    new Intl.DisplayNames(['en'], { type: 'language', fallback: 'none' }).of(code) === undefined
  ) {
    return {
      ok: false,
      problem: `“${code}” is not the code of a language: two letters, such as “it” for Italian.`,
    };
  }
  if (isLanguage(code)) return { ok: false, problem: `There is ${languages[code].name} already.` };
  const name = nameOf(code);
  const locale = new Intl.Locale(code).maximize();
  const rows = {
    ...languages,
    [code]: {
      name,
      locale: `${code}-${locale.region ?? code.toUpperCase()}`,
      otherLabels: 'en',
      offer: name,
    },
  };
  const written = new Map([
    ['src/content/languages.json', `${JSON.stringify(rows, null, 2)}\n`],
    [`src/content/${recordFile(code)}`, recordText({})],
    [`docs/translating/${code}.md`, notes(name, code)],
  ]);
  if (!files.has(`words/${code}.json`)) written.set(`src/content/words/${code}.json`, '{}\n');
  return { ok: true, name, written };
}
