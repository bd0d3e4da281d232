import { spawnSync } from 'node:child_process';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { quote } from '../../../src/domain/scripts/quoting.ts';

describe('quoting for bash', () => {
  const cases = [
    ['plain text', 'muster.example', `'muster.example'`],
    ['nothing', '', `''`],
    ['an apostrophe', `o'b`, String.raw`'o'\''b'`],
    ['only apostrophes', `''`, String.raw`''\'''\'''`],
    [
      'all special characters of the shell',
      '$(id) `id` "a" \\ ! ; # &',
      `'$(id) \`id\` "a" \\ ! ; # &'`,
    ],
    ['typographic quotes are letters', '‘a’', `'‘a’'`],
  ] as const;
  test.each(cases)('%s', (_, text, expected) => {
    expect(quote(text, 'bash')).toMatchObject({ ok: true, value: expected });
  });

  test('all line breaks and control characters are refused', () => {
    expect(quote('a\n\u202e', 'bash')).toEqual({
      ok: false,
      problems: [
        { code: 'value-has-line-break' },
        { code: 'value-has-control-character', codePoint: 'U+202E' },
      ],
    });
  });

  test('bash reads every accepted text unchanged', () => {
    const character = fc.constantFrom(...`ab'"\`$\\!;#&|<>(){}*?~= äß’`);
    const texts = fc.sample(fc.string({ unit: character, maxLength: 12 }), 200);
    const words = texts.map((text) => {
      const quoted = quote(text, 'bash');
      return quoted.ok ? quoted.value : '';
    });
    const answer = spawnSync('bash', ['-c', `printf '%s\\n' ${words.join(' ')}`], {
      encoding: 'utf8',
    });
    expect(answer.stdout).toBe(texts.map((text) => `${text}\n`).join(''));
  });
});
