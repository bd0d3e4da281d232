import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readMailbox } from '../../../src/domain/values/mailbox.ts';
import { readMailboxes } from '../../../src/domain/values/mailboxes.ts';
import { literal, quote } from '../../../src/domain/scripts/quoting.ts';
import {
  fillScript,
  fillSlot,
  lines,
  slot,
  type QuotedSlot,
} from '../../../src/domain/scripts/script-lines.ts';

const quotes = ["'", '\u2018', '\u2019', '\u201a', '\u201b'];
const isQuote = (character: string | undefined) => quotes.includes(character ?? '');

/**
 * PowerShell's own parsing of a single-quoted literal, modelled on `ScanStringLiteral` of its tokenizer:
 * any of five quotes opens and closes; of two in a row, the second is kept.
 */
function scanLiteral(text: string): { readonly value: string; readonly rest: string } | undefined {
  if (!isQuote(text[0])) return undefined;
  let value = '';
  for (let index = 1; index < text.length; index += 1) {
    if (isQuote(text[index])) {
      if (!isQuote(text[index + 1])) return { value, rest: text.slice(index + 1) };
      index += 1;
    }
    value += text[index] ?? '';
  }
  return undefined;
}

const anyText = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({ unit: fc.constantFrom(...quotes, '"', '„', '`', '$', ';', '#', '–', 'a', ' ') }),
);
const placeholderOf = (slot: string) => `Wert von ${slot}`;
describe('quoting for PowerShell', () => {
  const cases = [
    ['plain text', 'post@muster.example', `'post@muster.example'`],
    ['an apostrophe is doubled', `o'b`, `'o''b'`],
    [
      'each of the five quotes is doubled',
      quotes.join(''),
      `'${quotes.map((q) => q + q).join('')}'`,
    ],
    [
      'a lookalike quote does not end it',
      `abc’; Remove-Mailbox y #`,
      `'abc’’; Remove-Mailbox y #'`,
    ],
    ['everything else is literal', '$a `n "b" ; # „c“ – $(x)', `'$a \`n "b" ; # „c“ – $(x)'`],
  ] as const;
  test.each(cases)('%s', (_, text, expected) => {
    expect(quote(text, 'powershell')).toMatchObject({ ok: true, value: expected });
  });

  test('all line breaks and control characters are refused', () => {
    expect(quote('a\r\nb\u0000\u2066', 'powershell')).toEqual({
      ok: false,
      problems: [
        { code: 'value-has-line-break' },
        { code: 'value-has-control-character', codePoint: 'U+0000' },
        { code: 'value-has-control-character', codePoint: 'U+2066' },
      ],
    });
  });

  test('no text breaks out of its literal', () => {
    fc.assert(
      fc.property(anyText, anyText, (text, rest) => {
        const quoted = quote(text, 'powershell');
        if (!quoted.ok) return;
        expect(scanLiteral(quoted.value)).toEqual({ value: text, rest: '' });
        expect(scanLiteral(`${quoted.value} ${rest}`)).toEqual({ value: text, rest: ` ${rest}` });
      }),
      { numRuns: 2000 },
    );
  });

  test('no text breaks out of its OPATH literal inside the PowerShell literal', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const quoted = quote(text, 'powershell-opath');
        if (!quoted.ok) return;
        const filter = scanLiteral(`'Name -eq ''${quoted.value}'''`);
        expect(filter?.rest).toBe('');
        expect(filter?.value.startsWith('Name -eq ')).toBe(true);
        const inner = filter?.value.slice('Name -eq '.length) ?? '';
        expect(scanLiteral(inner)).toEqual({ value: text, rest: '' });
      }),
      { numRuns: 2000 },
    );
  });

  test('an apostrophe in an OPATH filter is written four times', () => {
    expect(quote(`o'b`, 'powershell-opath')).toMatchObject({ ok: true, value: `o''''b` });
  });
});

