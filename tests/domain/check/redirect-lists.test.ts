import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkSettings, type SettingsReport } from '../../../src/domain/check/check-settings.ts';
import type { SettingCode, SettingFinding } from '../../../src/domain/check/setting-findings.ts';
import { redirectUris } from '../../../src/domain/registration/redirect-uris.ts';
import { listFormats, platformNames, portalHelp } from './list-formats.ts';
import { expectation, rightManifest, written, type RealGuide } from './right.ts';

/** The guides that require redirect URIs. */
const guides = ['ipm-cloud', 'cmxorganize', 'flowfact'] as const satisfies readonly RealGuide[];

const ipm = [
  'https://muster.ipmcloud.de',
  'https://muster.ipmcloud.de/',
  'https://srv042.ipmcloud.de',
  'https://srv042.ipmcloud.de/',
] as const;
const cmx = 'https://www.muster.example/App%20E-Mailkonto/continue_oauth';
const native = 'https://login.microsoftonline.com/common/oauth2/nativeclient';

function found({ findings }: SettingsReport): readonly SettingFinding[] {
  return findings.map(({ finding }) => finding);
}

/** Read once, because they are compared with thousands of texts. */
const expectations = new Map(([...guides, 'bm'] as const).map((id) => [id, expectation(id)]));

function check(
  id: RealGuide,
  text: string,
  own?: Readonly<Record<string, string | undefined>>,
): readonly SettingFinding[] {
  const known = own === undefined ? expectations.get(id) : undefined;
  return found(checkSettings(text, known ?? expectation(id, own)));
}

function codes(findings: readonly SettingFinding[]): readonly SettingCode[] {
  return findings.map(({ code }) => code);
}

function rights(uris: readonly string[]): readonly SettingFinding[] {
  return uris.map((uri) => ({ code: 'redirect-right', uri }));
}

/** The addresses that a guide requires, and the names of their platform. */
function demanded(id: RealGuide) {
  const { guide, values } = expectations.get(id) ?? expectation(id);
  const all = redirectUris(guide, values);
  const [{ platform } = { platform: 'web' as const }] = all;
  return { uris: all.flatMap(({ uri }) => uri ?? []), names: platformNames[platform], platform };
}

describe('an address that is not there', () => {
  it.each([
    `Fehlt: ${native}`,
    `nicht ${native}`,
    `${native} entfernt`,
    `${native} wurde entfernt`,
    `${native} fehlt`,
    `☐ ${native}`,
    `[ ] ${native}`,
    `- [ ] ${native}`,
  ])('is not right: %s', (text) => {
    expect(codes(check('flowfact', text))).not.toContain('redirect-right');
  });

  it.each([`☑ ${native}`, `[x] ${native}`, `- ${native}`])('is right: %s', (text) => {
    expect(codes(check('flowfact', text))).toContain('redirect-right');
  });
});

const everyFormat = guides.flatMap((id) =>
  Object.entries(listFormats).map(([name, format]) => [name, id, format] as const),
);

