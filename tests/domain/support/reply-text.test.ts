/** From a ticket to link and reply, with everything the site knows. */

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import {
  linkOf,
  pagesAfterFor,
  repliesTo,
  replyText,
  rulesFor,
  stepFor,
  type Subject,
} from '../../../src/components/support/reply-text.ts';
import { errorChunkOf } from '../../../src/content-model/error-chunk.ts';
import { entriesOf, errorsSchema } from '../../../src/content-model/errors.ts';
import { guideChunkOf, guideNamesOf } from '../../../src/content-model/guide-chunk.ts';
import { readContent } from '../../../src/content-model/read-content.ts';
import { repliesOf } from '../../../src/content-model/reply-chunk.ts';
import { readAsked } from '../../../src/domain/ask/asked.ts';
import { catalogueOf } from '../../../src/domain/errors/catalogue.ts';
import { languageCodes, type Language } from '../../../src/i18n/languages.ts';

const files = readContent();
const guides = guideChunkOf(files);
const knowledge = {
  catalogue: catalogueOf(
    entriesOf(errorsSchema.parse(parse(files.get('errors/errors.yml') ?? ''))),
  ),
  guides,
  languages: languageCodes,
  pages: [],
};
const sources = Object.fromEntries(
  languageCodes.map((code) => [
    code,
    {
      replies: repliesOf(files, code),
      errors: errorChunkOf(files, code),
      names: guideNamesOf(files, code),
    },
  ]),
) as Readonly<Record<Language, Parameters<typeof replyText>[1]>>;
const today = '2026-11-20';
const origin = 'https://postlotse.example';
const tenantId = '3d6a1f80-5b2c-4e97-8a41-7c09e2d4b615';

function made(text: string, language: Language, more: Partial<Subject> = {}) {
  const asked = readAsked({ text, own: {}, today }, knowledge);
  const errors = asked.decoded.findings.flatMap((one) => (one.kind === 'known' ? [one.id] : []));
  const guide = guides[asked.guide ?? '']?.guide;
  const reply = repliesTo(errors, sources.de, { guide, values: asked.values })[0] ?? 'any-step';
  const step = guide && stepFor(reply, guide, asked.values, sources.de);
  const sent = asked.decoded.redirects[0];
  const subject = { reply, guide, step, language, values: asked.values, sent, today, ...more };
  const link = linkOf(subject, origin);
  return { reply, link, text: replyText(subject, sources[language], link) };
}

describe('a ticket', () => {
  it('is answered with both addresses and the link', () => {
    const ticket = `AADSTS50011: The redirect URI 'https://muster.ipmcloud.de/x' specified in the request does not match. Mandant ${tenantId}, https://muster.ipmcloud.de`;
    const { reply, link, text } = made(ticket, 'de');
    expect(reply).toBe('redirect-differs');
    expect(link).toContain('/ipm-cloud/redirect-uris/#customerHost=muster');
    for (const part of ['muster.ipmcloud.de/x', 'https://muster.ipmcloud.de', link])
      expect(text).toContain(part);
  });

  it('without a program leads to the error', () => {
    const { link } = made('AADSTS50126', 'en', { reply: 'error:aadsts50126' });
    expect(link).toBe(`${origin}/en/errors/aadsts50126/`);
  });
});

describe('what a set-up has no use for', () => {
  it.each([
    ['ipm-cloud', {}, ['smtp-auth', 'second-factor', 'sign-in-again']],
    ['cmxorganize', {}, []],
    ['flowfact', {}, []],
    ['bm', { clientType: 'private' }, ['redirect-differs', 'redirect-uris']],
    [
      'bm',
      { clientType: 'public' },
      ['secret-id', 'secret-expired', 'client-secret', 'redirect-differs', 'redirect-uris'],
    ],
    ['none', {}, []],
  ])('is not offered: %s %j', (id, values, expected) => {
    const setUp = { guide: guides[id]?.guide, values };
    const useful = rulesFor(setUp, sources.de);
    const { rules } = sources.de.replies;
    expect(rules.filter((rule) => !useful.includes(rule)).map((rule) => rule.id)).toEqual(expected);
    for (const { id: error } of sources.de.errors.entries) {
      const offered = repliesTo([error], sources.de, setUp);
      expect(offered.filter((reply) => expected.includes(reply))).toEqual([]);
      expect(offered).toContain(`error:${error}`);
    }
  });

  it.each([
    ['iPM-Cloud', 'AADSTS50076', 'error:aadsts50076'],
    ['iPM-Cloud', '535 5.7.139 SmtpClientAuthentication is disabled for the Tenant', 'error:'],
    ['Flowfact', 'AADSTS50076', 'second-factor'],
    ['', 'AADSTS50076', 'second-factor'],
  ])('%s: %s is answered with %s', (product, error, expected) => {
    expect(made(`${product} ${error}`, 'de').reply).toMatch(new RegExp(`^${expected}`));
  });
});

