import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readMailbox } from '../../../src/domain/values/mailbox.ts';
import { noteCodes } from '../../../src/domain/values/notes.ts';
import { anyText, longTexts } from '../../fixtures/any-text.ts';

const address = 'ipm-versand@muster.example';

describe('a consumer address', () => {
  it.each(
    'outlook.de outlook.com hotmail.com hotmail.de hotmail.co.uk live.de live.com msn.com gmail.com googlemail.com gmx.de gmx.net gmx.at web.de t-online.de freenet.de yahoo.de yahoo.com icloud.com me.com aol.com aol.de'.split(
      ' ',
    ),
  )('at %s is taken, and odd', (domain) => {
    const reading = readMailbox(`firma@${domain}`);
    expect(reading).toEqual({
      ok: true,
      value: `firma@${domain}`,
      notes: [{ code: 'mailbox-of-provider', domain }],
    });
    expect(
      reading.ok && reading.notes.every(({ code }) => noteCodes[code].severity === 'odd'),
    ).toBe(true);
  });

  it('is not assumed for an address at another domain', () => {
    fc.assert(
      fc.property(fc.constantFrom('outlook.de', 'gmail.com', 'web.de', 'me.com'), (domain) => {
        for (const own of [`${domain}.example`, `muster.${domain}`, `x${domain}`]) {
          expect(readMailbox(`a@${own}`)).toEqual({ ok: true, value: `a@${own}`, notes: [] });
        }
      }),
    );
  });
});

