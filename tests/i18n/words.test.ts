import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readSubDomain } from '../../src/domain/values/host.ts';
import { problemCodes, type Problem } from '../../src/domain/values/problems.ts';
import { noteCodes } from '../../src/domain/values/notes.ts';
import { address } from '../../src/i18n/addresses.ts';
import { isLanguage, languageCodes, type Language } from '../../src/i18n/languages.ts';
import { longDay, say } from '../../src/i18n/site-words.ts';
import { wordKeys } from '../../src/i18n/word-keys.ts';
import { fillSentence, speaker, type Words } from '../../src/i18n/words.ts';

const wordsOf = Object.fromEntries(
  languageCodes.map((code) => [
    code,
    JSON.parse(readFileSync(`src/content/words/${code}.json`, 'utf8')) as Words,
  ]),
) as Readonly<Record<Language, Words>>;
const { de } = wordsOf;

describe('fillSentence', () => {
  it.each([
    ['a detail takes its place', 'Schritt {a}', { a: 'eins' }, 'Schritt eins'],
    ['so does a number, even 0', '{a} Tage', { a: 0 }, '0 Tage'],
    ['every time it is named', '{a}, {a}', { a: 'x' }, 'x, x'],
    ['what is not given stays as it is', '{a} von {b}', { a: 1 }, '1 von {b}'],
    ['a detail is not filled again', '{a}{b}', { a: '{b}', b: 'x' }, '{b}x'],
    ['a dollar sign is only a sign', '{a}', { a: '$& $1' }, '$& $1'],
    ['the names of an object’s own parts are no details', '{toString}', {}, '{toString}'],
    ['braces around anything else are text', '{ a } {} {a-b}', { a: 'x' }, '{ a } {} {a-b}'],
    ['nothing to fill', 'Fertig.', { a: 'x' }, 'Fertig.'],
  ] satisfies [string, string, Record<string, string | number>, string][])(
    '%s',
    (_description, sentence, details, filled) => {
      expect(fillSentence(sentence, details)).toBe(filled);
    },
  );
});

describe('speaker', () => {
  it.each([
    ['de', 0, 'ca. 0 Minuten'],
    ['de', 1, 'ca. 1 Minute'],
    ['de', 2, 'ca. 2 Minuten'],
    ['en', 0, 'about 0 minutes'],
    ['en', 1, 'about 1 minute'],
    ['en', 2, 'about 2 minutes'],
  ] as const)('in %s, %i is counted as “%s”', (language, minutes, sentence) => {
    expect(say(language)('step.minutes', { minutes })).toBe(sentence);
  });

  it('chooses singular or plural by the number in the details', () => {
    const details = { days: 1, date: '20. November 2026' };
    expect(say('de')('expiry.left', details)).toBe(
      'Noch 1 Tag gültig. Erneuern Sie den Clientschlüssel spätestens am 20. November 2026.',
    );
  });

  it.each([
    ['de', '1', /noch 1 Minute\./],
    ['de', '59', /noch 59 Minuten\./],
    ['en', '1', /another 1 minute\./],
    ['en', '59', /another 59 minutes\./],
  ] as const)('in %s, a finding’s %s is counted too', (language, minutes, sentence) => {
    expect(say(language)('findings.test-lifetime-right', { minutes })).toMatch(sentence);
  });

  it('uses a word without two forms for every number', () => {
    const english = speaker({ 'step.minutes': '{minutes} min' }, de, 'en-GB');
    expect([1, 2].map((minutes) => english('step.minutes', { minutes }))).toEqual([
      '1 min',
      '2 min',
    ]);
  });

  it('falls back to the source language', () => {
    const english = speaker({ 'copy.button': 'Copy' }, de, 'en-GB');
    expect([english('copy.button'), english('copy.all')]).toEqual(['Copy', 'Alle kopieren']);
  });

  it('throws for a key that no language has', () => {
    expect(() => say('en')('copy.nothing' as 'copy.all')).toThrow('No word for “copy.nothing”');
  });
});

describe('address', () => {
  it.each([
    ['the start page', address('de'), '/'],
    ['a step', address('de', 'ipm-cloud', 'redirect-uris'), '/ipm-cloud/redirect-uris/'],
    ['the start page in another language', address('en'), '/en/'],
    ['a step in another language', address('en', 'ipm-cloud', 'owner'), '/en/ipm-cloud/owner/'],
  ])('%s', (_description, path, expected) => {
    expect(path).toBe(expected);
  });
});

describe('isLanguage', () => {
  it.each([
    ['de', true],
    ['en', true],
    ['fr', true],
    ['xx', false],
    ['', false],
    ['DE', false],
    ['toString', false],
  ])('“%s” gives %s', (text, expected) => {
    expect(isLanguage(text)).toBe(expected);
  });
});

describe('longDay', () => {
  it.each([
    ['de', '20. November 2026'],
    ['en', '20 November 2026'],
    ['fr', '20 novembre 2026'],
  ] as const)('writes a day in the form of %s', (language, text) => {
    expect(longDay(language, '2026-11-20')).toBe(text);
  });
});

