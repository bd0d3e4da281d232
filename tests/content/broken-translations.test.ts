import { describe, expect, it } from 'vitest';
import { checkContent } from '../../src/content-model/check-content.ts';
import { sourceFileOf } from '../../src/content-model/content-files.ts';
import { readContent } from '../../src/content-model/read-content.ts';

const content = readContent();

const limit = 'guides/ipm-cloud/fr/limit-access.mdx';
const permissions = 'guides/ipm-cloud/en/permissions.mdx';
const frenchWords = 'words/fr.json';
const englishFacts = 'facts/en.yml';

/** A real translation with one mistake that translators make. */
interface Broken {
  readonly name: string;
  readonly file: string;
  /** Only once in the file; without them, the whole text is replaced. */
  readonly before?: string;
  readonly after: string;
  /** A text that only the reported line has, or its number. */
  readonly at: string | number;
  /** A text that only the German line to copy has; its number takes the place of `#`. */
  readonly german?: string;
  readonly sentence: string;
}

const broken: readonly Broken[] = [
  {
    name: 'a component that is missing',
    file: limit,
    before: '<Commands id="confine-check" />\n',
    after: '',
    at: '<Commands id="confine-mailbox" />',
    german: '<Commands id="confine-check" />',
    sentence: '<Commands id="confine-check"> is missing: copy it from line # of the German file',
  },
  {
    name: 'an attribute that is changed',
    file: permissions,
    before: '<Note kind="security">',
    after: '<Note kind="trap">',
    at: '<Note kind="trap">',
    german: '<Note kind="security">',
    sentence:
      '<Note kind="security"> is missing: copy it from line # of the German file in place of <Note kind="trap">',
  },
  {
    name: 'a command that is translated',
    file: limit,
    before: '`InScope`',
    after: '`DansPortée`',
    at: '`DansPortée`',
    german: '`InScope`',
    sentence:
      '`InScope` is missing: copy it from line # of the German file in place of `DansPortée`',
  },
  {
    name: 'a placeholder that is dropped',
    file: frenchWords,
    before: '"{count} autorisations de l’API {api}"',
    after: '"Les autorisations de l’API {api}"',
    at: '"Les autorisations de l’API {api}"',
    german: '"{count} Berechtigungen von {api}"',
    sentence: '{count} is missing: copy it from line # of the German file',
  },
  {
    name: 'a stray tag',
    file: limit,
    before: 'Les deux droits s’additionnent',
    after: 'Les deux droits</Note> s’additionnent',
    at: 'Les deux droits</Note>',
    sentence:
      'Unexpected closing slash `/` in tag, expected an open tag first: MDX that can be read',
  },
  {
    name: 'the wrong id',
    file: limit,
    before: '<StepLink to="permissions">',
    after: '<StepLink to="autorisations">',
    at: '<StepLink to="autorisations">',
    german: '<StepLink to="permissions">',
    sentence:
      '<StepLink to="permissions"> is missing: copy it from line # of the German file in place of <StepLink to="autorisations">',
  },
  {
    name: 'an empty file',
    file: limit,
    after: '\n',
    at: 1,
    sentence:
      'there is no text: translate guides/ipm-cloud/de/limit-access.mdx, or delete this file',
  },
  {
    name: 'a tag that is not closed',
    file: 'shared/fr/powershell-prepare.mdx',
    before: '\n</More>\n',
    after: '',
    at: 1,
    sentence: 'Expected a closing tag for `<More>` (1:1-1:61): MDX that can be read',
  },
  {
    name: 'the text of another step',
    file: permissions,
    after: content.get('guides/ipm-cloud/en/limit-access.mdx') ?? '',
    at: 1,
    sentence:
      'the text is that of guides/ipm-cloud/en/limit-access.mdx: translate guides/ipm-cloud/de/permissions.mdx',
  },
  {
    name: 'a heading of another depth',
    file: limit,
    before: '## Limiter et vérifier',
    after: '### Limiter et vérifier',
    at: '### Limiter et vérifier',
    german: '## Begrenzen und prüfen',
    sentence:
      'the heading “Limiter et vérifier” has another depth: begin it with ##, like line # of the German file',
  },
  {
    name: 'a link that is dropped',
    file: 'pages/fr/start.mdx',
    before: '](/fr/errors/)',
    after: '](/fr/support/)',
    at: 20,
    german: '](/errors/)',
    sentence: '/errors/ is missing: copy it from line # of the German file',
  },
  {
    name: 'the label of another id',
    file: frenchWords,
    before: 'Copiez tout le tableau avec la colonne {label:status}.',
    after: 'Copiez tout le tableau avec la colonne {label:expires}.',
    at: 'Copiez tout le tableau avec la colonne',
    german: '"settings-page.where-permissions"',
    sentence:
      '{label:status} is missing: copy it from line # of the German file in place of {label:expires}',
  },
  {
    name: 'JSON that cannot be read',
    file: frenchWords,
    before: '  "site.skip": "Aller au contenu",',
    after: '  "site.skip": "Aller au contenu"',
    at: '"site.menu"',
    sentence:
      "Expected ',' or '}' after property value in JSON at position 166 (line 5 column 3): JSON that can be read",
  },
  {
    name: 'a number in place of a text',
    file: englishFacts,
    before: '  title: The end of the interface EWS',
    after: '  title: 2026',
    at: 'title: 2026',
    sentence: 'ews-end.title: 2026: a text',
  },
  {
    name: 'a key that does not exist',
    file: frenchWords,
    before: '"site.skip"',
    after: '"site.skipp"',
    at: '"site.skipp"',
    sentence: '“site.skipp”: no such entry; please look for a typing error',
  },
  {
    name: 'a plural that is dropped',
    file: frenchWords,
    before: '{\n    "one": "env. {minutes} minute",\n    "other": "env. {minutes} minutes"\n  }',
    after: '"env. {minutes} min"',
    at: 'env. {minutes} min"',
    german: '"ca. {minutes} Minute"',
    sentence:
      '“step.minutes” is the same for every number: write “one” and “other”, like line # of the German file',
  },
  {
    name: 'a sentence left in German',
    file: limit,
    before: 'Le changement peut prendre tout ce temps.',
    after: 'So lange kann es dauern, bis die Änderung gilt und auch wirkt.',
    at: 'So lange kann es dauern',
    sentence:
      '“So lange kann es dauern, bis die Änderung gilt und auch wirk…” is in German: translate it into French',
  },
  {
    name: 'straight quotes',
    file: permissions,
    before: 'hold for **all mailboxes** of your company',
    after: 'hold for "all mailboxes" of your company',
    at: 'hold for "all mailboxes"',
    sentence:
      '" in “the type … hold for "all mailboxes" of y”: write quotation marks of the language',
  },
  {
    name: 'a plain space before a colon in French',
    file: limit,
    before: 'Exécutez ensuite ces commandes\u202f:',
    after: 'Exécutez ensuite ces commandes :',
    at: 'Exécutez ensuite ces commandes',
    sentence: ': in “nsuite ces commandes :”: write a narrow unbreakable space before it',
  },
  {
    name: 'a term that the glossary refuses',
    file: 'pages/fr/start.mdx',
    before: '<Products />',
    after: 'Ouvrez votre tenant.\n\n<Products />',
    at: 'Ouvrez votre tenant',
    sentence: '“votre tenant”: “Locataire”, as glossary/fr.yml has it',
  },
];

function linesWith(text: string, file: string): readonly number[] {
  return file.split('\n').flatMap((line, index) => (line.includes(text) ? [index + 1] : []));
}

describe('a mistake in a translation is reported once, with the line and what to copy', () => {
  it.each(broken)('$name', ({ file, before, after, at, german, sentence }) => {
    const text = content.get(file) ?? '';
    if (before !== undefined) expect(text.split(before), 'stands once').toHaveLength(2);
    const changed = before === undefined ? after : text.replace(before, () => after);
    const mistakes = checkContent(new Map(content).set(file, changed));

    const source = content.get(sourceFileOf(file) ?? '') ?? '';
    const copied = german === undefined ? [] : linesWith(german, source);
    const [line] = typeof at === 'number' ? [at] : linesWith(at, changed);
    expect(
      mistakes.map(({ found, expected, ...place }) => ({
        ...place,
        said: `${found}: ${expected}`,
      })),
    ).toEqual([
      {
        file: `src/content/${file}`,
        line,
        said: sentence.replace('line #', `line ${String(copied[0])}`),
      },
    ]);
  });
});
