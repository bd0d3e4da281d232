import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readMailbox } from '../../../src/domain/values/mailbox.ts';
import { readMailboxes } from '../../../src/domain/values/mailboxes.ts';
import {
  command,
  fillScript,
  fillSlot,
  printPowerShell,
  quoteOpath,
  quotePowerShell,
  quotePowerShellList,
  type Argument,
} from '../../../src/domain/scripts/powershell.ts';

const quotes = ["'", '\u2018', '\u2019', '\u201a', '\u201b'];
const isQuote = (character: string | undefined) => quotes.includes(character ?? '');

/**
 * PowerShell's own reading of a single-quoted literal, after `ScanStringLiteral` of its tokenizer:
 * any of five quotes opens and closes, of two in a row the second is kept.
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
const printed = (argument: Argument) =>
  fillScript(
    printPowerShell([{ pipeline: [command('Get-Muster', { Name: argument })] }]),
    { mailbox: `o'brien@muster.example` },
    placeholderOf,
  ).text;

describe('quoting for PowerShell', () => {
  const cases = [
    ['plain text', 'post@muster.example', `'post@muster.example'`],
    ['an apostrophe is doubled', `o'b`, `'o''b'`],
    [
      'each of the five quotes is doubled',
      quotes.join(''),
      `'${quotes.map((q) => q + q).join('')}'`,
    ],
    ['what looks like an end is none', `abc’; Remove-Mailbox y #`, `'abc’’; Remove-Mailbox y #'`],
    ['everything else is literal', '$a `n "b" ; # „c“ – $(x)', `'$a \`n "b" ; # „c“ – $(x)'`],
  ] as const;
  test.each(cases)('%s', (_, text, expected) => {
    expect(quotePowerShell(text)).toEqual({ ok: true, text: expected });
  });

  test('line breaks and controls are refused, all of them', () => {
    expect(quotePowerShell('a\r\nb\u0000\u2066')).toEqual({
      ok: false,
      problems: [
        { code: 'value-has-line-break' },
        { code: 'value-has-control-character', codePoint: 'U+0000' },
        { code: 'value-has-control-character', codePoint: 'U+2066' },
      ],
    });
  });

  test('no text at all leaves its literal', () => {
    fc.assert(
      fc.property(anyText, anyText, (text, rest) => {
        const quoted = quotePowerShell(text);
        if (!quoted.ok) return;
        expect(scanLiteral(quoted.text)).toEqual({ value: text, rest: '' });
        expect(scanLiteral(`${quoted.text} ${rest}`)).toEqual({ value: text, rest: ` ${rest}` });
      }),
      { numRuns: 2000 },
    );
  });

  test('no text at all leaves its OPATH literal inside the PowerShell literal', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const quoted = quoteOpath(text);
        if (!quoted.ok) return;
        const filter = scanLiteral(`'Name -eq ''${quoted.text}'''`);
        expect(filter?.rest).toBe('');
        expect(filter?.value.startsWith('Name -eq ')).toBe(true);
        const inner = filter?.value.slice('Name -eq '.length) ?? '';
        expect(scanLiteral(inner)).toEqual({ value: text, rest: '' });
      }),
      { numRuns: 2000 },
    );
  });

  test('an apostrophe in an OPATH filter stands there four times', () => {
    expect(quoteOpath(`o'b`)).toEqual({ ok: true, text: `o''''b` });
  });
});

describe('quoting a list for PowerShell', () => {
  /** The values of literals with commas between, as PowerShell reads them; undefined where anything else stands. */
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
    expect(quotePowerShellList(text)).toEqual({ ok: true, text: expected });
  });

  test.each(['', ' ', ',', ' , ,'])('a list without parts is refused: %j', (text) => {
    expect(quotePowerShellList(text)).toEqual({ ok: false, problems: [{ code: 'value-missing' }] });
  });

  test('no text at all leaves its literals', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const quoted = quotePowerShellList(text);
        if (!quoted.ok) return;
        const parts = text.split(',').map((part) => part.trim());
        expect(scanList(quoted.text)).toEqual(parts.filter((part) => part !== ''));
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

  test('every mailbox that is accepted is read as it is', () => {
    fc.assert(
      fc.property(fc.oneof(address, fc.emailAddress()), (text) => {
        const reading = readMailbox(text);
        if (!reading.ok) return;
        const quoted = quotePowerShell(reading.value);
        expect(quoted.ok && scanLiteral(quoted.text)).toEqual({ value: reading.value, rest: '' });
      }),
      { numRuns: 2000 },
    );
  });

  test('every list of mailboxes that is accepted is read as it is', () => {
    const list = fc.array(fc.oneof(address, fc.emailAddress()), { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(list, (texts) => {
        const reading = readMailboxes(texts.join('; '));
        if (!reading.ok) return;
        const quoted = quotePowerShellList(reading.value);
        expect(quoted.ok && scanList(quoted.text)).toEqual(reading.value.split(', '));
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

describe('a printed command', () => {
  const cases: readonly (readonly [string, Argument, string])[] = [
    ['text in quotes', { kind: 'text', text: `it's` }, `-Name 'it''s'`],
    [
      'a known value in quotes',
      { kind: 'slot', slot: 'mailbox' },
      `-Name 'o''brien@muster.example'`,
    ],
    [
      'an unknown value as its name in quotes',
      { kind: 'slot', slot: 'clientId' },
      `-Name '<Wert von clientId>'`,
    ],
    [
      'an OPATH filter with both layers of quotes',
      { kind: 'filter', property: 'PrimarySmtpAddress', slot: 'mailbox' },
      `-Name 'PrimarySmtpAddress -eq ''o''''brien@muster.example'''`,
    ],
    [
      'an OPATH filter before the value is known',
      { kind: 'filter', property: 'PrimarySmtpAddress', slot: 'clientId' },
      `-Name 'PrimarySmtpAddress -eq ''<Wert von clientId>'''`,
    ],
    ['true', { kind: 'boolean', value: true }, '-Name $true'],
    ['false', { kind: 'boolean', value: false }, '-Name $false'],
    ['a switch that is on', { kind: 'switch', value: true }, '-Name'],
    [
      'a switch that is off, in exactly this form',
      { kind: 'switch', value: false },
      '-Name:$false',
    ],
    ['a variable', { kind: 'variable', name: 'body' }, '-Name $body'],
    ['a number', { kind: 'number', value: 10 }, '-Name 10'],
    ['a list of texts', { kind: 'list', texts: ['aud', `t'id`] }, `-Name 'aud', 't''id'`],
    ['trusted text of our own', { kind: 'raw', text: 'CurrentUser' }, '-Name CurrentUser'],
  ];
  test.each(cases)('%s', (_, argument, expected) => {
    expect(printed(argument)).toBe(`Get-Muster ${expected}`);
  });

  test('commands are joined by pipes, and the text between two slots is one piece', () => {
    const read = command('Get-CASMailbox', { Identity: { kind: 'slot', slot: 'mailbox' } });
    const show = command('Format-List', {
      Property: { kind: 'list', texts: ['Name', 'PopEnabled'] },
    });
    expect(printPowerShell([{ pipeline: [read, show] }])).toEqual([
      [
        { text: 'Get-CASMailbox -Identity ' },
        { slot: 'mailbox', quote: 'powershell' },
        { text: ` | Format-List -Property 'Name', 'PopEnabled'` },
      ],
    ]);
  });

  test('what stands first needs no name', () => {
    const show = command('Format-List', {}, { kind: 'list', texts: ['Name', 'PopEnabled'] });
    expect(printPowerShell([{ pipeline: [show] }])).toEqual([
      [{ text: `Format-List 'Name', 'PopEnabled'` }],
    ]);
  });

  test('a command for each of a list', () => {
    const run = command('Get-CASMailbox', { Identity: { kind: 'variable', name: '_' } });
    const line = { each: 'mailboxes', run, pipeline: [command('Format-List')] };
    expect(printPowerShell([line])).toEqual([
      [
        { slot: 'mailboxes', quote: 'powershell-list' },
        { text: ' | ForEach-Object { Get-CASMailbox -Identity $_ } | Format-List' },
      ],
    ]);
  });

  test('text of our own that cannot be quoted is our mistake', () => {
    expect(() => printed({ kind: 'text', text: 'a\nb' })).toThrow('cannot be quoted');
  });
});

describe('filling a script', () => {
  const lines = printPowerShell([
    { pipeline: [command('Get-CASMailbox', { Identity: { kind: 'slot', slot: 'mailbox' } })] },
    {
      pipeline: [command('Get-ServicePrincipal', { Identity: { kind: 'slot', slot: 'clientId' } })],
    },
  ]);

  test('with all values there is nothing missing', () => {
    const values = { mailbox: 'post@muster.example', clientId: 'abc' };
    expect(fillScript(lines, values, placeholderOf)).toEqual({
      text: "Get-CASMailbox -Identity 'post@muster.example'\nGet-ServicePrincipal -Identity 'abc'",
      missing: [],
      problems: [],
    });
  });

  test('a refused value does not get in; its problems come back once', () => {
    const values = { mailbox: 'a\nRemove-Mailbox', clientId: 'abc' };
    expect(fillScript([...lines, ...lines.slice(0, 1)], values, placeholderOf)).toEqual({
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
    'an identity is never empty, for then Exchange would take every mailbox: %j',
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
