import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findingCodes } from '../../../src/domain/compare/findings.ts';
import { redirectAdvice, type GuideRedirect } from '../../../src/domain/compare/redirect-advice.ts';
import { anyText } from '../../fixtures/any-text.ts';

const pattern = 'https://{instanceHost}/App%20E-Mailkonto/continue_oauth';
const uri = 'https://www.muster.example/App%20E-Mailkonto/continue_oauth';
const cmx: readonly GuideRedirect[] = [{ pattern, uri }];
const ipm: readonly GuideRedirect[] = ['customerHost', 'serverHost'].flatMap((value, index) =>
  ['', '/'].map((end) => ({
    pattern: `https://{${value}}.ipmcloud.de${end}`,
    uri: `https://${index === 0 ? 'muster' : 'srv042'}.ipmcloud.de${end}`,
  })),
);
const flowfact: readonly GuideRedirect[] = [
  {
    pattern: 'https://login.microsoftonline.com/common/oauth2/nativeclient',
    uri: 'https://login.microsoftonline.com/common/oauth2/nativeclient',
  },
];
const localhost: readonly GuideRedirect[] = [
  { pattern: 'http://localhost', uri: 'http://localhost' },
];

function codes(sent: string, guide: readonly GuideRedirect[] | undefined): readonly string[] {
  return redirectAdvice(sent, guide).map(({ code }) => code);
}

describe('which side is wrong', () => {
  it.each<[string, string, readonly GuideRedirect[], readonly string[]]>([
    ['the registration, where the guide knows the address', uri, cmx, ['redirect-register']],
    [
      'the registration, where a blank is only written otherwise',
      uri.replace('%20', ' '),
      cmx,
      ['redirect-register'],
    ],
    ['the program, which sends http', uri.replace('https', 'http'), cmx, ['redirect-http']],
    ['either, where www. is missing', uri.replace('www.', ''), cmx, ['redirect-host']],
    [
      'both, where the program sends http and another name',
      uri.replace('https://www.', 'http://'),
      cmx,
      ['redirect-http', 'redirect-host'],
    ],
    [
      'the program, which names a port',
      uri.replace('example', 'example:8443'),
      cmx,
      ['redirect-own-address'],
    ],
    [
      'the program, which writes its name in capitals',
      uri.replace('muster', 'Muster'),
      cmx,
      ['redirect-own-address'],
    ],
    [
      'another program, by its path',
      'https://www.muster.example/oauth',
      cmx,
      ['redirect-other-program'],
    ],
    [
      'another version, by capitals of the path',
      uri.replace('App', 'app'),
      cmx,
      ['redirect-other-program'],
    ],
    ['another version, by the slash at the end', `${uri}/`, cmx, ['redirect-other-program']],
    [
      'another program that also sends http',
      'http://www.muster.example/oauth',
      cmx,
      ['redirect-other-program', 'redirect-http'],
    ],
    [
      'another program, with a password in its address',
      'https://…@www.muster.example/x',
      cmx,
      ['redirect-other-program', 'redirect-own-address'],
    ],
    [
      'either, between two names below one domain',
      'https://foo.ipmcloud.de/',
      ipm,
      ['redirect-host'],
    ],
    [
      'another program, below another domain',
      'https://muster.example/',
      ipm,
      ['redirect-other-program'],
    ],
    [
      'another program, where the guide’s address is the same for all',
      'https://www.muster.example/common/oauth2/nativeclient',
      flowfact,
      ['redirect-other-program'],
    ],
    ['another program, where the guide has no address at all', uri, [], ['redirect-other-program']],
    [
      'the registration, where localhost is registered',
      'http://localhost:4711',
      localhost,
      ['redirect-register'],
    ],
    ['unknown, while a value is missing', uri, [{ pattern }], ['redirect-unjudged']],
    [
      'the program, even while a value is missing',
      uri.replace('https', 'http'),
      [{ pattern }],
      ['redirect-http'],
    ],
  ])('%s', (_, sent, guide, advice) => {
    expect(codes(sent, guide)).toEqual(advice);
  });

  it.each([
    ['an address that may be right', uri, ['redirect-alone']],
    ['http', uri.replace('https', 'http'), ['redirect-http']],
    ['http for localhost', 'http://localhost:4711', ['redirect-alone']],
    ['what Microsoft refuses', `${uri}#a`, ['redirect-refused']],
    ['a password', 'https://…@muster.example/', ['redirect-own-address']],
  ])('without a guide: %s', (_, sent, advice) => {
    expect(codes(sent, undefined)).toEqual(advice);
  });

  it('both names are said, and the nearest of several is meant', () => {
    expect(redirectAdvice('https://srv043.ipmcloud.de/', ipm)).toEqual([
      { code: 'redirect-host', sent: 'srv043.ipmcloud.de', expected: 'srv042.ipmcloud.de' },
    ]);
  });
});

describe('whatever is sent', () => {
  it('is answered, and registered is only what the guide knows', () => {
    fc.assert(
      fc.property(anyText(uri, 'http://', pattern), (sent) => {
        for (const guide of [cmx, ipm, flowfact, localhost, [], undefined]) {
          const advice = redirectAdvice(sent, guide);
          expect(advice.length).toBeGreaterThan(0);
          for (const { code, ...details } of advice) {
            expect(Object.keys(details)).toEqual(findingCodes[code].details);
            if (code !== 'redirect-register') continue;
            expect(guide?.map((one) => one.uri)).toContain(Object.values(details)[0]);
          }
        }
      }),
    );
  });
});
