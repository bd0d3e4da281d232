import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { countedWork } from '../fixtures/counted-work.ts';

/** What the readers look out for, one by one. */
const marks = [
  ...['"', '„', '“', "'", '‚', '«', '`', '<', '>', '{', '}', '[', ']', '(', ')', '[1]'],
  ...[
    '@',
    '.',
    '-',
    ':',
    '://',
    '/',
    '\\',
    '\\/',
    '?',
    '#',
    '&',
    '=',
    '%20',
    '+',
    ',',
    ';',
    '|',
    '*',
  ],
  ...[
    '_',
    '~',
    '…',
    '...',
    '•',
    '\t',
    '\n',
    '\r\n',
    ' ',
    '  ',
    '\u00A0',
    '\u200B',
    '\u00AD',
    '\u001B[1m',
  ],
  ...['> ', '>> ', '----', '--- ---', 'ü', '1', 'a'],
] as const;
const words = [
  ...['a.de', 'a.de/x', 'www.a', 'x@y.de', 'https://', 'http://a.de', 'https://muster.ipmcloud.de'],
  ...[
    'muster.ipmcloud.de',
    'urn:ietf:wg:oauth:',
    'msal',
    'url:',
    'redirect_uri=',
    'code=',
    'scope=',
  ],
  ...[
    'Umleitungs-URI',
    '"redirectUris"',
    '"web": {',
    '"type": "Spa"',
    '"appId": "',
    '<a href=',
    '</a>',
    '<td>',
  ],
  ...[
    'Web',
    'SPA',
    'Single-page-',
    'Mobil- und ',
    'nicht Web',
    'type',
    'Mail.Send',
    'Mail.Send5',
    '(Application)',
    'Delegated permissions:',
    'Microsoft Graph: ',
    '"scope": "',
    'Tenant ID',
    '9e41c7b2-08fd-4a36-b5d9-21f67a0c83e4',
    'Postfach ',
    'openid',
  ],
  ...[
    'Microsoft Graph (5)',
    'Granted for',
    'nicht für',
    'Admin consent',
    'PS C:\\>',
    'Get-CASMailbox',
  ],
  ...[
    'Set-CASMailbox -Sm',
    'Get-TransportConfig',
    'SmtpClientAuthenticationDisabled',
    'True',
    'Name : x',
  ],
  ...[
    'Name=',
    'PrimarySmtpAddress : ',
    'Identity',
    '@{',
    '(',
    'Von: ',
    'schrieb',
    'Server',
    'SMTP Port: ',
  ],
  ...[
    'AADSTS50011',
    'AADSTS123456 ',
    '535 5.7.3',
    '5.7.139',
    'error_codes: [',
    'error code ',
    'eyJhbGciOiJ',
  ],
  ...[
    '11111111-2222',
    '8Q~',
    '&lt;',
    '&#x41;',
    '%C3%BC',
    '=3D',
    'password=',
    'secret: ',
    'AUTH LOGIN',
    '334 ',
  ],
] as const;
/** What puts a reader into the middle of something before the repetition begins. */
const heads = [
  'Name  PrimarySmtpAddress SmtpClientAuthenticationDisabled\n----  ------------------ ------\n',
  'PrimarySmtpAddress : a\n',
  '"Name","SmtpClientAuthenticationDisabled"\n',
  'Get-CASMailbox -Identity x | fl\n',
  '{"web": {"redirectUris": ["',
  'API-Berechtigungen\nMicrosoft Graph (5)\nMail.Send\tAnwendung\t',
  'Umleitungs-URIs „',
  'OAuth 2.0 Client ID: ',
  'AUTH LOGIN\n',
  'sign-in error code,"',
] as const;

/** The same numbers each time: what fails today fails tomorrow. */
function* numbers(): Generator<number, never> {
  let state = 20_261_128;
  for (;;) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    yield state / 2 ** 32;
  }
}

interface Repetition {
  readonly head: string;
  readonly piece: string;
}

function repetitions(count: number): readonly Repetition[] {
  const source = numbers();
  const number = (): number => source.next().value;
  const one = (list: readonly string[]): string => list[Math.floor(number() * list.length)] ?? '';
  const found = new Map<string, Repetition>();
  const add = (head: string, piece: string): void => {
    found.set(`${head}…${piece}`, { head, piece });
  };
  for (const piece of [...marks, ...words]) add('', piece);
  // What froze the page.
  for (const piece of ['{a.de', '„Mail.Send5', 'x{muster.ipmcloud.de']) add('', piece);
  while (found.size < count) {
    const pieces = Array.from({ length: number() < 0.6 ? 2 : 3 }, () =>
      one(number() < 0.5 ? marks : words),
    );
    add(number() < 0.2 ? one(heads) : '', pieces.join(''));
  }
  return [...found.values()];
}