describe('the word files', () => {
  it('exist for every language and no other', () => {
    const names = readdirSync(new URL('../../src/content/words/', import.meta.url));
    expect(names.toSorted()).toEqual(languageCodes.map((code) => `${code}.json`).toSorted());
  });

  it.each(languageCodes)('have only known keys: %s', (language) => {
    expect(Object.keys(wordsOf[language]).filter((key) => !wordKeys.has(key))).toEqual([]);
  });

  it('have a German word for every problem and every note', () => {
    const keys = [
      ...Object.keys(problemCodes).map((code) => `problems.${code}`),
      ...Object.keys(noteCodes).map((code) => `notes.${code}`),
    ];
    expect(keys.filter((key) => !(key in de))).toEqual([]);
  });
});

function sayProblem(language: Language, { code, ...details }: Problem): string {
  return say(language)(`problems.${code}`, details);
}

const oddSubDomains = [
  'müller',
  'xn--mller-kva',
  'muster.de',
  '-x',
  'a_b',
  'm'.repeat(70),
  'muster🙂',
  'javascript:alert(1)',
];

function sentencesFor(language: Language, text: string): readonly string[] {
  const reading = readSubDomain(text, { domain: 'ipmcloud.de', placeholders: [] });
  return reading.ok ? [] : reading.problems.map((problem) => sayProblem(language, problem));
}

describe('the words of problems', () => {
  it('distinguish each odd sub-domain', () => {
    const told = oddSubDomains.map((text) => sentencesFor('de', text).join(' '));
    expect(new Set(told).size).toBe(oddSubDomains.length);
    expect(told).not.toContain('');
  });

  it.each(languageCodes)('leave no placeholder unfilled: %s', (language) => {
    const told = oddSubDomains.flatMap((text) => sentencesFor(language, text));
    expect(told.filter((sentence) => /[{}]/.test(sentence))).toEqual([]);
  });

  it('of a sub-domain: an umlaut', () => {
    expect(sentencesFor('de', 'müller')).toMatchInlineSnapshot(`
      [
        "„müller“ enthält Umlaute oder andere Buchstaben außerhalb von a bis z. Microsoft nimmt solche Namen nicht als Umleitungs-URI an. Fragen Sie den Hersteller nach einem Namen ohne Umlaut.",
      ]
    `);
  });

  it('of a sub-domain: the browser’s form of an umlaut', () => {
    expect(sentencesFor('de', 'xn--mller-kva')).toMatchInlineSnapshot(`
      [
        "„xn--mller-kva“ ist die Umschrift eines Namens mit Umlaut. Microsoft weist auch diese Form zurück. Fragen Sie den Hersteller nach einem Namen ohne Umlaut.",
      ]
    `);
  });

  it('of a sub-domain: another domain', () => {
    expect(sentencesFor('de', 'muster.de')).toMatchInlineSnapshot(`
      [
        "„muster.de“ gehört nicht zu ipmcloud.de. Tragen Sie den Teil ein, der in Ihrer Adresszeile vor „.ipmcloud.de“ steht.",
      ]
    `);
  });

  it('of a sub-domain: a hyphen at the edge', () => {
    expect(sentencesFor('de', '-x')).toMatchInlineSnapshot(`
      [
        "„-x“ beginnt oder endet mit einem Bindestrich. Das gibt es bei solchen Namen nicht. Vergleichen Sie mit der Adresszeile.",
      ]
    `);
  });

  it('of a sub-domain: an underscore', () => {
    expect(sentencesFor('de', 'a_b')).toMatchInlineSnapshot(`
      [
        "„a_b“ enthält einen Unterstrich. In solchen Namen sind nur Buchstaben, Ziffern und Bindestriche erlaubt.",
      ]
    `);
  });

  it('of a sub-domain: 70 letters', () => {
    expect(sentencesFor('de', 'm'.repeat(70))).toMatchInlineSnapshot(`
      [
        "Ein Teil des Namens hat 70 Zeichen, höchstens 63 sind möglich. Kopieren Sie den Namen aus der Adresszeile.",
      ]
    `);
  });

  it('of a sub-domain: an emoji', () => {
    expect(sentencesFor('de', 'muster🙂')).toMatchInlineSnapshot(`
      [
        "„🙂“ ist ein Bildzeichen. Tragen Sie den Namen mit Buchstaben, Ziffern und Bindestrichen ein.",
      ]
    `);
  });

  it('of a sub-domain: a script', () => {
    expect(sentencesFor('de', 'javascript:alert(1)')).toMatchInlineSnapshot(`
      [
        "„javascript:“ ist keine Webadresse. Tragen Sie nur den Namen ein, der in der Adresszeile nach „https://“ steht.",
        "Das Zeichen „(“ kann in diesem Namen nicht vorkommen. Erlaubt sind a bis z, 0 bis 9 und der Bindestrich.",
      ]
    `);
  });
});