describe('quoting a list for PowerShell', () => {
  /** The values of comma-separated literals, as PowerShell reads them; undefined if there is any other text. */
  function scanList(text: string): readonly string[] | undefined {
    const first = scanLiteral(text);
    if (first === undefined) return undefined;
    if (first.rest === '') return [first.value];
    const rest = first.rest.startsWith(', ') ? scanList(first.rest.slice(2)) : undefined;
    return rest && [first.value, ...rest];
  }

  test.each([
    ['one', 'a@muster.example', `'a@muster.example'`],
    ['two', 'a@muster.example, b@muster.example', `'a@muster.example', 'b@muster.example'`],
    ['with an apostrophe', `o'b@muster.example, c’d`, `'o''b@muster.example', 'c’’d'`],
    ['with empty parts', ',a,, b ,', `'a', 'b'`],
  ])('%s', (_, text, expected) => {
    expect(quote(text, 'powershell-list')).toMatchObject({ ok: true, value: expected });
  });

  test.each(['', ' ', ',', ' , ,'])('a list without parts is refused: %j', (text) => {
    expect(quote(text, 'powershell-list')).toEqual({
      ok: false,
      problems: [{ code: 'value-missing' }],
    });
  });

  test('no text breaks out of its literals', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const quoted = quote(text, 'powershell-list');
        if (!quoted.ok) return;
        const parts = text.split(',').map((part) => part.trim());
        expect(scanList(quoted.value)).toEqual(parts.filter((part) => part !== ''));
      }),
      { numRuns: 2000 },
    );
  });

  const address = fc
    .tuple(
      fc.string({ unit: fc.constantFrom(...quotes, ...'aZ0!#$%&*+/=?^_`{|}~.-'), minLength: 1 }),
      fc.constantFrom('muster.example', 'Muster.DE', 'xn--mller-kva.de'),
    )
    .map(([local, domain]) => `${local}@${domain}`);

  test('every accepted mailbox is read unchanged', () => {
    fc.assert(
      fc.property(fc.oneof(address, fc.emailAddress()), (text) => {
        const reading = readMailbox(text);
        if (!reading.ok) return;
        const quoted = quote(reading.value, 'powershell');
        expect(quoted.ok && scanLiteral(quoted.value)).toEqual({ value: reading.value, rest: '' });
      }),
      { numRuns: 2000 },
    );
  });

  test('every accepted list of mailboxes is read unchanged', () => {
    const list = fc.array(fc.oneof(address, fc.emailAddress()), { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(list, (texts) => {
        const reading = readMailboxes(texts.join('; '));
        if (!reading.ok) return;
        const quoted = quote(reading.value, 'powershell-list');
        expect(quoted.ok && scanList(quoted.value)).toEqual(reading.value.split(', '));
      }),
      { numRuns: 2000 },
    );
  });

  test.each(['', ' ', ',', undefined])(
    'an unknown list is one placeholder, comma or not: %j',
    (value) => {
      const slot = { slot: 'mailboxes', quote: 'powershell-list' } as const;
      expect(fillSlot(slot, { mailboxes: value }, () => 'Postfach, weitere')).toMatchObject({
        text: "'<Postfach, weitere>'",
        known: false,
      });
    },
  );
});

describe('the lines of a script', () => {
  const mailbox = slot('mailbox');
  const filtered = { slot: 'mailbox', quote: 'powershell-opath' } as const;
  const cases: readonly (readonly [string, string | QuotedSlot, string])[] = [
    ['a known value in quotes', mailbox, `'o''brien@muster.example'`],
    ['an unknown value as its name in quotes', slot('clientId'), `'<Wert von clientId>'`],
    ['its fallback value', slot('clientId', 'mailbox'), `'o''brien@muster.example'`],
    ['text of our own in quotes', literal(`it's`), `'it''s'`],
    ['literal text', '$true', '$true'],
  ];
  test.each(cases)('%s', (_, filling, expected) => {
    const values = { mailbox: `o'brien@muster.example` };
    const { text } = fillScript(lines`Get-Muster -Name ${filling}`, values, placeholderOf);
    expect(text).toBe(`Get-Muster -Name ${expected}`);
  });

  test.each([
    ['known', { mailbox: `o'brien@muster.example` }, `o''''brien@muster.example`],
    ['not known', {}, '<Wert von mailbox>'],
  ])('an OPATH filter with both layers of quotes, %s', (_, values, expected) => {
    const script = lines`Get-Muster -Filter 'Name -eq ''${filtered}'''`;
    expect(fillScript(script, values, placeholderOf).text).toBe(
      `Get-Muster -Filter 'Name -eq ''${expected}'''`,
    );
  });

  test('the text between two slots is one segment, and each line is separate', () => {
    expect(lines`Get-CASMailbox -Identity ${mailbox} | Format-List ${literal('Name')}
${filtered}\n`).toEqual([
      [{ text: 'Get-CASMailbox -Identity ' }, mailbox, { text: ` | Format-List 'Name'` }],
      [filtered, { text: String.raw`\n` }],
    ]);
  });

  test('text of our own that cannot be quoted is our mistake', () => {
    expect(() => literal('a\nb')).toThrow('cannot be quoted');
  });
});

describe('filling a script', () => {
  const script = lines`Get-CASMailbox -Identity ${slot('mailbox')}
Get-ServicePrincipal -Identity ${slot('clientId')}`;

  test('with all values nothing is missing', () => {
    const values = { mailbox: 'post@muster.example', clientId: 'abc' };
    expect(fillScript(script, values, placeholderOf)).toEqual({
      text: "Get-CASMailbox -Identity 'post@muster.example'\nGet-ServicePrincipal -Identity 'abc'",
      missing: [],
      problems: [],
    });
  });

  test('a refused value is left out; its problems come back once', () => {
    const values = { mailbox: 'a\nRemove-Mailbox', clientId: 'abc' };
    expect(fillScript([...script, ...script.slice(0, 1)], values, placeholderOf)).toEqual({
      text: [
        "Get-CASMailbox -Identity '<Wert von mailbox>'",
        "Get-ServicePrincipal -Identity 'abc'",
        "Get-CASMailbox -Identity '<Wert von mailbox>'",
      ].join('\n'),
      missing: ['mailbox'],
      problems: [{ code: 'value-has-line-break' }],
    });
  });

  test.each(['', ' ', '\t', '\u00a0', undefined])(
    'an identity is never empty, which Exchange would treat as every mailbox: %j',
    (value) => {
      const slot = { slot: 'mailbox', quote: 'powershell' } as const;
      expect(fillSlot(slot, { mailbox: value }, () => '')).toEqual({
        text: "'<>'",
        known: false,
        problems: [],
      });
    },
  );

  test('an apostrophe in a placeholder is quoted as well', () => {
    const slot = { slot: 'mailbox', quote: 'bash' } as const;
    expect(fillSlot(slot, {}, () => "client's mailbox").text).toBe(
      String.raw`'<client'\''s mailbox>'`,
    );
  });
});
