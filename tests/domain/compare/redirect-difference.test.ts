import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { markDifferences } from '../../../src/domain/compare/marked-text.ts';
import {
  compareRedirect,
  levelledRedirect,
  redirectDifferenceCodes,
  redirectDifferences,
  redirectDistance,
  type RedirectDifference,
} from '../../../src/domain/compare/redirect-difference.ts';
import { shownAddress } from '../../../src/domain/registration/address-parts.ts';
import { sentRedirects } from '../../../src/domain/errors/sent-redirects.ts';
import { anyText, longTexts } from '../../fixtures/any-text.ts';

const host = 'www.muster.example';
const cmx = `https://${host}/App%20E-Mailkonto/continue_oauth`;

describe('two redirect URIs that differ', () => {
  it.each<[string, string, string, readonly RedirectDifference[]]>([
    ['in nothing', cmx, cmx, []],
    [
      'in the scheme',
      cmx.replace('https', 'http'),
      cmx,
      [{ code: 'scheme', sent: 'http://', expected: 'https://' }],
    ],
    [
      'in the scheme that is missing',
      `${host}/a`,
      `https://${host}/a`,
      [{ code: 'scheme-missing', expected: 'https://' }],
    ],
    [
      'in the scheme that is missing before a port',
      `${host}:8443/a`,
      `https://${host}/a`,
      [
        { code: 'scheme-missing', expected: 'https://' },
        { code: 'port', sent: '8443', expected: '443' },
      ],
    ],
    ...['https//', 'https:/', 'https://https://', 'https://https//', 'htps://'].map(
      (sent): [string, string, string, readonly RedirectDifference[]] => [
        `in the scheme that is mistyped as ${sent}`,
        cmx.replace('https://', sent),
        cmx,
        [{ code: 'scheme', sent, expected: 'https://' }],
      ],
    ),
    ['in www. that is missing (CMX-07)', cmx.replace('www.', ''), cmx, [{ code: 'www-missing' }]],
    ['in www. that is too much (CMX-07)', cmx, cmx.replace('www.', ''), [{ code: 'www-surplus' }]],
    [
      'in the host',
      cmx.replace('muster', 'mustermann'),
      cmx,
      [{ code: 'host', sent: 'www.mustermann.example', expected: host }],
    ],
    ['in capitals of the host', cmx.replace('muster', 'Muster'), cmx, [{ code: 'host-case' }]],
    [
      'in the port',
      cmx.replace(host, `${host}:8443`),
      cmx,
      [{ code: 'port', sent: '8443', expected: '443' }],
    ],
    ['in the port that is left out', cmx.replace(host, `${host}:443`), cmx, []],
    ['in the port of localhost, which is ignored', 'http://localhost:4711', 'http://localhost', []],
    [
      'in the port of 127.0.0.1',
      'http://127.0.0.1:4711',
      'http://127.0.0.1',
      [{ code: 'port', sent: '4711', expected: '80' }],
    ],
    [
      'in the slash at the end that is missing (IPM-08)',
      'https://muster.ipmcloud.de',
      'https://muster.ipmcloud.de/',
      [{ code: 'slash-missing' }],
    ],
    ['in the slash at the end that is too much', `${cmx}/`, cmx, [{ code: 'slash-surplus' }]],
    ['in capitals of the path', cmx.replace('App', 'app'), cmx, [{ code: 'path-case' }]],
    [
      'in %20 encoded twice (CMX-06)',
      cmx.replace('%20', '%2520'),
      cmx,
      [
        {
          code: 'encoding',
          sent: '/App%2520E-Mailkonto/continue_oauth',
          expected: '/App%20E-Mailkonto/continue_oauth',
        },
      ],
    ],
    [
      'in + for %20 (CMX-06)',
      cmx.replace('%20', '+'),
      cmx,
      [
        {
          code: 'encoding',
          sent: '/App+E-Mailkonto/continue_oauth',
          expected: '/App%20E-Mailkonto/continue_oauth',
        },
      ],
    ],
    [
      'in a blank for %20 (CMX-06)',
      cmx.replace('%20', ' '),
      cmx,
      [
        {
          code: 'encoding',
          sent: '/App E-Mailkonto/continue_oauth',
          expected: '/App%20E-Mailkonto/continue_oauth',
        },
      ],
    ],
    [
      'in a hard blank for %20 and www.',
      cmx.replace('%20', '\u00A0').replace('www.', ''),
      cmx,
      [
        { code: 'www-missing' },
        {
          code: 'encoding',
          sent: '/App\u00A0E-Mailkonto/continue_oauth',
          expected: '/App%20E-Mailkonto/continue_oauth',
        },
      ],
    ],
    [
      'in a blank within the host',
      cmx.replace('www.', 'www. '),
      cmx,
      [{ code: 'invisible', character: 'U+0020' }],
    ],
    [
      'in the path',
      cmx.replace('continue_oauth', 'oauth'),
      cmx,
      [
        {
          code: 'path',
          sent: '/App%20E-Mailkonto/oauth',
          expected: '/App%20E-Mailkonto/continue_oauth',
        },
      ],
    ],
    [
      'in a user name and a password',
      cmx.replace('www', 'user:Sommer%232026!Haus@www'),
      cmx,
      [{ code: 'user' }],
    ],
    ['in the query', `${cmx}?a=1`, cmx, [{ code: 'query' }]],
    ['in the part behind #', `${cmx}#a`, cmx, [{ code: 'fragment' }]],
    [
      'in an invisible character',
      cmx.replace('muster', 'mus\u200Bter'),
      cmx,
      [{ code: 'invisible', character: 'U+200B' }],
    ],
    ['in a blank at the end', cmx, `${cmx} `, [{ code: 'invisible', character: 'U+0020' }]],
    [
      'in several things',
      cmx.replace('https://www.', 'http://').replace('App', 'app'),
      `${cmx}/`,
      [
        { code: 'scheme', sent: 'http://', expected: 'https://' },
        { code: 'www-missing' },
        { code: 'path-case' },
        { code: 'slash-missing' },
      ],
    ],
    [
      'in the scheme of an installed app',
      'msal0a1b://auth',
      'msal0a1c://auth',
      [{ code: 'scheme', sent: 'msal0a1b://', expected: 'msal0a1c://' }],
    ],
  ])('%s', (_, sent, known, differences) => {
    expect(redirectDifferences(sent, known)).toEqual(differences);
  });
});

