import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { noteLimit, readNote } from '../../../src/domain/values/note.ts';

const accepted: readonly string[] = [
  'Frau Muster ist ab Montag da',
  'Warten auf Herrn Huber wegen der Zustimmung.',
  'Das Kennwort ist abgelaufen',
  'Kennwort geändert am Montag',
  'Ticket INC0012345, App 9e41c7b2-08fd-4a36-b5d9-21f67a0c83e4',
  'AADSTS7000215: Invalid client secret provided.',
  'https://muster.ipmcloud.de/ ist eingetragen\nsrv042 auch',
  'buchhaltung@muster.example angelegt',
];

const refused: readonly (readonly [text: string, code: string])[] = [
  ['eyJ0eXAiOiJKV1QifQ.eyJhdWQiOiJtdXN0ZXIifQ.c2lnbmF0dXJl', 'value-looks-like-secret'],
  ['Der Wert ist Zx9/kLm+pQ2rTv4wYb6nCd8eFg1hJk3m=', 'value-looks-like-secret'],
  [`Schlüssel\nXy78Q~${'aB3'.repeat(11)}`, 'value-looks-like-secret'],
  ['Kennwort: Sommer#2026!Haus', 'note-holds-password'],
  ['Passwort lautet Sommer#2026!Haus', 'note-holds-password'],
  ['Das Postfach (pw: Sommer#2026!Haus) steht', 'note-holds-password'],
  ['https://post:Sommer%232026@muster.example/', 'note-holds-password'],
  ['x'.repeat(noteLimit + 1), 'value-too-long'],
];

describe('a note', () => {
  test.each(accepted)('„%s“ is kept as it is', (text) => {
    expect(readNote(text)).toEqual({ ok: true, value: text, notes: [] });
  });

  test.each(refused)('„%s“ is refused with its reason', (text, code) => {
    const reading = readNote(text);
    expect(reading.ok ? [] : reading.problems.map((problem) => problem.code)).toEqual([code]);
  });

  test('a password after a word such as „Kennwort“ is never kept, anywhere in the note', () => {
    const word = fc.constantFrom('Kennwort', 'Passwort', 'password', 'Secret', 'Client secret');
    const secret = fc.stringMatching(/^[a-z]{3}[A-Z#!?]{2}\d{3}[\w#!?]{2,20}$/);
    fc.assert(
      fc.property(fc.lorem(), word, secret, (before, name, value) => {
        expect(readNote(`${before}\n${name}: ${value}`).ok).toBe(false);
      }),
    );
  });

  test('never throws, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
        expect(typeof readNote(text).ok).toBe('boolean');
      }),
    );
  });
});