describe('the guide’s redirect URIs', () => {
  const of = (id: string, values: Readonly<Record<string, string>>): string =>
    replyText(
      { reply: 'redirect-uris', guide: guides[id]?.guide, language: 'de', values, today },
      sources.de,
      'https://x.example/',
    );
  const own = 'https://muster.ipmcloud.de\nhttps://muster.ipmcloud.de/';
  const server = 'https://srv042.ipmcloud.de\nhttps://srv042.ipmcloud.de/';
  it.each([
    ['all', 'ipm-cloud', { customerHost: 'muster', serverHost: 'srv042' }, `${own}\n${server}`],
    ['those that are known', 'ipm-cloud', { customerHost: 'muster' }, `Seite:\n${own}\n\n`],
    [
      'those without a value',
      'flowfact',
      {},
      'https://login.microsoftonline.com/common/oauth2/nativeclient',
    ],
  ])('are listed: %s', (_name, id, values, expected) => {
    expect(of(id, values)).toContain(expected);
  });

  it('are left to the page where none is known', () => {
    expect(of('ipm-cloud', {})).not.toContain('ipmcloud.de');
  });
});

describe('a page after the steps', () => {
  it.each([
    ['ipm-cloud', {}, ['renew', 'remove']],
    ['bm', { clientType: 'public' }, ['remove']],
    ['none', {}, []],
  ])('of %s %j', (id, values, expected) => {
    expect(pagesAfterFor({ guide: guides[id]?.guide, values })).toEqual(expected);
  });

  it.each(languageCodes)('is named in %s', (language) => {
    const { link, text } = made('iPM-Cloud', language, { reply: 'any-step', step: 'renew' });
    expect(link).toMatch(/\/ipm-cloud\/renew\/$/);
    expect(text).toContain(sources[language].replies.pages.renew);
  });
});

describe('a secret that was sent along', () => {
  it.each([
    ['Kennwort: Sommer2026!', true],
    ['Clientschlüssel ' + ['Ab1', '8', 'Q'].join('') + `~${'x'.repeat(34)}`, true],
    ['Das Kennwort ist falsch.', false],
    ['AADSTS50011', false],
  ])('%s: the reply says so: %s', (told, expected) => {
    const text = `iPM-Cloud: ${told}`;
    const asked = readAsked({ text, own: {}, today }, knowledge);
    expect(asked.tellsSecret).toBe(expected);
    for (const language of languageCodes) {
      const reply = made(text, language, { isSecretSent: asked.tellsSecret }).text;
      const [sentence = ''] = [sources[language].replies.frame['secret-sent'][0]].flat();
      expect(reply.includes(sentence)).toBe(expected);
      expect(reply).not.toContain('Sommer2026');
    }
  });
});

describe.each(languageCodes)('every reply in %s', (language) => {
  it('is whole and short for every guide, step and error, without any value', () => {
    const source = sources[language];
    const { entries } = source.errors;
    const replies = [
      ...source.replies.rules.map(({ id }) => id),
      ...entries.map(({ id }) => `error:${id}`),
    ];
    const of = (subject: Partial<Subject>): void => {
      const whole = { reply: 'any-step', language, values: {}, today, ...subject };
      const text = replyText(whole, source, 'https://x.example/');
      expect(text).not.toMatch(
        /\{(?:product|step|code|title|cause|fix|sent|expected|link|[a-z]+Id)\}|undefined/,
      );
      expect(text.length).toBeLessThan(2000);
    };
    for (const { guide } of Object.values(guides)) {
      for (const reply of replies) of({ reply, guide });
      for (const { id } of guide.steps) of({ guide, step: id });
    }
    for (const reply of replies) of({ reply });
  });
});

describe('what looks like a secret', () => {
  const places = [
    (secret: string) => `AADSTS7000215 iPM-Cloud Wert ${secret}`,
    (secret: string) =>
      `AADSTS50011: The redirect URI 'https://muster.ipmcloud.de/${secret}' specified in the request does not match. https://muster.ipmcloud.de`,
    (secret: string) =>
      `AADSTS50011: The redirect URI 'https://u:${secret}@muster.ipmcloud.de/?a=${secret}#${secret}' specified in the request does not match. https://muster.ipmcloud.de`,
    (secret: string) => `iPM-Cloud AADSTS50034 Postfach: ${secret}@muster.example`,
    (secret: string) => `https://x.example/bm/smtp-auth/#mailbox=${encodeURIComponent(secret)}`,
    (secret: string) => `https://x.example/cmxorganize/#organisation=${encodeURIComponent(secret)}`,
  ];
  const body = fc.stringMatching(/^[A-Za-z0-9_]{34}$/);

  it('is neither in the link nor in the reply', () => {
    fc.assert(
      fc.property(
        body,
        fc.constantFrom(...places),
        fc.constantFrom(...languageCodes),
        (rest, place, language) => {
          const secret = `${['Ab1', '8', 'Q'].join('')}~${rest}`;
          const { link, text } = made(place(secret), language);
          for (const output of [link, text]) {
            expect(output.toLowerCase()).not.toContain(rest.toLowerCase());
          }
        },
      ),
      { numRuns: 60 },
    );
  });
});