describe('readMailbox', () => {
  it.each([
    ['an address is accepted', address, address, []],
    [
      'its domain becomes lower case, its name stays',
      'Info@Muster.DE',
      'Info@muster.de',
      ['lower-cased'],
    ],
    ['a plus is part of the name', 'a+b@muster.de', 'a+b@muster.de', []],
    ['so is an apostrophe', "o'neil@muster.de", "o'neil@muster.de", []],
    ['a mail link', `mailto:${address}`, address, ['mailto-removed']],
    ['a mail link with a subject', `MAILTO: ${address}?subject=Hallo`, address, ['mailto-removed']],
    ['a name before it', `Muster, Anna <${address}>`, address, ['display-name-removed']],
    ['a name in quotation marks', `"Anna Muster" <${address}>`, address, ['display-name-removed']],
    ['itself as the name', `${address} <${address}>`, address, ['display-name-removed']],
    [
      'as Outlook copies it',
      `${address} <mailto:${address}>`,
      address,
      ['display-name-removed', 'mailto-removed'],
    ],
    ['angle brackets', `<${address}>`, address, ['brackets-removed']],
    ['a dot at the end of a sentence', `${address}.`, address, ['trailing-dot-removed']],
    [
      'a private address of Microsoft',
      'firma@outlook.de',
      'firma@outlook.de',
      ['mailbox-of-provider'],
    ],
    [
      'in capitals',
      'Firma@Hotmail.COM',
      'Firma@hotmail.com',
      ['lower-cased', 'mailbox-of-provider'],
    ],
    ['at a telephone company', 'firma@t-online.de', 'firma@t-online.de', ['mailbox-of-provider']],
    ['an own domain below such a name', 'a@gmail.muster.example', 'a@gmail.muster.example', []],
    ['an own domain that ends in such a name', 'a@mein-web.de', 'a@mein-web.de', []],
    ['the tenant’s first domain', 'a@muster.onmicrosoft.com', 'a@muster.onmicrosoft.com', []],
    [
      'a guest, wherever from',
      'max_extern.example#EXT#@muster.onmicrosoft.com',
      'max_extern.example#EXT#@muster.onmicrosoft.com',
      ['mailbox-of-guest'],
    ],
    ['a domain in its xn-- form', 'a@xn--mller-kva.de', 'a@xn--mller-kva.de', []],
  ])('%s', (_description, text, value, codes) => {
    const reading = readMailbox(text);
    expect(reading).toMatchObject({ ok: true, value });
    expect(reading.ok && reading.notes.map(({ code }) => code)).toEqual(codes);
  });

  it('notes the name that it removed', () => {
    expect(readMailbox(`Anna Muster <${address}>`)).toMatchObject({
      notes: [{ code: 'display-name-removed', name: 'Anna Muster' }],
    });
  });

  it.each([
    ['nothing', ' ', [{ code: 'value-missing' }]],
    ['no @', 'muster.de', [{ code: 'mailbox-without-at' }]],
    ['two @', 'a@b@muster.de', [{ code: 'mailbox-many-at' }]],
    ['two addresses with a semicolon', `${address};b@muster.de`, [{ code: 'mailbox-several' }]],
    ['two addresses with a comma', `${address}, b@muster.de`, [{ code: 'mailbox-several' }]],
    ['two addresses with a blank', `${address} b@muster.de`, [{ code: 'mailbox-several' }]],
    ['two addresses with names', `A <${address}>; B <b@muster.de>`, [{ code: 'mailbox-several' }]],
    ['two addresses in brackets', `<${address}> <b@muster.de>`, [{ code: 'mailbox-several' }]],
    ['two lines', `${address}\nb@muster.de`, [{ code: 'value-has-line-break' }]],
    ['nothing before the @', '@muster.de', [{ code: 'mailbox-local-missing' }]],
    ['nothing after it', 'info@', [{ code: 'mailbox-domain-missing' }]],
    [
      'an umlaut before it',
      'müller@muster.de',
      [{ code: 'mailbox-local-character', character: 'ü' }],
    ],
    ['a blank before it', 'anna muster@muster.de', [{ code: 'mailbox-has-blank' }]],
    ['blanks on both sides', 'a b@muster .de', [{ code: 'mailbox-has-blank' }]],
    ['a dot at the beginning', '.a@muster.de', [{ code: 'mailbox-local-dot' }]],
    ['a dot at the end', 'a.@muster.de', [{ code: 'mailbox-local-dot' }]],
    ['two dots', 'a..b@muster.de', [{ code: 'mailbox-local-dot' }]],
    [
      '65 characters before it',
      `${'a'.repeat(65)}@muster.de`,
      [{ code: 'mailbox-local-too-long', length: '65' }],
    ],
    ['an umlaut after it', 'a@müller.de', [{ code: 'mailbox-domain-umlaut', domain: 'müller.de' }]],
    ['no ending', 'a@muster', [{ code: 'mailbox-domain-wrong', domain: 'muster' }]],
    ['an IP address', 'a@192.168.0.1', [{ code: 'mailbox-domain-wrong', domain: '192.168.0.1' }]],
    [
      'a semicolon after it',
      'a@muster.de;',
      [{ code: 'mailbox-domain-wrong', domain: 'muster.de;' }],
    ],
    [
      'more than 254 characters',
      `${'a'.repeat(64)}@${'b.'.repeat(94)}de`,
      [{ code: 'value-too-long', length: '255', limit: '254' }],
    ],
    ['a placeholder', '[MAILBOX]', [{ code: 'value-is-placeholder', text: '[MAILBOX]' }]],
    [
      'several faults',
      '.ä b@müller.d_e',
      [
        { code: 'mailbox-local-character', character: 'ä' },
        { code: 'mailbox-has-blank' },
        { code: 'mailbox-local-dot' },
        { code: 'mailbox-domain-umlaut', domain: 'müller.d_e' },
        { code: 'mailbox-domain-wrong', domain: 'müller.d_e' },
      ],
    ],
  ])('%s is refused', (_description, text, problems) => {
    expect(readMailbox(text)).toEqual({ ok: false, problems });
  });

  it('whatever is typed, a mailbox that is accepted is accepted again unchanged', () => {
    fc.assert(
      fc.property(anyText(address, `A <${address}>`, `mailto:${address}`), (text) => {
        const reading = readMailbox(text);
        if (!reading.ok) return;
        expect(readMailbox(reading.value)).toEqual({ ok: true, value: reading.value, notes: [] });
      }),
      { numRuns: 3000 },
    );
  });

  it('long texts get an answer', () => {
    for (const text of longTexts) expect(readMailbox(text)).toHaveProperty('ok');
  });
});