describe('an address without what people get wrong in it', () => {
  it.each([
    cmx,
    cmx.slice(8),
    cmx.replace('https://www.', 'http://'),
    `https://${cmx}/`,
    cmx.replace('%20', '+').toUpperCase(),
    cmx.replace('%20', ' ').replace('muster', 'mus\u200Bter'),
  ])('is the same: %s', (uri) => {
    expect(levelledRedirect(uri)).toBe('muster.example/app e-mailkonto/continue_oauth');
  });

  it('stays another where host or path are others', () => {
    expect(levelledRedirect(cmx.replace('muster', 'mustar'))).not.toBe(levelledRedirect(cmx));
    expect(levelledRedirect(`${cmx}2`)).not.toBe(levelledRedirect(cmx));
  });
});

describe('how far apart two addresses are', () => {
  it('grows from a slip to another address', () => {
    const near = [
      cmx,
      `${cmx}/`,
      cmx.replace('www.', ''),
      cmx.replace('https', 'http'),
      cmx.replace('continue', 'begin'),
      cmx.replace('muster', 'beispiel'),
    ];
    const distances = near.map((uri) => redirectDistance(uri, cmx));
    expect(distances).toEqual(distances.toSorted((a, b) => a - b));
  });
});

describe('a sent address among those that are known', () => {
  const ipm = [
    'https://muster.ipmcloud.de',
    'https://muster.ipmcloud.de/',
    'https://srv042.ipmcloud.de',
    'https://srv042.ipmcloud.de/',
  ];

  it('is compared with the nearest', () => {
    const found = compareRedirect('https://srv042.ipmcloud.de/x', ipm);
    expect(found).toMatchObject({
      nearest: 'https://srv042.ipmcloud.de/',
      differences: [{ code: 'path', sent: '/x', expected: '/' }],
    });
  });

  it('differs in nothing when it is one of them', () => {
    expect(compareRedirect('https://muster.ipmcloud.de/', ipm)?.differences).toEqual([]);
  });

  it('has no answer where none is known', () => {
    expect(compareRedirect(cmx, [])).toBeUndefined();
  });

  it('has its differing places marked, and no more', () => {
    expect(compareRedirect(cmx.replace('App%20', 'app%2520'), [cmx])?.marked).toEqual({
      sent: [
        { text: `https://${host}/`, differs: false },
        { text: 'a', differs: true },
        { text: 'pp%', differs: false },
        { text: '25', differs: true },
        { text: '20E-Mailkonto/continue_oauth', differs: false },
      ],
      nearest: [
        { text: `https://${host}/`, differs: false },
        { text: 'A', differs: true },
        { text: 'pp%20E-Mailkonto/continue_oauth', differs: false },
      ],
    });
  });
});

