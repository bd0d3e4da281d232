/** Labels of Microsoft's portals in the languages that a page offers them in. */

import { getCollection, getEntry } from 'astro:content';
import { languages, sourceLanguage, type Language } from '../i18n/languages.ts';
import { oncePerBuild } from './once-per-build.ts';

/** Which of the two languages of labels a page shows, as `data-lotse-labels` chooses. */
export const labelSides = ['own', 'other'] as const;

/** A label in one of a page's two languages; English where that language's word was never found. */
export interface ShownLabel {
  readonly side: (typeof labelSides)[number];
  readonly text: string;
  readonly lang: Language;
  readonly isConfirmed: boolean;
}

const translated = oncePerBuild(
  async () =>
    new Map(
      (await getCollection('translatedLabels')).map(({ id, data }) => [
        id.replace('labels-', ''),
        data,
      ]),
    ),
);

/** A label for the pages of a language. @throws if there is none of this id, which the content check finds first */
export async function labelIn(id: string, language: Language): Promise<readonly ShownLabel[]> {
  const entry = await getEntry('portalLabels', id);
  if (!entry) throw new Error(`There is no portal label “${id}”`);
  const { de, en } = entry.data;
  const all = await translated();
  const wordIn = (code: Language): string | undefined => {
    if (code === 'en') return en;
    return code === sourceLanguage ? de : all.get(code)?.[id]?.label;
  };
  const { otherLabels } = languages[language];
  return labelSides.map((side) => {
    const code = side === 'own' ? language : otherLabels;
    const text = wordIn(code);
    return {
      side,
      text: text ?? en,
      lang: text === undefined ? 'en' : code,
      isConfirmed: text !== undefined,
    };
  });
}
