import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseLinkValues } from '../../../src/domain/values/link-values.ts';
import { printLinkValues } from '../../../src/domain/values/print-link.ts';
import { anyText, longTexts } from '../../fixtures/any-text.ts';

const keys = ['tenantId', 'customerHost', 'serverHost', 'mailbox', 'organisation'];
const secret = `Ab18Q~${'a'.repeat(34)}`;

function valuesOf(fragment: string): Readonly<Record<string, string>> {
  return Object.fromEntries(parseLinkValues(fragment, keys).values);
}

describe('parseLinkValues with renamed keys', () => {
  const renamed = { host: 'customerHost' };
  const parse = (fragment: string) => parseLinkValues(fragment, keys, renamed);

  it.each([
    ['a former key', '#host=muster', { customerHost: 'muster' }],
    [
      'beside others',
      '#host=muster&serverHost=srv042',
      { customerHost: 'muster', serverHost: 'srv042' },
    ],
    ['the key itself', '#customerHost=muster', { customerHost: 'muster' }],
  ])('%s', (_description, fragment, values) => {
    expect(Object.fromEntries(parse(fragment).values)).toEqual(values);
    expect(parse(fragment).problems).toEqual([]);
  });

  it('takes neither of a key and its former name', () => {
    expect(parse('#host=muster&customerHost=firma')).toEqual({
      values: new Map(),
      problems: [{ key: 'customerHost', problem: { code: 'link-key-twice', key: 'customerHost' } }],
    });
  });

  it.each(['constructor', 'toString', '__proto__'])('has no former key %s', (key) => {
    expect(parse(`#${key}=muster`).values).toEqual(new Map());
  });
});

