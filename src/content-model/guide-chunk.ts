/**
 * Makes the modules about guides that are loaded with the first text of a reader: `virtual:lotse-guides`, what a paste is
 * compared with, and `virtual:lotse-guide-names`, what each thing is called in the page's language. Modules, because no
 * page may fetch data, and loaded late, so that pages do not carry what most readers never need.
 */

import { parse } from 'yaml';
import { branchOfField, expectedField } from '../domain/check/product-form.ts';
import type { ExpectedForm, KnownGuide } from '../domain/check/expectation.ts';
import type { Guide, ProductForm } from '../domain/guide/guide.ts';
import { isLanguage, sourceLanguage, type Language } from '../i18n/languages.ts';
import type { GuideNames, StepTitle } from '../i18n/guide-names.ts';
import { loaderOf } from '../i18n/word-chunks.ts';
import { filesLike, sourceSharedFile, sourceStepFile, type ContentFiles } from './content-files.ts';
import { guideOf, guideSchema } from './guide.ts';
import { componentsIn, namedIn } from './prose-parts.ts';
import { guideWordsSchema, stepSchema } from './prose.ts';
import { soundContent } from './read-content.ts';

const guidesModule = 'virtual:lotse-guides';
const namesModule = 'virtual:lotse-guide-names';

function guidesIn(files: ContentFiles): readonly Guide[] {
  return filesLike(files, /^guides\/([^/]+)\/guide\.yml$/).map(([, text, id]) =>
    guideOf(id, guideSchema.parse(parse(text))),
  );
}

/** The forms that a step shows, itself or by the shared prose that it includes. */
function formsShown(files: ContentFiles, guide: string, step: string): readonly string[] {
  const own = componentsIn(files.get(sourceStepFile(guide, step)) ?? '');
  const shared = namedIn(own, 'shared').flatMap((id) =>
    componentsIn(files.get(sourceSharedFile(id)) ?? ''),
  );
  return namedIn([...own, ...shared], 'form');
}

function expectedForm(files: ContentFiles, guide: Guide, form: ProductForm): ExpectedForm {
  const fields = form.fields.flatMap(
    (field) => expectedField(branchOfField(guide, form, field), field) ?? [],
  );
  const step = guide.steps.find(({ id }) => formsShown(files, guide.id, id).includes(form.id));
  return { id: form.id, ...(form.when && { when: form.when }), fields, step: step?.id };
}

/** The guides by id, each with the product's forms. @throws if a guide.yml has mistakes, which the content check reports. */
export function guideChunkOf(files: ContentFiles): Readonly<Record<string, KnownGuide>> {
  return Object.fromEntries(
    guidesIn(files).map((guide) => [
      guide.id,
      { guide, forms: guide.forms.map((form) => expectedForm(files, guide, form)) },
    ]),
  );
}

const frontmatter = /^---\n([^]*?)\n---/;

function titleOf(text: string): string {
  return stepSchema.parse(parse(frontmatter.exec(text)?.[1] ?? '')).title;
}

function stepTitle(files: ContentFiles, { id }: Guide, step: string, wanted: Language): StepTitle {
  const own = files.get(`guides/${id}/${wanted}/${step}.mdx`);
  if (own !== undefined) return { text: titleOf(own) };
  return { text: titleOf(files.get(sourceStepFile(id, step)) ?? ''), lang: sourceLanguage };
}

/** The names of each guide's values, options and steps in a language; untranslated ones in German. */
export function guideNamesOf(
  files: ContentFiles,
  language: Language,
): Readonly<Record<string, GuideNames>> {
  const entries = guidesIn(files).map((guide) => {
    const [own, source] = [language, sourceLanguage].map((code) =>
      files.get(`guides/${guide.id}/${code}/guide-words.yml`),
    );
    const { values } = guideWordsSchema.parse(parse(own ?? source ?? ''));
    const named = Object.entries(values);
    const steps = guide.steps.map(({ id }) => [id, stepTitle(files, guide, id, language)] as const);
    const names: GuideNames = {
      values: Object.fromEntries(named.map(([id, { label }]) => [id, label])),
      options: Object.fromEntries(named.map(([id, { options }]) => [id, options])),
      steps: Object.fromEntries(steps),
      forms: Object.fromEntries(guide.forms.map(({ id, tab, title }) => [id, tab ?? title])),
    };
    return [guide.id, names] as const;
  });
  return Object.fromEntries(entries);
}

/** The Vite plugin that provides these modules. */
export function guideChunk() {
  return {
    name: 'postlotse:guides',
    resolveId(id: string) {
      return id === guidesModule || id.startsWith(namesModule) ? `\0${id}` : undefined;
    },
    load(id: string) {
      if (id === `\0${guidesModule}`) {
        return `export default ${JSON.stringify(guideChunkOf(soundContent().files))};`;
      }
      if (!id.startsWith(`\0${namesModule}`)) return undefined;
      const language = id.slice(namesModule.length + 2);
      return isLanguage(language)
        ? `export default ${JSON.stringify(guideNamesOf(soundContent().files, language))};`
        : loaderOf((code) => `${namesModule}/${code}`);
    },
  };
}
