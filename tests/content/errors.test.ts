import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse, stringify } from 'yaml';
import { checkErrors } from '../../src/content-model/check-errors.ts';
import type { ContentFiles } from '../../src/content-model/content-files.ts';
import { errorChunkOf } from '../../src/content-model/error-chunk.ts';
import {
  entriesOf,
  errorsSchema,
  errorTopics,
  mistakenSamples,
} from '../../src/content-model/errors.ts';
import { guideSchema } from '../../src/content-model/guide.ts';
import { readContent } from '../../src/content-model/read-content.ts';
import { Report } from '../../src/content-model/report.ts';
import { catalogueOf, numberOf, numbersOf } from '../../src/domain/errors/catalogue.ts';
import { decode } from '../../src/domain/errors/decode.ts';
import { chunkKeys } from '../../src/i18n/error-chunk.ts';
import { languageCodes } from '../../src/i18n/languages.ts';

const content = readContent();
const file = errorsSchema.parse(parse(content.get('errors/errors.yml') ?? ''));
const entries = entriesOf(file);

describe('the catalogue of errors', () => {
  it('loses no entry, since others may have linked to its address', () => {
    expect(entries.length).toBeGreaterThanOrEqual(194);
  });

  it('recognises every sample as its own error and no other', () => {
    expect(mistakenSamples(file)).toEqual([]);
  });

  it('recognises each sample among all others', () => {
    const all = Object.values(file).map(({ sample }) => sample);
    const text = all.join('\n---\n');
    const found = decode(text, catalogueOf(entries), all.length).findings;
    const ids = found.map((finding) => (finding.kind === 'known' ? finding.id : finding.kind));
    const hidden = entries.flatMap(({ hides }) => hides ?? []);
    // A program's own words say nothing beside an answer.
    const told = entries.flatMap(({ id, fallback }) =>
      hidden.includes(id) || fallback === true ? [] : [id],
    );
    expect([...ids].sort()).toEqual(told.sort());
  });

  it('has an address for each AADSTS code that is its number', () => {
    for (const { id, code } of entries) {
      if (code.startsWith('AADSTS')) expect(id).toBe(`aadsts${numberOf({ code }) ?? ''}`);
    }
  });

  it('has each AADSTS number once', () => {
    const numbers = entries.flatMap(numbersOf);
    expect(numbers.filter((number, at) => numbers.indexOf(number) !== at)).toEqual([]);
  });

  it('has a step that fixes it for each topic', () => {
    const guides = [...content]
      .filter(([name]) => /^guides\/[^/]+\/guide\.yml$/.test(name))
      .map(([, text]) => guideSchema.parse(parse(text)));
    const mended = guides.flatMap(({ steps }) => steps.flatMap(({ mends }) => mends));
    expect(errorTopics.filter((topic) => !mended.includes(topic))).toEqual([]);
  });

  it('falls back to German, marked so, if a translation lacks an error', () => {
    const english = parse(content.get('errors/en.yml') ?? '') as Record<string, unknown>;
    delete english['aadsts50011'];
    const chunk = errorChunkOf(new Map(content).set('errors/en.yml', stringify(english)), 'en');
    expect(chunk.words['aadsts50011']?.title).toBe('Die Umleitungs-URI ist nicht eingetragen');
    expect(chunk.words['aadsts50011']?.lang).toBe('de');
    expect(chunk.words['aadsts65001']?.lang).toBeUndefined();
  });

  it('has no exclamation mark, no straight quotation mark and nobody but „Sie“ in its words', () => {
    const words = content.get('errors/de.yml') ?? '';
    const symptoms = content.get('errors/symptoms-de.yml') ?? '';
    for (const line of `${words}\n${symptoms}`.split('\n')) {
      expect(line.replace(/^\s*[\w-]+: ?'?/, '')).not.toMatch(/!|"|\b(?:du|dein|ihr habt)\b/i);
    }
  });

  it.each(languageCodes)(
    'reaches the decoder complete, with words and language: %s',
    (language) => {
      const chunk = errorChunkOf(content, language);
      expect(chunk.entries).toHaveLength(entries.length);
      for (const { id } of chunk.entries) {
        expect(chunk.words[id]?.title).toBeTruthy();
        expect(chunk.words[id]?.lang).toBeUndefined();
      }
      const others = Object.keys(chunk.say).filter(
        (key) => !chunkKeys.some((beginning) => key.startsWith(beginning)),
      );
      expect(others).toEqual([]);
      expect(JSON.stringify(chunk)).not.toContain('learn.microsoft.com');
    },
  );
});

const entry = `aadsts50011:
  code: AADSTS50011
  topics: [redirect-uri]
  role: cloud-application-administrator
  certainty: documented
  source: a page
  checked: 2026-11-20
  sample: 'AADSTS50011: made up'
`;
const words = `aadsts50011:
  title: Titel
  cause: Ein Satz zur Ursache.
  verify: Ein Satz zur Prüfung.
  fix: Ein Satz zur Abhilfe.
`;
const symptoms = `start:
  answers:
    - { id: never, question: never }
    - { id: other, topics: [user] }
never:
  answers:
    - { id: one, paste: true }
    - { id: two, topics: [scope] }
`;
const symptomWords = `start:
  question: Was?
  answers:
    never: { text: Nie }
    other: { text: Anders }
never:
  question: Wie?
  answers:
    one: { text: Eins }
    two: { text: Zwei }
`;
const right: ContentFiles = new Map([
  ['errors/errors.yml', entry],
  ['errors/de.yml', words],
  ['errors/symptoms.yml', symptoms],
  ['errors/symptoms-de.yml', symptomWords],
]);

function mistakes(name: string, change: (text: string) => string): readonly string[] {
  const report = new Report();
  checkErrors(new Map(right).set(name, change(right.get(name) ?? '')), report);
  return report.mistakes.map(
    ({ file: where, line, found, expected }) =>
      `${where.replace('src/content/errors/', '')}:${line}: ${found} / ${expected}`,
  );
}

describe('a mistake in errors/ is reported with its line', () => {
  it.each<[string, string, (text: string) => string, readonly string[]]>([
    ['none', 'errors/de.yml', (text) => text, []],
    [
      'an unknown topic',
      'errors/errors.yml',
      (text) => text.replace('[redirect-uri]', '[redirects]'),
      [`errors.yml:3: aadsts50011.topics.0: “redirects” / one of: ${errorTopics.join(', ')}`],
    ],
    [
      'a topic twice',
      'errors/errors.yml',
      (text) => text.replace('[redirect-uri]', '[scope, redirect-uri, scope]'),
      ['errors.yml:3: aadsts50011.topics: ["scope","redirect-uri","scope"] / each topic once'],
    ],
    [
      'no topic and no group',
      'errors/errors.yml',
      (text) => text.replace('[redirect-uri]', '[]'),
      ['errors.yml:3: aadsts50011.topics: [] / topics, or a group where no step mends it'],
    ],
    [
      'an id that cannot be an address',
      'errors/errors.yml',
      (text) => text.replace('aadsts50011:', 'AADSTS_50011:'),
      [
        'errors.yml:1: AADSTS_50011: {"code":"AADSTS50011","topics":["redirect-uri"],"role":"cloud-application-administrator","… / an id such as aadsts50011',
      ],
    ],
    [
      'a code that needs a pattern',
      'errors/errors.yml',
      (text) => text.replace('code: AADSTS50011', 'code: Login failed'),
      ['errors.yml:1: aadsts50011.pattern: nothing / a pattern, or a code such as AADSTS50011'],
    ],
    [
      'a pattern that does not compile',
      'errors/errors.yml',
      (text) => text.replace('AADSTS50011\n', "Login failed\n  pattern: 'Login(f'\n"),
      ['errors.yml:3: aadsts50011.pattern: “Login(f” / a regular expression'],
    ],
    [
      'a repetition without a bound',
      'errors/errors.yml',
      (text) => text.replace('AADSTS50011\n', "Login failed\n  pattern: 'Login.*failed'\n"),
      [
        'errors.yml:3: aadsts50011.pattern: “Login.*failed” / repetitions with a bound, such as {0,200}',
      ],
    ],
    [
      'a sample that is told as nothing',
      'errors/errors.yml',
      (text) => text.replace("'AADSTS50011: made up'", 'made up'),
      ['errors.yml:8: the sample of “aadsts50011” is told as: nothing / only this error'],
    ],
    ['no words', 'errors/de.yml', () => '{}', ['de.yml:1: no “aadsts50011” / words for it']],
    [
      'words for nothing',
      'errors/de.yml',
      (text) => `${text}${text.replace('50011', '59999')}`,
      ['de.yml:6: “aadsts59999” / only what errors.yml has'],
    ],
    [
      'a question that does not exist',
      'errors/symptoms.yml',
      (text) => text.replace('question: never', 'question: nowhere'),
      ['symptoms.yml:3: question “nowhere” / one that stands further down: never'],
    ],
    [
      'a question that leads back',
      'errors/symptoms.yml',
      (text) => text.replace('topics: [scope]', 'question: start'),
      ['symptoms.yml:8: question “start” / one that stands further down: '],
    ],
    [
      'an answer that leads nowhere',
      'errors/symptoms.yml',
      (text) => text.replace(', paste: true', ''),
      ['symptoms.yml:7: never / either a question, or topics or paste'],
    ],
    [
      'an answer without words',
      'errors/symptoms-de.yml',
      (text) => text.replace('    two: { text: Zwei }\n', ''),
      ['symptoms-de.yml:8: no “never.answers.two” / words for it'],
    ],
  ])('%s', (_, name, change, expected) => {
    expect(mistakes(name, change)).toEqual(expected);
  });

  it('a translation may be incomplete', () => {
    expect(mistakes('errors/en.yml', () => '{}')).toEqual([]);
    expect(mistakes('errors/symptoms-en.yml', () => '{}')).toEqual([]);
  });

  it('a guide cannot use the address of the errors', () => {
    expect(mistakes('guides/errors/guide.yml', () => 'x')).toEqual([
      'src/content/guides/errors/guide.yml:1: guide “errors” / another id: /errors/ is taken',
    ]);
  });
});

it('the words of the decoder are in no page', () => {
  const layout = readFileSync(
    new URL('../../src/read-model/carried-words.ts', import.meta.url),
    'utf8',
  );
  for (const beginning of ['decoder.', 'oauth.', 'redacted.', 'detail.']) {
    expect(layout).not.toContain(`'${beginning}`);
  }
});
