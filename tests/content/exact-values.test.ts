import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import type { z } from 'astro/zod';
import { guideSchema } from '../../src/content-model/guide.ts';
import type { guideWordsSchema } from '../../src/content-model/prose.ts';

const dist = new URL('../../dist/', import.meta.url);
const content = new URL('../../src/content/guides/', import.meta.url);

/**
 * A value given verbatim in a vendor's guide, and the steps on which it can be copied.
 * A slot is its value's id in braces, inside whatever the page puts around it: `[{tenantId}]`, `'<{mailbox}>'`.
 */
type ExactValue = readonly [fact: string, steps: readonly string[], text: string];

const allowSending = 'Set-TransportConfig -SmtpClientAuthenticationDisabled $false';
const allowMailbox =
  "Set-CASMailbox -Identity '<{mailbox}>' -SmtpClientAuthenticationDisabled $false";

const exactValues: Readonly<Record<string, readonly ExactValue[]>> = {
  'ipm-cloud': [
    ['IPM-05', ['register-app'], 'https://[{customerHost}].ipmcloud.de'],
    ['IPM-08', ['redirect-uris'], 'https://[{customerHost}].ipmcloud.de'],
    ['IPM-08', ['redirect-uris'], 'https://[{customerHost}].ipmcloud.de/'],
    ['IPM-08', ['redirect-uris'], 'https://[{serverHost}].ipmcloud.de'],
    ['IPM-08', ['redirect-uris'], 'https://[{serverHost}].ipmcloud.de/'],
    ['IPM-14', ['permissions'], 'Mail.ReadWrite'],
    ['IPM-14', ['permissions'], 'Mail.Send'],
    ['IPM-14', ['permissions'], 'MailboxFolder.Read.All'],
    ['IPM-14', ['permissions'], 'MailboxFolder.ReadWrite.All'],
    ['IPM-14', ['permissions'], 'SMTP.Send'],
    ['IPM-18', ['in-the-product'], '[{mailbox}]'],
    ['IPM-18', ['in-the-product'], '[{clientId}]'],
    ['IPM-18', ['in-the-product'], '[{tenantId}]'],
  ],
  cmxorganize: [
    ['CMX-03', ['register-app'], 'cmxOrganize'],
    ['CMX-03', ['register-app'], 'cmxOrganize [{organisation}]'],
    ['CMX-05', ['redirect-uris'], 'https://[{instanceHost}]/App%20E-Mailkonto/continue_oauth'],
    ['CMX-11', ['in-the-product'], 'Schnittstellen'],
    ['CMX-11', ['in-the-product'], 'Azure'],
    ['CMX-11', ['in-the-product'], '[{clientId}]'],
    ['CMX-12', ['in-the-product'], '[{tenantId}]'],
    ['CMX-14', ['smtp-auth'], allowSending],
    ['CMX-14', ['smtp-auth'], allowMailbox],
  ],
  flowfact: [
    ['FF-02', ['requirements'], '19.0.1090'],
    ['FF-05', ['register-app'], 'ffMailDienst'],
    ['FF-06', ['client-secret'], 'ClientSecret Maildienst'],
    ['FF-07', ['redirect-uris'], 'https://login.microsoftonline.com/common/oauth2/nativeclient'],
    ['FF-09', ['permissions'], 'IMAP.AccessAsUser.All'],
    ['FF-09', ['permissions'], 'POP.AccessAsUser.All'],
    ['FF-09', ['permissions'], 'SMTP.Send'],
    ['FF-09', ['permissions'], 'offline_access'],
    ['FF-11', ['smtp-auth'], allowSending],
    ['FF-11', ['smtp-auth'], 'Get-TransportConfig | Format-List SmtpClientAuthenticationDisabled'],
    ['FF-13', ['smtp-auth'], 'https://admin.microsoft.com'],
    ['FF-13', ['smtp-auth'], allowMailbox],
    ['FF-15', ['accounts'], 'outlook.office365.com'],
    ['FF-15', ['accounts'], 'smtp.office365.com'],
    ['FF-15', ['accounts'], 'OAuth TLS (auto)'],
    ['FF-15', ['accounts'], '[{mailbox}]'],
    ['FF-17', ['in-the-product'], 'O365'],
    ['FF-17', ['in-the-product'], '[{tenantId}]'],
    ['FF-17', ['in-the-product'], '[{clientId}]'],
    ['FF-21', ['first-account'], 'https://login.microsoftonline.com/'],
    ['FF-21', ['first-account'], 'https://login.microsoftonline.com/common/oauth2/token'],
    ['FF-21', ['first-account'], 'https://login.microsoftonline.com/common/oauth2/nativeclient'],
    ['FF-21', ['first-account'], 'https://outlook.office365.com/IMAP.AccessAsUser.All'],
    [
      'FF-21',
      ['first-account'],
      '{0}{4}/oauth2/v2.0/authorize?response_type=code&client_id={1}&redirect_uri={2}&scope={3}',
    ],
    ['FF-24', ['distribute'], 'outlook.office365.com'],
  ],
  bm: [
    ['BM-04', ['register-app'], 'https://portal.azure.com'],
    [
      'BM-05',
      ['token-endpoint', 'in-the-product'],
      'https://login.microsoftonline.com/[{tenantId}]/oauth2/v2.0/token',
    ],
    ['BM-07', ['register-app'], 'bm_mail'],
    ['BM-08', ['client-secret'], 'bm_mail_secret'],
    ['BM-09', ['permissions'], 'POP.AccessAsUser.All'],
    ['BM-09', ['permissions'], 'SMTP.Send'],
    ['BM-10', ['token-endpoint', 'in-the-product'], 'https://outlook.office365.com/.default'],
    ['BM-11', ['in-the-product'], '[{mailbox}]'],
    ['BM-11', ['in-the-product'], 'outlook.office365.com'],
    ['BM-11', ['in-the-product'], '995'],
    ['BM-11', ['in-the-product'], 'smtp.office365.com'],
    ['BM-11', ['in-the-product'], '587'],
    ['BM-11', ['in-the-product'], 'STARTTLS'],
    ['BM-12', ['smtp-auth'], 'https://admin.exchange.microsoft.com/#/settings'],
    ['BM-12', ['smtp-auth'], allowSending],
  ],
};