describe('a correct list of redirect URIs', () => {
  it.each(everyFormat)('is right as: %s (%s)', (_, id, format) => {
    const { uris, names } = demanded(id);
    expect(check(id, format(uris, names))).toEqual(rights(uris));
  });

  it('is right in any format and order, and with any line breaks', () => {
    const anyCase = fc.record({
      id: fc.constantFrom(...guides),
      format: fc.constantFrom(...Object.values(listFormats)),
      order: fc.shuffledSubarray([0, 1, 2, 3], { minLength: 4 }),
      lineBreak: fc.constantFrom('\n', '\r\n', '\r', '\u2028'),
      start: fc.constantFrom('', '\uFEFF', '\n\n', 'Guten Tag,\n\n', 'PS C:\\>\n'),
      end: fc.constantFrom(
        '',
        '\n',
        '\n\nMit freundlichen Grüßen\nErika Muster',
        '\n\n-- \nMuster',
      ),
    });
    fc.assert(
      fc.property(anyCase, ({ id, format, order: shuffled, lineBreak, start, end }) => {
        const { uris, names } = demanded(id);
        const text = format(
          shuffled.flatMap((index) => uris[index] ?? []),
          names,
        );
        const pasted = (start + text + end).replace(/\r?\n/g, lineBreak);
        expect(check(id, pasted), pasted).toEqual(rights(uris));
      }),
      { numRuns: 1500 },
    );
  });

  it('is right if a narrow column has broken an address anywhere', () => {
    for (const id of ['cmxorganize', 'flowfact'] as const) {
      const { uris, names } = demanded(id);
      const [uri = ''] = uris;
      for (let at = 'https://'.length; at < uri.length; at += 1) {
        const text = `${names.de}\n> ${uri.slice(0, at)}\n> ${uri.slice(at)}`;
        expect(check(id, text), text).toEqual(rights(uris));
      }
    }
  });

  it('is right if broken in any other format, and joined to nothing else', () => {
    const cut = fc.record({
      format: fc.constantFrom(
        ...Object.keys(listFormats).filter((name) => !/JSON|HTML|Terraform|link/.test(name)),
      ),
      at: fc.integer({ min: 'https://www.m'.length, max: cmx.length - 3 }),
      lineEnd: fc.constantFrom('\n', '-\n', '\n   '),
    });
    fc.assert(
      fc.property(cut, ({ format, at, lineEnd }) => {
        const broken = cmx.slice(0, at) + lineEnd + cmx.slice(at);
        const text = listFormats[format]?.([broken], platformNames.web) ?? '';
        for (const finding of check('cmxorganize', text)) {
          if (finding.code === 'redirect-right') expect(finding.uri).toBe(cmx);
          expect(['redirect-missing', 'redirect-surplus'], text).not.toContain(finding.code);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('is right if PowerShell has broken the lines of a list', () => {
    const text =
      'Spa\n\nRedirectUris : {https://muster.ipmcloud.de, https://muster.ipmcloud.de\n               /, https://srv042.ipm\n               cloud.de, https://srv042.ipmcloud.de/}';
    expect(check('ipm-cloud', text)).toEqual(rights(ipm));
  });

  it('reports a missing platform', () => {
    for (const id of guides) {
      const { uris } = demanded(id);
      for (const text of [uris.join('\n'), uris.join('\t'), JSON.stringify(uris)]) {
        expect(check(id, text)).toEqual([{ code: 'redirect-platform-unsaid' }, ...rights(uris)]);
      }
    }
  });
});

describe('a platform', () => {
  it('is read from the heading above, for each address', () => {
    const [first, ...others] = ipm;
    const help = ['Quickstart', 'Docs', 'Redirect URIs', portalHelp.en];
    const text = ['Web', ...help, first, 'Single-page application', ...help, ...others].join('\n');
    expect(check('ipm-cloud', text)).toEqual([
      { code: 'redirect-platform', uri: first, platform: 'web', expectedPlatform: 'spa' },
      ...rights(others),
    ]);
  });

  it.each([
    ['a table cell by cell', 'Web\nSPA\nSPA\nSPA'],
    ['brackets', ' (Web)\n (SPA)\n (SPA)\n (SPA)'],
  ])('is recognised after the address: %s', (name, platforms) => {
    const lines = platforms.split('\n');
    const text = ipm
      .map((uri, index) => `${uri}${name === 'brackets' ? '' : '\n'}${lines[index] ?? ''}`)
      .join('\n');
    expect(codes(check('ipm-cloud', text))).toEqual([
      'redirect-platform',
      ...rights(ipm.slice(1)).map(({ code }) => code),
    ]);
  });

  it.each([
    ['labels in one line', `Web: ${ipm[0]}, SPA: ${ipm.slice(1).join(', ')}`],
    ['names in one line', `Web ${ipm[0]} SPA ${ipm.slice(1).join(' ')}`],
    [
      'JSON in one line',
      `"web":{"redirectUris":["${ipm[0]}"]},"spa":{"redirectUris":${JSON.stringify(ipm.slice(1))}}`,
    ],
    ['the portal’s old and new', `Plattform: Web\n${ipm[0]}\nSPA\n${ipm.slice(1).join('\n')}`],
  ])('is told by %s', (_, text) => {
    expect(check('ipm-cloud', text)).toEqual([
      { code: 'redirect-platform', uri: ipm[0], platform: 'web', expectedPlatform: 'spa' },
      ...rights(ipm.slice(1)),
    ]);
  });

  it.each([
    'Single-Page-\nWebanwendung',
    'Single-Page-\nWeb-\nanwendung',
    'Single-Page\nWebanwendung',
    'Single-page\nweb application',
    'Single-page\nweb\napplication',
    'Plattform: Single-\nPage-Webanwendung',
    '## Single-page\r\napplication',
    'Single-Page-\n\nWebanwendung',
    'Single‑Page‑\nWebanwendung',
    'Single-Page-\u00AD\nWebanwendung',
  ])('is told by a heading over several lines: %j', (heading) => {
    expect(check('ipm-cloud', `${heading}\n${ipm.join('\n')}`)).toEqual(rights(ipm));
    const [first, ...others] = ipm;
    expect(check('ipm-cloud', `Web\n${first}\n${heading}\n${others.join('\n')}`)).toEqual([
      { code: 'redirect-platform', uri: first, platform: 'web', expectedPlatform: 'spa' },
      ...rights(others),
    ]);
    const behind = ipm.map((uri) => `${uri}\t${heading}`).join('\n');
    expect(check('ipm-cloud', behind)).toEqual(rights(ipm));
  });

  it.each([
    'Mobilgerät- und\nDesktopanwendungen',
    'Mobilgerät-\nund Desktopanwendungen',
    'Mobilgerät- und Desktop-\nanwendungen',
    'Mobile and desktop\napplications',
    'Mobile and\ndesktop\napplications',
    'Public\nclient',
  ])('of a desktop program is told by a heading over several lines: %j', (heading) => {
    expect(check('flowfact', `Web\n${heading}\n${native}`)).toEqual(rights([native]));
    expect(check('flowfact', `${native}  ${heading}`)).toEqual(rights([native]));
  });

  it.each(['Single-page\nWeb', 'Single-page application\nWeb app', 'SPA\nWeb'])(
    'is the last of two headings: %j',
    (headings) => {
      expect(check('cmxorganize', `${headings}\n${cmx}`)).toEqual(rights([cmx]));
    },
  );

  it.each([
    'Hallo, eingetragen unter Single-Page-Webanwendung:',
    'These are registered under the platform SPA:',
    'Plattform: SPA (nicht Web)',
    'SPA, nicht Web',
    'Platform: not Web, but SPA',
    'Plattform: SPA (also nicht Web)',
    'SPA statt Web',
    'SPA <https://eur01.safelinks.protection.outlook.com/?url=x>',
  ])('is told by „%s“ above the list', (line) => {
    expect(check('ipm-cloud', `${line}\n${ipm.join('\n')}`)).toEqual(rights(ipm));
  });

  it.each([
    'Wenn die Anwendung über eine Single-Page-Architektur (SPA) verfügt, wählen Sie beide aus.',
    'Folgende Mobilgerät- und Desktopflows aktivieren:',
    'Enable the following mobile and desktop flows:',
    'Umleitungs-URIs: 1 Web, 3 SPA, 0 öffentlicher Client',
    'Web-API',
  ])('is not told by „%s“', (line) => {
    expect(check('cmxorganize', `Web\n${line}\n${cmx}`)).toEqual(rights([cmx]));
  });

  it.each([
    'Web',
    'Webanwendung',
    'Web app',
    'Web Quickstart Docs',
    '**Web** (1)',
    'Web – Umleitungs-URIs',
    'Plattform: Web',
    'web.redirectUris',
  ])('is told by „%s“', (line) => {
    const heading = `Single-page application\n${line}\n`;
    expect(check('cmxorganize', heading + cmx)).toEqual(rights([cmx]));
  });
});

/** A way to get an address wrong, and the ids of its differences. */
type Mistake = readonly [id: string, change: (uri: string) => string];

const mistakes: readonly Mistake[] = [
  ['scheme', (uri) => uri.replace('https:', 'http:')],
  [
    'www',
    (uri) => (uri.includes('www.') ? uri.replace('www.', '') : uri.replace('://', '://www.')),
  ],
  ['slash', (uri) => `${uri}/`],
  ['case', (uri) => uri.replace('/continue', '/Continue')],
  ['encoding', (uri) => uri.replace('%20', '+')],
];
const order = ['invisible', 'scheme', 'www', 'port', 'encoding', 'case', 'slash', 'query'];

function differs(uri: string, wanted: string, difference: string): SettingFinding {
  return { code: 'redirect-differs', found: uri, uri: wanted, difference };
}

describe('an address that differs', () => {
  it.each([
    [
      'in www., a slash and +',
      'https://muster.example/App+E-Mailkonto/continue_oauth/',
      'www encoding slash',
    ],
    ['in a blank and www.', cmx.replace('www.', '').replace('%20', ' '), 'www encoding'],
    ['in a hard blank', cmx.replace('%20', '\u00A0'), 'encoding'],
    [
      'in an invisible character and a slash',
      `${cmx.replace('App', 'A\u200Bpp')}/`,
      'invisible slash',
    ],
    ['in an invisible character of the scheme', cmx.replace('https', 'ht\u200Btps'), 'invisible'],
    ['in the scheme that is missing', cmx.slice(8), 'scheme-missing'],
    [
      'in the scheme that is missing, and more',
      `muster.example/App+E-Mailkonto/continue_oauth/`,
      'scheme-missing www encoding slash',
    ],
    ['in a blank after the scheme', cmx.replace('://', ':// '), 'blank'],
    ['in a blank within the host', cmx.replace('www.', 'www. '), 'blank'],
    ['in the scheme without its colon', cmx.replace('://', '//'), 'scheme-misspelt'],
    ['in the scheme with one slash', cmx.replace('://', ':/'), 'scheme-misspelt'],
    ['in the scheme without a letter', cmx.replace('https', 'htps'), 'scheme-misspelt'],
    ['in the scheme that stands twice', `https://${cmx}`, 'scheme-misspelt'],
    ['in capitals of the scheme', cmx.replace('https', 'HTTPS'), 'case'],
    [
      'in capitals of the host and the path',
      cmx.replace('muster', 'Muster').replace('App', 'app'),
      'case',
    ],
    ['in the port', cmx.replace('.example', '.example:8443'), 'port'],
    ['in the port that could be left out', cmx.replace('.example', '.example:443'), 'port'],
    ['after the question mark and #', `${cmx}?a=b#c`, 'query fragment'],
    ['in a letter of the host', cmx.replace('muster', 'mustar'), 'other'],
    [
      'in a letter of the path, and http',
      cmx.replace('https', 'http').replace('oauth', 'oath'),
      'scheme other',
    ],
  ])('%s is told with all of it', (_, uri, difference) => {
    expect(check('cmxorganize', `Web\n${uri}`)).toEqual([differs(uri, cmx, difference)]);
  });

  it('is one finding, whatever the combination of changes, in a list and in a manifest', () => {
    fc.assert(
      fc.property(fc.subarray([...mistakes], { minLength: 1 }), (made) => {
        const uri = made.reduce((changed, [, change]) => change(changed), cmx);
        const difference = made
          .map(([id]) => id)
          .toSorted((a, b) => order.indexOf(a) - order.indexOf(b))
          .join(' ');
        const manifest = rightManifest(expectation('cmxorganize'));
        manifest.web.redirectUris = [uri];
        expect(check('cmxorganize', `Web\n${uri}`)).toEqual([differs(uri, cmx, difference)]);
        const faults = check('cmxorganize', written(manifest));
        expect(faults.filter(({ code }) => code.startsWith('redirect-'))).toEqual([
          differs(uri, cmx, difference),
        ]);
      }),
    );
  });

  it('is reported in every format', () => {
    const { names } = demanded('cmxorganize');
    const all: readonly Mistake[] = [
      ...mistakes,
      ['scheme-missing', (uri) => uri.slice(8)],
      ['scheme-misspelt', (uri) => `https://${uri}`],
      ['invisible', (uri) => uri.replace('muster', 'mus\u200Bter')],
      ['encoding', (uri) => uri.replace('%20', ' ')],
      ['encoding', (uri) => uri.replace('%20', '%2520')],
      ['port', (uri) => uri.replace('.example', '.example:8443')],
      ['query', (uri) => `${uri}?a=b`],
    ];
    const wrong = Object.entries(listFormats).flatMap(([name, format]) =>
      all.flatMap(([id, change]) => {
        const uri = change(cmx);
        const [finding, ...others] = check('cmxorganize', format([uri], names));
        const isTold =
          others.length === 0 &&
          finding?.code === 'redirect-differs' &&
          finding.found === uri &&
          finding.difference === id;
        return isTold ? [] : [`${name}: ${id}`];
      }),
    );
    expect(wrong).toEqual([]);
  });

  it('is reported with its platform, if that is wrong too', () => {
    expect(check('cmxorganize', `SPA\n${cmx}/`)).toEqual([
      differs(`${cmx}/`, cmx, 'slash platform-web'),
    ]);
  });

  it('is compared with the closest one', () => {
    expect(
      check('ipm-cloud', ['SPA', ipm[0], 'http://muster.ipmcloud.de/', ipm[2], ipm[3]].join('\n')),
    ).toEqual([
      differs('http://muster.ipmcloud.de/', ipm[1], 'scheme'),
      ...rights([ipm[0], ipm[2], ipm[3]]),
    ]);
    expect(codes(check('ipm-cloud', 'SPA\nhttp://muster.ipmcloud.de/'))).toEqual([
      'redirect-differs',
      'redirect-missing',
      'redirect-missing',
      'redirect-missing',
    ]);
  });

  it('without a scheme is reported among correct ones, anywhere in a list', () => {
    for (const [at, uri] of ipm.entries()) {
      const list = [...ipm.slice(0, at), uri.slice(8), ...ipm.slice(at + 1)];
      const right = ipm.filter((one) => one !== uri);
      const expected = [differs(uri.slice(8), uri, 'scheme-missing'), ...rights(right)];
      expect(check('ipm-cloud', ['SPA', ...list].join('\n'))).toEqual(expected);
      expect(check('ipm-cloud', `SPA: ${list.join(', ')}`)).toEqual(expected);
    }
  });
});

/** A text, and its findings. */
type Row = readonly [
  description: string,
  guide: RealGuide,
  text: string,
  findings: readonly SettingFinding[],
];

const passedOver = (uri: string): SettingFinding => ({ code: 'redirect-passed-over', uri });
const noneRead: SettingFinding = { code: 'redirect-none-read' };

const rows: readonly Row[] = [
  [
    'an address broken after a hyphen, which is joined with a note',
    'cmxorganize',
    'Web\nhttps://rechnung-\nmuster.example/App%20E-\nMailkonto/continue_oauth',
    [
      differs('https://rechnung-muster.example/App%20E-Mailkonto/continue_oauth', cmx, 'other'),
      {
        code: 'redirect-joined',
        uri: 'https://rechnung-muster.example/App%20E-Mailkonto/continue_oauth',
      },
    ],
  ],
  [
    'an address cut and with a slash too many',
    'cmxorganize',
    'Web\nhttps://www.muster.example/App%20E-\nMailkonto/continue_oauth/',
    [differs(`${cmx}/`, cmx, 'slash'), { code: 'redirect-joined', uri: `${cmx}/` }],
  ],
  [
    'words below an address, which are none of it',
    'ipm-cloud',
    ['SPA', ...ipm.slice(0, 3), 'http://srv042.ipmcloud.de/', 'Delete', 'Hinzufügen'].join('\n'),
    [differs('http://srv042.ipmcloud.de/', ipm[3], 'scheme'), ...rights(ipm.slice(0, 3))],
  ],
  [
    'the checkboxes that the portal offers, one of them required',
    'flowfact',
    `Mobile and desktop applications\nQuickstart\nDocs\nRedirect URIs\n${portalHelp.en}\n${native}\nhttps://login.live.com/oauth20_desktop.srf (LiveSDK)\nmsal0a1b2c3d-0000-4000-8000-000000000000://auth (MSAL only)\nAdd URI`,
    [{ code: 'redirect-offered' }, ...rights([native])],
  ],
  [
    'the same LiveSDK address without the portal’s suffix',
    'flowfact',
    `Public client\n${native}\nhttps://login.live.com/oauth20_desktop.srf`,
    [
      { code: 'redirect-surplus', uri: 'https://login.live.com/oauth20_desktop.srf' },
      ...rights([native]),
    ],
  ],
  [
    'an address for signing out in place of the redirect URI',
    'cmxorganize',
    `Web\nFront-Channel-Abmelde-URL\n${cmx}`,
    [noneRead],
  ],
  [
    'an address of Microsoft’s help in the list',
    'cmxorganize',
    `Web\n${cmx}\nhttps://learn.microsoft.com/entra/identity-platform/reply-url`,
    [passedOver('https://learn.microsoft.com/entra/identity-platform/reply-url'), ...rights([cmx])],
  ],
  [
    'nothing but help',
    'cmxorganize',
    'https://learn.microsoft.com/entra/identity-platform/reply-url',
    [noneRead, passedOver('https://learn.microsoft.com/entra/identity-platform/reply-url')],
  ],
  [
    'the vendor’s guide in place of the portal',
    'ipm-cloud',
    'Tragen Sie noch folgende URIs hinzu:\n1.) https://[MEINE].ipmcloud.de\n3.) https://[SRVXX].ipmcloud.de/',
    [
      noneRead,
      passedOver('https://[MEINE].ipmcloud.de'),
      passedOver('https://[SRVXX].ipmcloud.de/'),
    ],
  ],
  [
    'a pattern in angle brackets (CMX-05)',
    'cmxorganize',
    'Diese hat die Form https://<ihre-domain.de>/App%20E-Mailkonto/continue_oauth.',
    [noneRead, passedOver('https://<ihre-domain.de>/App%20E-Mailkonto/continue_oauth')],
  ],
  [
    'the form for a new registration, with its example',
    'ipm-cloud',
    'Umleitungs-URI (optional)\nPlattform auswählen\nBeispiel: https://example.com/auth',
    [noneRead],
  ],
  [
    'the endpoints of the app',
    'cmxorganize',
    'Token\nhttps://login.microsoftonline.com/common/oauth2/v2.0/token',
    [noneRead, passedOver('https://login.microsoftonline.com/common/oauth2/v2.0/token')],
  ],
  [
    'a right address in a sentence',
    'ipm-cloud',
    'Hallo, wir haben unter https://muster.ipmcloud.de alles eingetragen, es geht aber nicht.',
    [{ code: 'redirect-prose' }, ...rights([ipm[0]])],
  ],
  [
    'an address in a sentence that is nearly right',
    'cmxorganize',
    'Wir haben als Adresse https://muster.example/App E-Mailkonto/continue_oauth eingetragen.',
    [
      differs('https://muster.example/App E-Mailkonto/continue_oauth', cmx, 'www encoding'),
      { code: 'redirect-prose' },
    ],
  ],
  [
    'another address in a sentence',
    'cmxorganize',
    'Mehr dazu steht auf der Seite https://hilfe.beispiel.example/oauth, bitte lesen.',
    [noneRead],
  ],
  [
    'a sentence above the list, and a signature below',
    'ipm-cloud',
    `Unsere Anmeldung läuft über https://muster.ipmcloud.de und geht nicht.\n\nSingle-Page-Webanwendung\n${ipm.join('\n')}\n\nErika Muster\nwww.muster-gmbh.example\ninfo@muster-gmbh.example`,
    [passedOver('www.muster-gmbh.example'), ...rights(ipm)],
  ],
  [
    'a list that PowerShell has shortened after an address',
    'ipm-cloud',
    `$app.Spa | fl\nRedirectUris : {${ipm.slice(0, 3).join(', ')}...}`,
    [{ code: 'redirect-list-shortened' }, ...rights(ipm.slice(0, 3))],
  ],
  [
    'a list that is shortened within its last address',
    'ipm-cloud',
    `Spa\n\nRedirectUris : {${ipm.slice(0, 3).join(', ')}, https://srv042.ipmcl...}`,
    [{ code: 'redirect-list-shortened' }, ...rights(ipm.slice(0, 3))],
  ],
  [
    'a list that is shortened within its last address, which has http',
    'ipm-cloud',
    `Spa\n\nRedirectUris : {${ipm.slice(0, 3).join(', ')}, http://srv042.ipmcloud.d…}`,
    [{ code: 'redirect-list-shortened' }, ...rights(ipm.slice(0, 3))],
  ],
  ...[
    ', https://srv042.ipmcl... }',
    ', "https://srv042.ipmcl..."}',
    ', ...}',
    ', …}',
    ', https://...}',
    ', htt…}',
  ].map((rest): Row => [
    `a list that ends with „${rest}“`,
    'ipm-cloud',
    `Spa\n\nRedirectUris : {${ipm.slice(0, 3).join(', ')}${rest}`,
    [{ code: 'redirect-list-shortened' }, ...rights(ipm.slice(0, 3))],
  ]),
  [
    'a list that is shortened after an address that is not required',
    'ipm-cloud',
    `Spa\n\nRedirectUris : {${ipm.slice(0, 3).join(', ')}, https://jwt.ms...}`,
    [
      { code: 'redirect-surplus', uri: 'https://jwt.ms' },
      { code: 'redirect-list-shortened' },
      ...rights(ipm.slice(0, 3)),
    ],
  ],
  [
    'a list that is shortened after an address with http',
    'cmxorganize',
    `Web\n\nRedirectUris : {${cmx.replace('https', 'http')}...}`,
    [differs(cmx.replace('https', 'http'), cmx, 'scheme'), { code: 'redirect-list-shortened' }],
  ],
  [
    'an address on a second platform',
    'ipm-cloud',
    ['Web', ipm[0], 'Single-page application', ...ipm].join('\n'),
    [
      {
        code: 'redirect-surplus-platform',
        uri: ipm[0],
        platform: 'web',
        expectedPlatform: 'spa',
      },
      ...rights(ipm),
    ],
  ],
  [
    'a mail filter’s link after the name of the platform',
    'ipm-cloud',
    `SPA: https://eur01.safelinks.protection.outlook.com/?url=x\n${ipm.join('\n')}`,
    [passedOver('https://eur01.safelinks.protection.outlook.com/?url=x'), ...rights(ipm)],
  ],
  [
    'the address of desktop programs with a tenant in it',
    'flowfact',
    `Public client\n${native.replace('common', '0a1b2c3d-0000-4000-8000-000000000000')}`,
    [differs(native.replace('common', '0a1b2c3d-0000-4000-8000-000000000000'), native, 'tenant')],
  ],
  [
    'the address of desktop programs with a tenant in it and without a scheme',
    'flowfact',
    'Public client\nlogin.microsoftonline.com/organizations/oauth2/nativeclient',
    [
      differs(
        'login.microsoftonline.com/organizations/oauth2/nativeclient',
        native,
        'scheme-missing tenant',
      ),
    ],
  ],
  [
    'the address of desktop programs with a tenant’s domain, http and a slash',
    'flowfact',
    'Public client\nhttp://login.microsoftonline.com/muster.example/oauth2/nativeclient/',
    [
      differs(
        'http://login.microsoftonline.com/muster.example/oauth2/nativeclient/',
        native,
        'scheme tenant',
      ),
    ],
  ],
  [
    'a table that PowerShell has shortened within an address',
    'ipm-cloud',
    'Spa\n---\n{https://muster.ipmcloud.de, https://muster.ipmcloud.de/, https://srv0…',
    [{ code: 'redirect-list-shortened' }, ...rights(ipm.slice(0, 2))],
  ],
  [
    'the same addresses twice',
    'ipm-cloud',
    ['SPA', ...ipm, ...ipm].join('\r\n'),
    [...ipm.map((uri) => ({ code: 'redirect-twice', uri }) as const), ...rights(ipm)],
  ],
  [
    'addresses of other apps',
    'ipm-cloud',
    ['SPA', ...ipm, 'https://*.ipmcloud.de', 'urn:ietf:wg:oauth:2.0:oob', 'msal0a1b://auth'].join(
      '\n',
    ),
    [
      { code: 'redirect-surplus', uri: 'https://*.ipmcloud.de' },
      { code: 'redirect-surplus', uri: 'urn:ietf:wg:oauth:2.0:oob' },
      { code: 'redirect-surplus', uri: 'msal0a1b://auth' },
      ...rights(ipm),
    ],
  ],
  ['the beginning of an address', 'ipm-cloud', 'SPA\nhttps://', [noneRead]],
  [
    'a list if no address is required',
    'bm',
    'Web\nhttps://localhost',
    [{ code: 'redirect-surplus', uri: 'https://localhost' }],
  ],
  [
    'a sentence if no address is required',
    'bm',
    'Wir haben die Adresse https://localhost eingetragen.',
    [noneRead],
  ],
];

describe('a text with addresses', () => {
  it.each(rows)('%s (%s)', (_, id, text, findings) => {
    expect(check(id, text)).toEqual(findings);
  });

  it.each([
    ['as they are', ipm.join('\n'), [...ipm]],
    ['without a scheme', ipm.map((uri) => uri.slice(8)).join('\n'), ipm.map((uri) => uri.slice(8))],
  ])('whose values are not entered is not judged: %s', (_, text, uris) => {
    const own = { customerHost: undefined, serverHost: undefined };
    expect(check('ipm-cloud', text, own)).toEqual([
      ...uris.map((uri) => ({ code: 'redirect-not-compared', uri })),
      { code: 'value-needed', value: 'customerHost' },
      { code: 'value-needed', value: 'serverHost' },
    ]);
  });

  it('whose value is not entered is joined if it clearly continues', () => {
    const text = 'Web\nhttps://rechnung-\nmuster.example/App%20E-Mailkonto/continue_oauth';
    const uri = 'https://rechnung-muster.example/App%20E-Mailkonto/continue_oauth';
    expect(check('cmxorganize', text, { instanceHost: undefined })).toEqual([
      { code: 'redirect-not-compared', uri },
      { code: 'value-needed', value: 'instanceHost' },
      { code: 'redirect-joined', uri },
    ]);
  });

  it.each([
    'Mit freundlichen Grüßen',
    'Mit freundlichem Gruß',
    'Freundliche Grüsse',
    'Viele Grüße aus Musterstadt',
    'Beste Grüße,',
    'MfG',
    'VG',
    'Kind regards,',
    'Best regards',
    'Regards, Petra',
    'Thanks and regards',
    'Gruß Petra',
    'Vielen Dank und beste Grüße aus Musterstadt',
    'Mit freundlichen Gruessen',
    'VG Petra',
    'LG\n--------',
    'Yours sincerely,',
    '-- ',
  ])('is read without the signature below „%s“', (closing) => {
    const list = `Hallo, eingetragen unter Single-Page-Webanwendung:\n${ipm.join('\n')}`;
    const signature = 'Petra Muster\nTel. 0123 456\nWeb: https://www.muster.example';
    expect(check('ipm-cloud', `${list}\n\n${closing}\n${signature}`)).toEqual([
      passedOver('https://www.muster.example'),
      ...rights(ipm),
    ]);
  });

  it.each([
    'Web\n',
    '-----Ursprüngliche Nachricht-----\n',
    '> Am 20.11.2026 schrieb Petra Muster:\n',
    'From: petra@muster.example\n',
  ])('is read on below a signature where another list begins: %j', (start) => {
    const text = `Web\n${cmx}\nViele Grüße\n${start}https://jwt.ms`;
    expect(check('cmxorganize', text)).toEqual([
      { code: 'redirect-surplus', uri: 'https://jwt.ms' },
      ...rights([cmx]),
    ]);
  });

  it('is read below a closing formula without a list above it', () => {
    expect(check('cmxorganize', `Viele Grüße\nWeb\n${cmx}\nhttps://jwt.ms`)).toEqual([
      { code: 'redirect-surplus', uri: 'https://jwt.ms' },
      ...rights([cmx]),
    ]);
  });

  it('counts a required address below a signature too', () => {
    const text = ['SPA', ...ipm.slice(0, 3), 'MfG', ipm[3]].join('\n');
    expect(check('ipm-cloud', text)).toEqual(rights(ipm));
  });

  it.each(['Node.js und ASP.NET', 'srv042.ipmcloud.de ist unser Server', 'Version 1.2.3'])(
    '„%s“ has none',
    (text) => {
      expect(codes(check('ipm-cloud', text))).toEqual(['paste-unrecognised']);
    },
  );
});