describe('the address that was sent', () => {
  it.each([
    [
      'in the sentence of today',
      `AADSTS50011: The redirect URI '${cmx}' specified in the request does not match the redirect URIs configured for the application '00001111-aaaa-2222-bbbb-3333cccc4444'. Make sure`,
      [cmx],
    ],
    [
      'in the older sentence, which names none',
      'AADSTS50011: The reply url specified in the request does not match the reply urls configured for the application: 00001111-aaaa-2222-bbbb-3333cccc4444.',
      [],
    ],
    [
      'in German',
      `AADSTS50011: Der in der Anforderung angegebene Umleitungs-URI „${cmx}“ stimmt nicht mit den für die Anwendung konfigurierten Umleitungs-URIs überein.`,
      [cmx],
    ],
    [
      'in an address, encoded',
      `https://login.microsoftonline.com/common/oauth2/v2.0/authorize?redirect_uri=${encodeURIComponent(cmx)}&scope=x`,
      [cmx],
    ],
    ['in an address, not encoded', `?redirect_uri=${cmx}&scope=x`, [cmx]],
    ['in JSON', `{"redirect_uri": "${cmx}"}`, [cmx]],
    ['twice the same', `redirect_uri=${cmx}&x=1 redirect_uri=${cmx}`, [cmx]],
    ['broken', 'redirect_uri=https%3A%2F%2Fmuster%E4', ['https%3A%2F%2Fmuster%E4']],
    [
      'with a user name and a password',
      "redirect URI 'https://user:Sommer%232026!Haus@www.muster.example/x' specified",
      ['https://…@www.muster.example/x'],
    ],
    [
      'with what looks like a secret in its path',
      `redirect_uri=https://muster.example/a/${['Ab1', '8', 'Q', '~made.up_value'].join('')}`,
      ['https://muster.example/a/…'],
    ],
    ['empty', 'redirect_uri=&scope=x', []],
    ['not there', 'AADSTS50011', []],
  ])('%s', (_, text, uris) => {
    expect(sentRedirects(text)).toEqual(uris.filter((uri) => /^[a-z]+:/.test(uri)));
  });
});

describe('whatever is compared', () => {
  const near = anyText(cmx, 'https://muster.ipmcloud.de', 'redirect_uri=', "redirect URI 'https:");

  it('is answered with differences of the table, and none exactly for itself', () => {
    fc.assert(
      fc.property(near, near, (one, other) => {
        expect(redirectDifferences(one, one)).toEqual([]);
        for (const { code, ...details } of redirectDifferences(one, other)) {
          expect(Object.keys(details).sort()).toEqual(
            [...redirectDifferenceCodes[code].details].sort(),
          );
        }
        const { marked } = compareRedirect(one, [other]) ?? {};
        expect(marked?.sent.map(({ text }) => text).join('')).toBe(shownAddress(one, other));
        expect(marked?.nearest.map(({ text }) => text).join('')).toBe(other);
        expect(sentRedirects(one).length).toBeLessThanOrEqual(one.length);
      }),
      { numRuns: 1000 },
    );
  });

  it('marks join to the texts', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (one, other) => {
        const { first, second } = markDifferences(one, other);
        expect(first.map(({ text }) => text).join('')).toBe(one);
        expect(second.map(({ text }) => text).join('')).toBe(other);
        const same = (pieces: typeof first) =>
          pieces.flatMap(({ text, differs }) => (differs ? [] : [text])).join('');
        expect(same(first)).toBe(same(second));
      }),
    );
  });

  it('long texts are answered', () => {
    for (const text of longTexts) {
      expect(compareRedirect(text, [cmx, text])?.sent.length).toBe(2000);
      expect(sentRedirects(text)).toEqual([]);
    }
  });
});
