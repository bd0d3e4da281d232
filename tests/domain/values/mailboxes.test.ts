import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseLinkValues } from '../../../src/domain/values/link-values.ts';
import { readMailbox } from '../../../src/domain/values/mailbox.ts';
import { mailboxesLimit, readMailboxes } from '../../../src/domain/values/mailboxes.ts';
import { anyText, longTexts } from '../../fixtures/any-text.ts';

const a = 'anna@muster.example';
const b = 'bernd@muster.example';
const many = (count: number) =>
  Array.from({ length: count }, (_, index) => `p${index}@muster.example`);

describe('readMailboxes', () => {
  it.each([
    ['one address', a, a, []],
    ['as it is kept', `${a}, ${b}`, `${a}, ${b}`, []],
    ['lines', `${a}\n${b}\r\n`, `${a}, ${b}`, ['blanks-removed']],
    ['commas', `${a},${b}`, `${a}, ${b}`, []],
    ['semicolons, one more at the end', `${a}; ${b};`, `${a}, ${b}`, []],
    ['blanks', `${a} ${b}`, `${a}, ${b}`, []],
    ['all of them mixed', `${a} ;,\n ,${b}`, `${a}, ${b}`, []],
    [
      'an address line with names (FF-16)',
      `Muster, Anna <${a}>; Bernd <${b}>`,
      `${a}, ${b}`,
      ['display-name-removed'],
    ],
    [
      'names without separators',
      `Anna <${a}> Bernd <${b}>`,
      `${a}, ${b}`,
      ['display-name-removed'],
    ],
    ['an address before a name', `${a} Bernd <${b}>`, `${a}, ${b}`, ['display-name-removed']],
    ['mail links', `mailto:${a}\nmailto: ${b}`, `${a}, ${b}`, ['mailto-removed']],
    ['a list out of a script', `'${a}', '${b}'`, `${a}, ${b}`, ['quotes-removed']],
    ['the same address again', `${a}; ${b}; ${a}`, `${a}, ${b}`, ['duplicates-removed']],
    ['the same in capitals', `${a}, ${a.toUpperCase()}`, a, ['duplicates-removed']],
    ['as many as may be', many(50).join('\n'), many(50).join(', '), []],
  ])('%s', (_, text, value, codes) => {
    const reading = readMailboxes(text);
    expect(reading).toMatchObject({ ok: true, value });
    expect(reading.ok && reading.notes.map(({ code }) => code)).toEqual(codes);
  });

  it('notes how many were removed', () => {
    expect(readMailboxes([a, b, a, b, a].join(' '))).toMatchObject({
      notes: [{ code: 'duplicates-removed', count: '3' }],
    });
  });

  it.each([
    ['nothing', ' \n ', [{ code: 'value-missing' }]],
    ['separators alone', ' ,;\n', [{ code: 'value-missing' }]],
    [
      'one of them wrong',
      `${a}, bernd`,
      [{ code: 'mailboxes-wrong', address: 'bernd' }, { code: 'mailbox-without-at' }],
    ],
    [
      'two wrong in the same way, which is said once',
      'anna, bernd',
      [
        { code: 'mailboxes-wrong', address: 'anna' },
        { code: 'mailbox-without-at' },
        { code: 'mailboxes-wrong', address: 'bernd' },
      ],
    ],
    [
      'two wrong in their own ways',
      `@muster.example\nanna@müller.example`,
      [
        { code: 'mailboxes-wrong', address: '@muster.example' },
        { code: 'mailbox-local-missing' },
        { code: 'mailboxes-wrong', address: 'anna@müller.example' },
        { code: 'mailbox-domain-umlaut', domain: 'müller.example' },
      ],
    ],
    [
      'half a name without an address',
      `Muster, ${a}`,
      [{ code: 'mailboxes-wrong', address: 'Muster' }, { code: 'mailbox-without-at' }],
    ],
    [
      'one too many',
      many(51).join(' '),
      [{ code: 'mailboxes-too-many', count: '51', limit: '50' }],
    ],
    [
      'a placeholder',
      '[Ihre Postfächer]',
      [{ code: 'value-is-placeholder', text: '[Ihre Postfächer]' }],
    ],
    [
      'a text that is no list',
      'x'.repeat(16_001),
      [{ code: 'value-too-long', length: '16001', limit: '16000' }],
    ],
    [
      'a control character inside',
      `${a}, be\0rnd@muster.example`,
      [
        { code: 'mailboxes-wrong', address: 'be\0rnd@muster.example' },
        { code: 'value-has-control-character', codePoint: 'U+0000' },
      ],
    ],
  ])('%s is refused', (_, text, problems) => {
    expect(readMailboxes(text)).toEqual({ ok: false, problems });
  });

  it('mailboxes that are accepted alone are accepted together', () => {
    const address = fc.emailAddress().filter((one) => readMailbox(one).ok);
    const separator = fc.constantFrom(',', ', ', ';', '\n', ' ', '\r\n', '; ');
    fc.assert(
      fc.property(
        fc.array(address, { minLength: 1, maxLength: 20 }),
        separator,
        (list, between) => {
          const reading = readMailboxes(list.join(between));
          const kept = new Map(
            list.map((one) => {
              const single = readMailbox(one);
              const value = single.ok ? single.value : '';
              return [value.toLowerCase(), value];
            }),
          );
          expect(reading.ok && reading.value.toLowerCase()).toBe([...kept.keys()].join(', '));
        },
      ),
      { numRuns: 500 },
    );
  });

  it('whatever is typed, a list that is accepted is accepted again unchanged, also from a link', () => {
    fc.assert(
      fc.property(anyText(a, `${a}, ${b}`, `A <${a}>; B <${b}>`, ';', '\n'), (text) => {
        const reading = readMailboxes(text);
        if (!reading.ok) return;
        const again = { ok: true, value: reading.value, notes: [] };
        expect(readMailboxes(reading.value)).toEqual(again);
        expect(reading.value.split(', ').length).toBeLessThanOrEqual(mailboxesLimit);
        const link = `#mailboxes=${encodeURIComponent(reading.value)}`;
        const linked = parseLinkValues(link, ['mailboxes']).values.get('mailboxes') ?? '';
        expect(readMailboxes(linked)).toEqual(again);
      }),
      { numRuns: 1500 },
    );
  });

  it('long texts get an answer', () => {
    for (const text of longTexts) expect(readMailboxes(text)).toHaveProperty('ok');
  });
});