describe('parseLinkValues', () => {
  it.each([
    [
      'values',
      '#customerHost=muster&serverHost=srv042',
      { customerHost: 'muster', serverHost: 'srv042' },
    ],
    ['values without #', 'customerHost=muster', { customerHost: 'muster' }],
    [
      'an encoded text',
      '#organisation=Muster%20%26%20S%C3%B6hne',
      { organisation: 'Muster & Söhne' },
    ],
    ['a plus stays a plus', '#mailbox=a+b@muster.de', { mailbox: 'a+b@muster.de' }],
    ['a second = belongs to the value', '#organisation=a=b', { organisation: 'a=b' }],
    ['an encoded key', '#customer%48ost=muster', { customerHost: 'muster' }],
    ['empty pieces', '#&customerHost=muster&&', { customerHost: 'muster' }],
    ['an empty value is ignored', '#customerHost=&serverHost=srv042', { serverHost: 'srv042' }],
    ['nothing', '', {}],
    ['a # alone', '#', {}],
    ['an anchor', '#troubleshooting', {}],
    ['a wrong value is not judged here', '#customerHost=<b>', { customerHost: '<b>' }],
  ])('%s', (_description, fragment, values) => {
    expect(valuesOf(fragment)).toEqual(values);
    expect(parseLinkValues(fragment, keys).problems).toEqual([]);
  });

  it.each([
    [
      'a broken encoding',
      '#customerHost=%E0%A4%A&serverHost=srv042',
      [{ key: 'customerHost', problem: { code: 'link-broken-encoding', key: 'customerHost' } }],
      { serverHost: 'srv042' },
    ],
    ['a broken key', '#%zz=muster', [{ problem: { code: 'link-broken-encoding', key: '…' } }], {}],
    [
      'a key twice',
      '#customerHost=muster&customerHost=firma&serverHost=srv042&customerHost=x',
      [{ key: 'customerHost', problem: { code: 'link-key-twice', key: 'customerHost' } }],
      { serverHost: 'srv042' },
    ],
    [
      'an unknown key',
      '#clientSecret=muster&customerHost=muster',
      [{ problem: { code: 'link-key-unknown', key: 'clientSecret' } }],
      { customerHost: 'muster' },
    ],
    [
      'an unknown key several times',
      '#a=1&a=2',
      [{ problem: { code: 'link-key-unknown', key: 'a' } }],
      {},
    ],
    [
      'a long unknown key',
      `#${'a'.repeat(50)}=1`,
      [{ problem: { code: 'link-key-unknown', key: '…' } }],
      {},
    ],
    [
      'an unknown key with what cannot be seen',
      '#%20a%00%E2%80%AEb=1',
      [{ problem: { code: 'link-key-unknown', key: '…' } }],
      {},
    ],
    [
      'a secret instead of a key',
      `#customerHost=muster&${secret}=`,
      [{ problem: { code: 'link-key-unknown', key: '…' } }],
      { customerHost: 'muster' },
    ],
    [
      'a value that was cut at its &',
      '#organisation=Muster & Sohn',
      [{ problem: { code: 'link-key-unknown', key: '…' } }],
      { organisation: 'Muster ' },
    ],
    [
      "keys of every object's",
      '#__proto__=a&constructor=b',
      [
        { problem: { code: 'link-key-unknown', key: '__proto__' } },
        { problem: { code: 'link-key-unknown', key: 'constructor' } },
      ],
      {},
    ],
    [
      'far too long a fragment',
      `#customerHost=${'a'.repeat(8000)}`,
      [{ problem: { code: 'link-too-long', length: '8014', limit: '8000' } }],
      {},
    ],
  ])('reports %s', (_description, fragment, problems, values) => {
    expect(parseLinkValues(fragment, keys).problems).toEqual(problems);
    expect(valuesOf(fragment)).toEqual(values);
  });

  it('never repeats the value of a refused key', () => {
    const texts = fc.string({ minLength: 6, unit: fc.constantFrom(...'QXZ789~') });
    fc.assert(
      fc.property(texts, (text) => {
        const fragment = `#secret=${text}&${text}&mailbox=${text}&mailbox=${text}&tenantId=${text}%`;
        const answer = JSON.stringify(parseLinkValues(fragment, keys));
        expect(answer).not.toContain(text);
      }),
    );
  });

  it('gives values only for known keys, whatever the fragment', () => {
    fc.assert(
      fc.property(anyText('#customerHost=muster&serverHost=srv042', 'mailbox='), (fragment) => {
        const { values } = parseLinkValues(fragment, keys);
        for (const key of values.keys()) expect(keys).toContain(key);
      }),
      { numRuns: 2000 },
    );
  });

  it('gives an answer for long fragments', () => {
    for (const text of longTexts) expect(parseLinkValues(text, keys)).toHaveProperty('values');
  });
});

describe('printLinkValues', () => {
  it.each([
    [
      'values in their order',
      { serverHost: 'srv042', customerHost: 'muster' },
      '#customerHost=muster&serverHost=srv042',
    ],
    ['nothing known', { customerHost: undefined, serverHost: '' }, ''],
    ['a mail address stays readable', { mailbox: 'a+b@muster.de' }, '#mailbox=a%2Bb@muster.de'],
    [
      'marks that mail programs leave out of links',
      { organisation: "Muster (Nord) 'e.V.'." },
      '#organisation=Muster%20%28Nord%29%20%27e.V.%27%2E',
    ],
    [
      'values that are not asked for stay out',
      { customerHost: 'muster', secret: 'x' },
      '#customerHost=muster',
    ],
    ['half a character does not stop it', { organisation: 'a\uD800' }, '#organisation=a%EF%BF%BD'],
  ])('%s', (_description, values, fragment) => {
    expect(printLinkValues(values, keys)).toBe(fragment);
  });

  it('an inherited property is not a value', () => {
    expect(printLinkValues({}, ['__proto__', 'constructor', 'toString'])).toBe('');
  });

  it('is read back unchanged, whatever the values', () => {
    const text = fc.oneof(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'binary' }));
    const values = fc.dictionary(
      fc.constantFrom(...keys),
      text.filter((one) => one !== ''),
    );
    fc.assert(
      fc.property(values, (some) => {
        expect(valuesOf(printLinkValues(some, keys))).toEqual({ ...some });
        expect(parseLinkValues(printLinkValues(some, keys), keys).problems).toEqual([]);
      }),
    );
  });
});