function textOf({ head, piece }: Repetition, length: number): string {
  return head + piece.repeat(Math.ceil(length / piece.length));
}

type Reader = (text: string) => object;

/** Every way by which a long paste is read. What reads 2000 characters at most is quick whatever it does. */
async function readers(): Promise<Readonly<Record<string, Reader>>> {
  const { expectation, realGuide, today } = await import('./check/right.ts');
  const { checkSettings } = await import('../../src/domain/check/check-settings.ts');
  const { readOverview } = await import('../../src/domain/check/overview-page.ts');
  const { readTicket } = await import('../../src/domain/check/ticket.ts');
  const { compareLines } = await import('../../src/domain/compare/compare-lines.ts');
  const { decode } = await import('../../src/domain/errors/decode.ts');
  const { catalogueOf } = await import('../../src/domain/errors/catalogue.ts');
  const { readDryRunAnswer } = await import('../../src/domain/sign-in/dry-run-answer.ts');
  const { readToken, tokenPlan } = await import('../../src/domain/sign-in/token-reader.ts');
  const { readMailboxes } = await import('../../src/domain/values/mailboxes.ts');
  const { parseLinkValues } = await import('../../src/domain/values/link-values.ts');
  const { entriesOf, errorsSchema } = await import('../../src/content-model/errors.ts');
  const { readContent } = await import('../../src/content-model/read-content.ts');
  const { parse } = await import('yaml');
  const file = errorsSchema.parse(parse(readContent().get('errors/errors.yml') ?? ''));
  const catalogue = catalogueOf(entriesOf(file));
  const [ipm, bm] = [expectation('ipm-cloud'), expectation('bm')];
  const redirectUris = ['https://muster.ipmcloud.de', 'https://srv042.ipmcloud.de/x'];
  const guides = [realGuide('ipm-cloud'), realGuide('cmxorganize'), realGuide('bm')];
  const plan = tokenPlan(bm.guide);
  return {
    'the box': (text) => checkSettings(text, ipm),
    manifest: (text) => checkSettings(text, ipm, 'manifest'),
    redirects: (text) => checkSettings(text, ipm, 'redirects'),
    permissions: (text) => checkSettings(text, ipm, 'permissions'),
    powershell: (text) => checkSettings(text, bm, 'powershell'),
    form: (text) => checkSettings(text, bm, `form:${bm.forms[0]?.id ?? ''}`),
    overview: (text) => readOverview(text),
    ticket: (text) => readTicket(text, guides, { today }),
    comparison: (text) => compareLines([{ label: 'Server', value: 'outlook.office365.com' }], text),
    decoder: (text) => decode(text, catalogue),
    'dry run': (text) => readDryRunAnswer(text, { redirectUris }, {}),
    token: (text) => readToken(text, plan, { values: bm.values, now: 1_795_860_000 }),
    mailboxes: (text) => readMailboxes(text),
    link: (text) => parseLinkValues(text, ['clientId']),
  };
}

/** Four times the length, and what beginnings and rounding add. */
const most = 4.4;
/** In characters; the longer ones are tried where the shorter do not reach a bound, such as that of a command. */
const lengths = [600, 2_400, 9_600, 38_400] as const;

describe('four times as much text', () => {
  let counted: Awaited<ReturnType<typeof countedWork>>;
  let all: readonly (readonly [string, Reader])[];

  beforeAll(async () => {
    counted = await countedWork();
    all = Object.entries(await readers());
    await costsOf({ head: '', piece: '{a.de' }, 1000);
  });
  afterAll(() => {
    counted.end();
  });

  /** What the blocks cost of all readers, and the scans of each. */
  async function costsOf(one: Repetition, length: number): Promise<ReadonlyMap<string, number>> {
    const text = textOf(one, length);
    const { blocks, scanned } = await counted.costOf(
      all.map(
        ([, read]) =>
          () =>
            read(text),
      ),
    );
    return new Map([
      ['all', blocks],
      ...all.map(([name], at) => [name, scanned[at] ?? 0] as const),
    ]);
  }

  /** Who needs too much for the longer text; empty as soon as nobody does. */
  async function slowReaders(one: Repetition): Promise<readonly string[]> {
    let slow: readonly string[] = [];
    let before = await costsOf(one, lengths[0]);
    for (const length of lengths.slice(1)) {
      const after = await costsOf(one, length);
      slow = [...after].flatMap(([name, cost]) => {
        const growth = cost / (before.get(name) ?? 1);
        return growth > most ? [`${name} of ${JSON.stringify(one)}: ${growth.toFixed(1)}`] : [];
      });
      if (slow.length === 0) return slow;
      before = after;
    }
    return slow;
  }

  it('costs four times as much at most, whatever is repeated in it and whoever reads it', async () => {
    const slow: string[] = [];
    for (const one of repetitions(400)) slow.push(...(await slowReaders(one)));
    expect(slow).toEqual([]);
  }, 600_000);
});
