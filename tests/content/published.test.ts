import { existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import {
  joined,
  ledgerOf,
  ledgerText,
  missingFrom,
  publishedBy,
  wrongRedirects,
  type Site,
} from '../../src/content-model/published.ts';
import { readLedger, readSite } from '../../src/content-model/read-published.ts';
import { hostRules, redirectsOf } from '../../src/content-model/redirects.ts';
import { address, partsOf } from '../../src/i18n/addresses.ts';
import { languageCodes } from '../../src/i18n/languages.ts';

const dist = new URL('../../dist/', import.meta.url);

describe('what has been published', () => {
  it('is in the ledger: run `npm run ledger`', () => {
    expect(missingFrom(readLedger(), publishedBy(readSite()))).toEqual([]);
  });

  it('still leads somewhere: a former address or key needs a row in redirects.yml', () => {
    expect(missingFrom(publishedBy(readSite()), readLedger())).toEqual([]);
  });

  it('was built in every language', () => {
    const { addresses, single } = readLedger();
    const paths = languageCodes.flatMap((code) =>
      addresses.map((one) =>
        one.endsWith('/')
          ? `${address(code, ...partsOf(one))}index.html`
          : address(code, ...partsOf(one)).replace(/\/$/, ''),
      ),
    );
    const all = [...paths, ...single.map((one) => one.replace(/\/$/, '/index.html'))];
    expect(all.filter((path) => !existsSync(new URL(`.${path}`, dist)))).toEqual([]);
  });

  it('is redirected to pages that exist', () => {
    expect(wrongRedirects(readSite().redirects, readSite())).toEqual([]);
  });

  it('is written as it is read', () => {
    const ledger = readLedger();
    expect(ledgerOf(ledgerText(ledger))).toEqual(ledger);
    expect(joined(ledger, publishedBy(readSite()))).toEqual(ledger);
  });
});

/** A site with one guide. */
function made(change: (guide: string) => string, redirects: Site['redirects']): Site {
  const real = readSite();
  const guide = change(real.files.get('guides/ipm-cloud/guide.yml') ?? '');
  const files = new Map([
    ['guides/muster/guide.yml', guide],
    ['errors/errors.yml', 'aadsts1:\n  x: 1\n'],
  ]);
  const routes = [
    '404.astro',
    '[...moved].astro',
    'sign-in-answer.astro',
    'llms.txt.ts',
    '[guide].json.ts',
    '[...lang]/index.astro',
    '[...lang]/news.xml.ts',
    '[...lang]/errors/[id].astro',
    '[...lang]/[guide]/index.astro',
    '[...lang]/[guide]/[step].astro',
  ];
  return { files, routes, redirects };
}

const none = { addresses: {}, keys: {} };
const before = publishedBy(made((guide) => guide, none));

describe('a ledger', () => {
  it('has the addresses of all routes, and the keys', () => {
    expect(before.addresses).toEqual(
      expect.arrayContaining(['/', '/errors/aadsts1/', '/muster/', '/muster/owner/', '/news.xml']),
    );
    expect(before.single).toEqual(['/llms.txt', '/muster.json', '/sign-in-answer/']);
    expect(before.keys['muster']).toContain('customerHost');
  });

  it.each([
    [
      'a step',
      (guide: string) => guide.replace('- id: owner', '- id: owners'),
      ['/muster/owner.md', '/muster/owner/'],
    ],
    [
      'a key',
      (guide: string) => guide.replace('- id: customerHost', '- id: host'),
      ['muster#customerHost='],
    ],
  ])('notices that %s was renamed', (_what, rename, lost) => {
    expect(missingFrom(publishedBy(made(rename, none)), before)).toEqual(lost);
  });

  it('is content with a redirect', () => {
    const redirects = {
      addresses: { '/muster/owner/': '/muster/owners/' },
      keys: { muster: { customerHost: 'host' } },
    };
    const site = made(
      (guide) =>
        guide.replace('- id: owner', '- id: owners').replace('- id: customerHost', '- id: host'),
      redirects,
    );
    expect(missingFrom(publishedBy(site), before)).toEqual([]);
    expect(wrongRedirects(redirects, site)).toEqual([]);
  });

  it.each([
    [{ addresses: { '/muster/old/': '/muster/gone/' }, keys: {} }, '/muster/old/: /muster/gone/'],
    [{ addresses: { '/muster/owner/': '/muster/' }, keys: {} }, '/muster/owner/: /muster/'],
    [{ addresses: {}, keys: { muster: { old: 'gone' } } }, 'muster: old: gone'],
    [{ addresses: {}, keys: { muster: { tenantId: 'clientId' } } }, 'muster: tenantId: clientId'],
    [{ addresses: {}, keys: { other: { old: 'clientId' } } }, 'other: old: clientId'],
  ])('refuses the redirect %j', (redirects, row) => {
    expect(
      wrongRedirects(
        redirects,
        made((guide) => guide, redirects),
      ),
    ).toEqual([row]);
  });
});

describe('redirects', () => {
  it('are rules for hosts, in every language', () => {
    const redirects = redirectsOf('addresses: { /muster/old/: /muster/new/ }\nkeys: {}\n');
    expect(hostRules(redirects)).toBe(
      languageCodes
        .map((code) => `${address(code, 'muster', 'old')} ${address(code, 'muster', 'new')} 301\n`)
        .join(''),
    );
  });

  it.each(['muster/old/', '/muster/old', '/en/muster/', '//muster.example/', '/muster/#a'])(
    'do not take the address %s',
    (path) => {
      expect(() => redirectsOf(`addresses: { '${path}': /imprint/ }\nkeys: {}\n`)).toThrow();
    },
  );
});
