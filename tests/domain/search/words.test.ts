import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { partsOf, wholesOf, wordsOf } from '../../../src/domain/search/words.ts';
import { anyText, longTexts } from '../../fixtures/any-text.ts';

describe('two spellings of a word', () => {
  it.each([
    ['an umlaut and its two letters', 'Schlüssel', 'Schluessel'],
    ['an umlaut and its vowel', 'Schlüssel', 'Schlussel'],
    ['an umlaut put together of two characters', 'für', 'fu\u0308r'],
    ['ß and ss', 'Schließen', 'schliessen'],
    ['upper and lower case', 'TENANT', 'tenant'],
    ['singular and plural', 'Berechtigung', 'Berechtigungen'],
    ['cases', 'Postfach', 'Postfaches'],
    ['an English plural', 'secret', 'secrets'],
    ['an English past', 'expire', 'expired'],
    ['a number with and without its prefix', 'AADSTS50011', '50011'],
    ['full-width digits', '５００１１', '50011'],
  ])('%s: %s, %s', (_, one, other) => {
    expect(wordsOf(one)).toEqual(wordsOf(other));
  });

  it.each([
    ['ue that is no umlaut', 'Steuer', 'Stur'],
    ['short words keep their ending', 'Hase', 'Has'],
    ['numbers', '50011', '500113'],
  ])('differ: %s', (_, one, other) => {
    expect(wordsOf(one)).not.toEqual(wordsOf(other));
  });
});

describe('a text', () => {
  it('falls into words, statuses stay whole', () => {
    expect(wordsOf('535 5.7.139: iPM-Cloud, „SMTP AUTH“')).toEqual([
      ...['535', '5.7.139', 'ipm', 'cloud', 'smtp', 'auth'],
    ]);
  });

  it('has wholes where it has hyphens, dots or underscores', () => {
    expect(wholesOf('iPM-Cloud und Mail.Send, offline_access. Ende -- a-b-c-d-e')).toEqual([
      ...['ipmcloud', 'mailsend', 'offlineacces'],
    ]);
  });
});

describe('a compound', () => {
  const known = new Set([
    'umleitung',
    'adress',
    'mandant',
    'kennung',
    'client',
    'token',
    'endpunkt',
  ]);
  const parts = (text: string): readonly string[] =>
    wordsOf(text).flatMap((word) => partsOf(word, (part) => known.has(part)));

  it.each([
    ['Umleitungsadresse', ['umleitung', 'adress']],
    ['Umleitungsadressen', ['umleitung', 'adress']],
    ['Mandantenkennung', ['mandant', 'kennung']],
    ['Clienttokenendpunkt', ['client', 'token', 'endpunkt']],
  ])('%s is split into its parts', (word, expected) => {
    expect(parts(word)).toEqual(expected);
  });

  it.each(['Umleitung', 'Umleitungsqwertz', 'Adressbuch', 'Client', ''])(
    'is not seen in “%s”',
    (word) => {
      expect(parts(word)).toEqual([]);
    },
  );

  it('is never longer than its word, whatever is known', () => {
    fc.assert(
      fc.property(anyText('Umleitungsadresse', 'aaaaaaaaaaaa'), (text) => {
        for (const word of wordsOf(text)) {
          const found = partsOf(word, () => true);
          expect(found.join('').length).toBeLessThanOrEqual(word.length);
          expect(found.length).toBeLessThanOrEqual(3);
        }
      }),
    );
  });
});

it('reads any text, also long ones, into words without blanks', () => {
  for (const text of longTexts) expect(wholesOf(text).join('')).not.toMatch(/\s/);
  fc.assert(
    fc.property(anyText('AADSTS50011', '5.7.139', 'iPM-Cloud'), (text) => {
      for (const word of [...wordsOf(text), ...wholesOf(text)]) expect(word).toMatch(/^\S{1,40}$/u);
    }),
  );
});
