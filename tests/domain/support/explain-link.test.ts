import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { acceptedValues, explainLink } from '../../../src/domain/support/explain-link.ts';
import { printLinkValues } from '../../../src/domain/values/print-link.ts';
import { anyText } from '../../fixtures/any-text.ts';
import { guideChunkOf } from '../../../src/content-model/guide-chunk.ts';
import { readContent } from '../../../src/content-model/read-content.ts';

const guides = Object.values(guideChunkOf(readContent())).map(({ guide }) => guide);
const known = { guides, languages: ['de', 'en'], pages: ['all', 'check'] };
const context = { today: '2026-11-20' };
const explain = (text: string) => explainLink(text, known, context);

const secret = `${['Ab1', '8', 'Q'].join('')}~${'x'.repeat(34)}`;
const step = 'https://postlotse.example/ipm-cloud/redirect-uris/';

describe('a link', () => {
  it('says guide, step, language and values', () => {
    const link = explain(`${step}#customerHost=muster&mailbox=a+b@muster.example`);
    expect(link).toMatchObject({ guide: 'ipm-cloud', page: 'redirect-uris', isStep: true });
    expect(link?.language).toBeUndefined();
    expect(link && acceptedValues(link)).toEqual({
      customerHost: 'muster',
      mailbox: 'a+b@muster.example',
    });
  });

  it.each([
    ['another language and host', 'http://localhost:4321/en/bm/', 'bm', undefined, 'en'],
    [
      'no slash at the end',
      'https://hilfe.muster.example/bm/smtp-auth',
      'bm',
      'smtp-auth',
      undefined,
    ],
    [
      'a page that is no step',
      'https://x.example/bm/check/#clientType=public',
      'bm',
      'check',
      undefined,
    ],
    [
      'brackets of a mail',
      'Siehe <https://x.example/bm/smtp-auth/#mailbox=a@muster.example>.',
      'bm',
      'smtp-auth',
      undefined,
    ],
    [
      'the end of a sentence',
      'Siehe https://x.example/bm/smtp-auth/#mailbox=a@muster.example.',
      'bm',
      'smtp-auth',
      undefined,
    ],
  ])('%s', (_name, text, guide, page, language) => {
    const link = explain(text);
    expect(link).toMatchObject({ guide, page, language });
    expect(link?.values.every(({ reading }) => reading.ok)).toBe(true);
  });

  it.each([
    ['an unknown guide', 'https://x.example/planer/smtp-auth/#mailbox=a@muster.example'],
    ['an unknown step', 'https://x.example/bm/nothing/#mailbox=a@muster.example'],
    ['a longer path', 'https://x.example/bm/smtp-auth/more/#mailbox=a@muster.example'],
    ['another page', 'https://x.example/errors/aadsts50011/'],
    ['a query', 'https://x.example/bm/?a=b'],
    ['no address', 'bm/smtp-auth/#mailbox=a@muster.example'],
  ])('is none of ours: %s', (_name, text) => {
    expect(explain(text)).toBeUndefined();
  });

  it('with values comes before one without', () => {
    const link = explain(`https://x.example/bm/ ${step}#customerHost=muster`);
    expect(link?.guide).toBe('ipm-cloud');
  });

  it('says what is wrong with each value, and which keys it does not know', () => {
    const link = explain(`${step}#customerHost=a_b&tenantId=1&nonsense=${secret}&mailbox=%E0%A4%A`);
    const wrong = link?.values.map(({ id, reading }) => [id, reading.ok]);
    expect(wrong).toEqual([
      ['customerHost', false],
      ['tenantId', false],
    ]);
    expect(link?.problems.map(({ problem }) => problem.code).toSorted()).toEqual([
      'link-broken-encoding',
      'link-key-unknown',
    ]);
  });

  it('never repeats a secret', () => {
    const ids = guides.flatMap(({ id, values }) => values.map((value) => [id, value.id] as const));
    for (const [guide, value] of [...ids, ['bm', 'clientSecret'], ['bm', secret]] as const) {
      const link = explain(`https://x.example/${guide}/#${value}=${encodeURIComponent(secret)}`);
      expect(link).toBeDefined();
      expect(JSON.stringify(link)).not.toContain(secret);
    }
  });

  it('gives back what was printed', () => {
    const host = fc.stringMatching(/^[a-z][a-z0-9]{0,20}$/);
    const local = fc.stringMatching(/^[a-z][a-z0-9+]{0,20}$/);
    fc.assert(
      fc.property(host, local, (customerHost, name) => {
        const values = { customerHost, mailbox: `${name}@muster.example` };
        const link = explain(`Link: ${step}${printLinkValues(values, Object.keys(values))}.`);
        const accepted = link && acceptedValues(link);
        for (const [id, text] of Object.entries(accepted ?? {}))
          expect(text).toBe(values[id as keyof typeof values]);
        expect(link?.values.length).toBe(2);
      }),
    );
  });

  it('is read in any text, and quickly', () => {
    fc.assert(fc.property(anyText(), (text) => void explain(`${step}#${text}`)));
    const start = performance.now();
    explain('https://x.example/bm/#'.repeat(30_000));
    explain(`https://${'a/'.repeat(300_000)}`);
    expect(performance.now() - start).toBeLessThan(2000);
  });
});