const entities: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  '#34': '"',
  '#38': '&',
  '#39': "'",
  '#60': '<',
  '#62': '>',
};

/** The text of a piece of HTML as Astro writes it. */
function textOf(html: string): string {
  return html
    .replace(/<[^>]*>/g, '')
    .replace(/&(#?\w+);/g, (whole, name: string) => entities[name] ?? whole)
    .trim();
}

/** The HTML between a start tag that ends at `from` and its matching end tag. */
function innerHtml(html: string, tag: string, from: number): string {
  let depth = 1;
  for (const { 0: found, index } of html.slice(from).matchAll(new RegExp(`</?${tag}\\b`, 'g'))) {
    depth += found.startsWith('</') ? -1 : 1;
    if (depth === 0) return html.slice(from, from + index);
  }
  return '';
}

/** Each `[data-lotse-source]` of a page that has its own copy button. */
function sourcesOf(html: string): readonly string[] {
  return [...html.matchAll(/<lotse-copy-text>([^]*?)<\/lotse-copy-text>/g)]
    .map(([, copyable = '']) => copyable)
    .filter((copyable) => /<button class="copy[ "]/.test(copyable))
    .flatMap((copyable) => {
      const start = /<(\w+)\b[^>]*\sdata-lotse-source\b[^>]*>/.exec(copyable);
      if (!start) return [];
      return [innerHtml(copyable, start[1] ?? '', start.index + start[0].length)];
    });
}

function pageOf(guide: string, step: string): string {
  if (!existsSync(dist)) throw new Error('Build the site first (npm run build): no dist/ here');
  const html = readFileSync(new URL(`${guide}/${step}/index.html`, dist), 'utf8');
  return html.slice(html.indexOf('<main'), html.indexOf('</main>'));
}

const placePattern = /<b data-lotse-slot="(\w+)"[^>]*>([^<]*)<\/b>/g;

/** The texts with copy buttons on a page, with ids in braces for values. */
function copyable(guide: string, step: string): readonly string[] {
  const file = new URL(`${guide}/de/guide-words.yml`, content);
  const { values } = parse(readFileSync(file, 'utf8')) as z.infer<typeof guideWordsSchema>;
  const withIds = (html: string): string =>
    html.replace(placePattern, (_place, id: string, shown: string) =>
      shown.replace(values[id]?.placeholder ?? '', `{${id}}`),
    );
  return sourcesOf(pageOf(guide, step)).map((html) => textOf(withIds(html)));
}

/** The same with the guide's samples filled in, quoted as on the page. */
function copyableWithSamples(guide: string, step: string): readonly string[] {
  const file = new URL(`${guide}/guide.yml`, content);
  const { values } = guideSchema.parse(parse(readFileSync(file, 'utf8')));
  const sampleOf = (id: string): string => values.find((value) => value.id === id)?.sample ?? '';
  return sourcesOf(pageOf(guide, step)).map((html) =>
    textOf(
      html.replace(placePattern, (place, id: string) =>
        place.includes('data-lotse-quote') ? `'${sampleOf(id)}'` : sampleOf(id),
      ),
    ),
  );
}

const rows = Object.entries(exactValues).flatMap(([guide, values]) =>
  values.map(([fact, steps, text]) => [fact, guide, text, steps] as const),
);

describe('the exact values of the vendors’ guides', () => {
  it.each(rows)('%s of %s has its own copy button: %s', (_fact, guide, text, steps) => {
    for (const step of [...steps, 'all']) {
      expect(copyable(guide, step), `${guide}/${step}/`).toContain(text);
    }
  });

  it.each(rows)('%s of %s is on a step that names it: %s', (fact, guide, _text, steps) => {
    const file = new URL(`${guide}/guide.yml`, content);
    const definitions = guideSchema.parse(parse(readFileSync(file, 'utf8'))).steps;
    const named = definitions.filter(({ facts }) => facts.includes(fact)).map(({ id }) => id);
    expect(steps.filter((step) => named.includes(step))).not.toEqual([]);
  });

  it.each([
    ['ipm-cloud', 'redirect-uris', 'https://muster.ipmcloud.de'],
    ['ipm-cloud', 'redirect-uris', 'https://muster.ipmcloud.de/'],
    ['ipm-cloud', 'redirect-uris', 'https://srv042.ipmcloud.de'],
    ['ipm-cloud', 'redirect-uris', 'https://srv042.ipmcloud.de/'],
    ['cmxorganize', 'redirect-uris', 'https://www.muster.example/App%20E-Mailkonto/continue_oauth'],
    [
      'flowfact',
      'smtp-auth',
      "Set-CASMailbox -Identity 'makler@muster.example' -SmtpClientAuthenticationDisabled $false",
    ],
    [
      'bm',
      'token-endpoint',
      'https://login.microsoftonline.com/3d6a1f80-5b2c-4e97-8a41-7c09e2d4b615/oauth2/v2.0/token',
    ],
  ] as const)('with the samples of %s, its step %s says: %s', (guide, step, text) => {
    expect(copyableWithSamples(guide, step)).toContain(text);
  });

  it('are as many as in the vendor’s list: four redirect URIs (IPM-08)', () => {
    const uris = copyable('ipm-cloud', 'redirect-uris').filter((text) => text.startsWith('https'));
    // The pictures of the two “Authentication” pages show the same four.
    expect(new Set(uris).size).toBe(4);
  });

  it('have no space before /oauth2, unlike the vendor’s sample (BM-05)', () => {
    // Commands contain the address too, among other words.
    const texts = copyable('bm', 'all').filter((text) => /^\s*https:.*\/oauth2/.test(text));
    expect(texts.filter((text) => /\s/.test(text))).toEqual([]);
  });

  it('have lower-case host names (IPM-10, BM-11)', () => {
    const texts = ['ipm-cloud', 'bm'].flatMap((guide) => copyable(guide, 'all'));
    const hosts = texts.flatMap((text) => text.match(/[\w.-]+\.(?:com|de)\b/gi) ?? []);
    expect(hosts.filter((host) => host !== host.toLowerCase())).toEqual([]);
  });
});

/** Texts printed in a vendor's guide, and the step that contains them. */
const printed: readonly (readonly [fact: string, guide: string, step: string, text: string])[] = [
  ['FF-13', 'flowfact', 'smtp-auth', 'Setzen Sie diese Haken: IMAP, POP, Authentifiziertes SMTP'],
  ['FF-16', 'flowfact', 'accounts', 'Dieses Konto wird vom Maildienst nicht verarbeitet'],
  ['FF-16', 'flowfact', 'accounts', 'Dieses Konto beim Empfangen von E-Mails einbeziehen'],
  ['FF-17', 'flowfact', 'in-the-product', '0365'],
  [
    'FF-19',
    'flowfact',
    'folders',
    'Mails aus dem Posteingang, dem Spamordner und dem Gesendete-Ordner des Servers nach [3] Tag(en) entfernen',
  ],
  ['FF-20', 'flowfact', 'first-account', 'IMAP-Postfach öffnen'],
  ['FF-20', 'flowfact', 'first-account', 'OAuth-AdminÜbersicht'],
  ['FF-21', 'flowfact', 'first-account', 'AuthToken mit IE holen'],
  ['FF-24', 'flowfact', 'distribute', 'Server mit OAutheinstellungen'],
  ['FF-25', 'flowfact', 'user-sign-in', 'OAuth-Konto vom MailAdministrator angelegt'],
  ['FF-25', 'flowfact', 'user-sign-in', 'Benutzerpasswort Mailkonten setzten'],
  ['FF-25', 'flowfact', 'user-sign-in', 'Los gehts'],
  ['BM-03', 'bm', 'in-the-product', 'POP Server Konfiguration'],
  ['BM-03', 'bm', 'in-the-product', 'SMTP Server Konfiguration'],
  ['BM-12', 'bm', 'smtp-auth', 'Setzen Sie diese Haken: POP, Authentifiziertes SMTP'],
  ['CMX-14', 'cmxorganize', 'smtp-auth', 'Setzen Sie diese Haken: Authentifiziertes SMTP'],
  ['IPM-17', 'ipm-cloud', 'in-the-product', 'KEIN Azure/Entra-Konto'],
  [
    'IPM-17',
    'ipm-cloud',
    'in-the-product',
    'Bitte beachten Sie wenn Sie ein Azure/Entra Einrichtung vornehmen, müssen Sie Ihre iPM-Cloud URL im Azure/Entra Portal in der App-Registrierung hinterlegen.',
  ],
  ['IPM-17', 'ipm-cloud', 'in-the-product', 'LINK: Hilfe beim einrichten einer App-Registrierung'],
  ['IPM-17', 'ipm-cloud', 'in-the-product', 'LINK: Einrichten einer App-Registrierung'],
  ['IPM-17', 'ipm-cloud', 'in-the-product', 'LINK: Zum Azure/Entra Portal'],
  ['IPM-18', 'ipm-cloud', 'in-the-product', 'Verzeichnis-ID-(Mandant)'],
  ['IPM-18', 'ipm-cloud', 'in-the-product', 'Geheime Clientschlüssel(Wert)'],
  ['IPM-18', 'ipm-cloud', 'in-the-product', 'Eigenen "Gesendet iPM-Cloud" Ordner erstellen'],
];

/** The visible text, without the English portal labels, which are hidden until the reader switches to them. */
function shownText(guide: string, step: string): string {
  const german = pageOf(guide, step).replace(/<b [^>]*data-lotse-label="en"[^>]*>[^<]*<\/b>/g, '');
  return textOf(german).replace(/\s+/g, ' ').replace(/ ,/g, ',');
}

describe('the labels of the vendors’ guides, verbatim', () => {
  it.each(printed)('%s: %s, step %s says „%s“', (_fact, guide, step, text) => {
    expect(shownText(guide, step)).toContain(text);
  });
});
