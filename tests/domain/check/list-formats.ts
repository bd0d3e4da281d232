/** Formats of a list of redirect URIs pasted from the portal, a terminal or a mail. */

import type { Platform } from '../../../src/domain/guide/guide.ts';

/** Writes a list of addresses with the name of their platform. */
export type ListFormat = (uris: readonly string[], names: PlatformNames) => string;

/** The names of a platform: in the portal, in both languages, in the current manifest and in the retired one. */
export interface PlatformNames {
  readonly de: string;
  readonly en: string;
  readonly key: string;
  readonly type: string;
}

/** The names of each platform. */
export const platformNames: Readonly<Record<Platform, PlatformNames>> = {
  web: { de: 'Web', en: 'Web', key: 'web', type: 'Web' },
  spa: {
    de: 'Single-Page-Webanwendung',
    en: 'Single-page application',
    key: 'spa',
    type: 'Spa',
  },
  'public-client': {
    de: 'Mobilgerät- und Desktopanwendungen',
    en: 'Mobile and desktop applications',
    key: 'publicClient',
    type: 'InstalledClient',
  },
};

function below(line: (uri: string, index: number) => string): ListFormat {
  return (uris, { de }) => [de, ...uris.map(line)].join('\n');
}

function beside(line: (uri: string, names: PlatformNames) => string): ListFormat {
  return (uris, names) => uris.map((uri) => line(uri, names)).join('\n');
}

/** The portal's explanation above the addresses, in its own words in both languages. */
export const portalHelp = {
  de: 'Die URIs, die wir als Ziele akzeptieren, wenn wir nach der erfolgreichen Benutzerauthentifizierung oder -abmeldung Authentifizierungsantworten (Token) zurückgeben. Der Umleitungs-URI, den Sie in der Anforderung an den Anmeldeserver senden, muss mit dem hier aufgeführten übereinstimmen. Wird auch als Antwort-URLs bezeichnet. Weitere Informationen zu Umleitungs-URIs und den zugehörigen Einschränkungen',
  en: 'The URIs we will accept as destinations when returning authentication responses (tokens) after successfully authenticating or signing out users. The redirect URI you send in the request to the login server should match one listed here. Also referred to as reply URLs. Learn more about Redirect URIs and their restrictions',
} as const;

/** The portal's page „Authentifizierung“, copied whole. */
export const portalPageDe: ListFormat = (uris, { de }) => `Muster | Authentifizierung
Speichern
Verwerfen
Haben Sie Feedback für uns?
Übersicht
Schnellstart
Integrations-Assistent
Plattformkonfigurationen
Abhängig von der Zielplattform oder dem Zielgerät für diese Anwendung ist möglicherweise eine zusätzliche Konfiguration erforderlich. Beispielsweise kann es erforderlich sein, Umleitungs-URIs, bestimmte Authentifizierungseinstellungen oder plattformspezifische Felder festzulegen.
Plattform hinzufügen
${de}
Schnellstart
Dokumente
Umleitungs-URIs
${portalHelp.de}
${uris.join('\n')}
URI hinzufügen
Front-Channel-Abmelde-URL
Hierhin wird eine Anforderung gesendet, damit die Anwendung die Sitzungsdaten des Benutzers löscht.
z. B. https://example.com/logout
Implizite Genehmigung und Hybridflows
Wenn die Anwendung über eine Single-Page-Architektur (SPA) verfügt und nicht den Autorisierungscodeflow verwendet, oder wenn sie eine Web-API über JavaScript aufruft, wählen Sie sowohl Zugriffstoken als auch ID-Token aus.
Zugriffstoken (werden für implizite Flows verwendet)
ID-Token (werden für implizite und Hybridflows verwendet)
Erweiterte Einstellungen
Öffentliche Clientflows zulassen
Folgende Mobilgerät- und Desktopflows aktivieren:
Ja
Nein`;

/** The same in English, with an address for signing out. */
export const portalPageEn: ListFormat = (uris, { en }) => `Muster | Authentication
Save
Discard
Got feedback?
Platform configurations
Add a platform
${en}
Quickstart
Docs
Redirect URIs
${portalHelp.en}
${uris.join('\n')}
Add URI
Front-channel logout URL
This is where we send a request to have the application clear the user's session data.
https://start.example/logout
Implicit grant and hybrid flows
Select the tokens you would like to be issued by the authorization endpoint:
Access tokens (used for implicit flows)
ID tokens (used for implicit and hybrid flows)
Supported account types
Advanced settings
Allow public client flows
Enable the following mobile and desktop flows:
Yes
No`;

/** All formats, by name. Each contains the platform. */
export const listFormats: Readonly<Record<string, ListFormat>> = {
  // lists
  'lines below a heading': below((uri) => uri),
  'lines below an English heading': (uris, { en }) => [en, 'Redirect URIs', ...uris].join('\n'),
  'lines below a label': (uris, { en }) => [`Platform: ${en}`, '', ...uris].join('\n'),
  'lines below a heading over two lines': (uris, { de }) =>
    [de.replace(/(?<=-)(?=Web)|(?<=und) /, '\n'), ...uris].join('\n'),
  'lines below a sentence': (uris, { de }) => [`Eingetragen unter ${de}:`, ...uris].join('\n'),
  numbers: below((uri, index) => `${String(index + 1)}. ${uri}`),
  'numbers without a blank': below((uri, index) => `${String(index + 1)}.${uri}`),
  'numbers as in the vendor’s guide (IPM-09)': below(
    (uri, index) => `${String(index + 1)}.) ${uri}`,
  ),
  'numbers in brackets': below((uri, index) => `(${String(index + 1)}) ${uri}`),
  'labels with numbers': below((uri, index) => `Umleitungs-URI ${String(index + 1)}: ${uri}`),
  'labels with equals signs': below((uri, index) => `RedirectUri${String(index + 1)}=${uri}`),
  bullets: below((uri) => `• ${uri}`),
  'bullets and tabs': below((uri) => `·\t${uri}`),
  dashes: below((uri) => `–${uri}`),
  hyphens: below((uri) => `-${uri}`),
  'full stops': below((uri) => `${uri}.`),
  semicolons: below((uri) => `${uri};`),
  'closing brackets': below((uri) => `${uri})`),
  'German quotes': below((uri) => `„${uri}“,`),
  'English quotes': below((uri) => `“${uri}”`),
  'single quotes': below((uri) => `'${uri}',`),
  'single German quotes': below((uri) => `‚${uri}‘`),
  guillemets: below((uri) => `»${uri}«`),
  'two commas for a quote': below((uri) => `,,${uri}”`),
  'blanks around': below((uri) => `\u00A0   ${uri}   `),
  'invisible characters around': below((uri) => `\u200B${uri}\u200B`),
  'the portal’s suffix': below((uri) => `${uri} (LiveSDK)`),
  'the portal’s icons': below((uri) => `🔗${uri}\uE74D`),
  'icons and blanks': below((uri) => `✓ ${uri} ↗`),
  footnotes: below((uri, index) => `${uri}[${String(index + 1)}]`),
  'words after': below((uri) => `${uri} # Produktiv, nicht löschen`),
  'words before': below((uri) => `Adresse der Cloud (Produktiv): ${uri}`),
  'one line': (uris, { en }) => `${en}: ${uris.join(', ')}`,
  'one line with blanks': (uris, { en }) => `${en} ${uris.join(' ')}`,
  'one line with slashes': (uris, { en }) => `${en}\n${uris.join(' / ')}`,
  'one line with words': (uris, { de }) => `${de}: ${uris.join(' und ')}`,
  'nothing between': (uris, { de }) => `${de}\n${uris.join('')}`,

  // tables
  'comma and platform': beside((uri, { de }) => `${uri}, ${de}`),
  'comma and platform without a blank': beside((uri, { en }) => `${uri},${en}`),
  'square brackets': beside((uri, { en }) => `${uri} [${en}]`),
  brackets: beside((uri, { en }) => `${uri} (${en})`),
  'dash and platform': beside((uri, { de }) => `${uri} – ${de}`),
  'blank and platform': beside((uri, { de }) => `${uri} ${de}`),
  'platform and colon': beside((uri, { de }) => `${de}: ${uri}`),
  'the portal’s new table': (uris, { de }) =>
    ['Umleitungs-URI\tPlattform', ...uris.map((uri) => `${uri}\t${de}`)].join('\n'),
  'the portal’s new table with buttons': (uris, { en }) =>
    ['Redirect URI\tPlatform\t', ...uris.map((uri) => `${uri}\t${en}\tEdit\tDelete`)].join('\n'),
  'the portal’s new table cell by cell': (uris, { de }) =>
    ['Umleitungs-URI', 'Plattform', ...uris.flatMap((uri) => [uri, de])].join('\n'),
  CSV: (uris, { de }) =>
    ['"URI","Plattform"', ...uris.map((uri) => `"${uri}","${de}"`)].join('\r\n'),
  'CSV with semicolons': (uris, { de }) =>
    ['URI;Plattform', ...uris.map((uri) => `${uri};${de}`)].join('\r\n'),

  'a frame': below((uri) => `│ ${uri} │`),

  // Markdown and mail
  'Markdown code': (uris, { de }) =>
    [`## ${de}`, '', ...uris.map((uri) => `- \`${uri}\``)].join('\n'),
  'Markdown links': (uris, { en }) =>
    [`**${en}**`, '', ...uris.map((uri) => `* [${uri}](${uri})`)].join('\n'),
  'Markdown addresses': below((uri, index) => `${String(index + 1)}. <${uri}>`),
  'Markdown bold': below((uri) => `- **${uri}**`),
  'Markdown table': (uris, { de }) =>
    ['| URI | Plattform |', '| --- | --- |', ...uris.map((uri) => `| ${uri} | ${de} |`)].join('\n'),
  'Markdown table of links': (uris, { en }) =>
    ['| URI | Platform |', '| --- | --- |']
      .concat(uris.map((uri) => `| [${uri}](${uri}) | ${en} |`))
      .join('\n'),
  'quoted mail': (uris, { de }) => ['> ', de, ...uris].join('\r\n> '),
  'mail with links': below((uri) => `${uri}<${uri}/>`),
  'mail with links apart': below((uri) => `${uri} <${uri}>`),

  // HTML
  'HTML list': (uris, { de }) =>
    `<h3>${de}</h3><ul>${uris.map((uri) => `<li>${uri}</li>`).join('')}</ul>`,
  'HTML links': (uris, { de }) =>
    `<h3>${de}</h3>${uris.map((uri) => `<a href="${uri}/" target="_blank">${uri}</a>`).join('<br/>')}`,
  'HTML links without the address': (uris, { de }) =>
    `<b>${de}</b><br>${uris.map((uri) => `<a class=x href='${uri}'>Adresse</a>`).join('<br>')}`,
  'HTML table': (uris, { de }) =>
    `<table><tr><th>Umleitungs-URI</th><th>Plattform</th></tr>${uris
      .map((uri) => `<tr><td>${uri}</td><td>${de}</td></tr>`)
      .join('')}</table>`,
  'HTML fields': (uris, { en }) =>
    `<div>${en}</div>${uris.map((uri) => `<input type="text" value="${uri}">`).join('')}`,
  'HTML escaped': (uris, { de }) =>
    `&lt;b&gt;${de}&lt;/b&gt;${uris.map((uri) => `&lt;li&gt;${uri}&lt;/li&gt;`).join('')}`,
  'HTML page with links to help': (uris, { de }) =>
    `<h3>${de}</h3><a href="https://portal.azure.com/#q">Schnellstart</a> <a href="https://docs.microsoft.com/x">Dokumente</a><p>${portalHelp.de} <a href="https://go.microsoft.com/fwlink/?linkid=1">Weitere Informationen</a></p>${uris
      .map((uri) => `<input value="${uri}">`)
      .join('')}<a href="https://portal.azure.com/#">URI hinzufügen</a>`,

  // JSON
  'JSON part': (uris, { key }) =>
    `"${key}": {\n\t"redirectUris": ${JSON.stringify(uris, undefined, '\t')}\n}`,
  'JSON in one line': (uris, { key }) => `"${key}":{"redirectUris":${JSON.stringify(uris)}}`,
  'JSON with escaped slashes': (uris, { key }) =>
    `"${key}":{"redirectUris":${JSON.stringify(uris).replaceAll('/', String.raw`\/`)}}`,
  'JSON with other addresses': (uris, { key }) =>
    `"${key}": ${JSON.stringify(
      {
        homePageUrl: 'https://start.example',
        logoutUrl: 'https://start.example/logout',
        redirectUriSettings: uris.map((uri) => ({ index: null, uri })),
        redirectUris: uris,
      },
      undefined,
      2,
    )}`,
  'JSON of the retired format': (uris, { type }) =>
    uris.map((url) => JSON.stringify({ url, type }, undefined, '\t')).join(',\n'),
  'JSON of the retired format in one line': (uris, { type }) =>
    uris.map((url) => JSON.stringify({ url, type })).join(','),
  'JSON of the retired format the other way round': (uris, { type }) =>
    uris.map((url) => JSON.stringify({ type, url })).join(','),

  Terraform: (uris, { en }) =>
    `${en.toLowerCase().replaceAll(/[ -]/g, '_')} {\n  redirect_uris = ${JSON.stringify(uris)}\n}`,

  // terminals
  'Azure CLI, tsv': (uris, { key }) =>
    `$ az ad app show --id 0a1b --query ${key}.redirectUris -o tsv\n${uris.join('\n')}`,
  'Azure CLI, JSON with colours': (uris, { key }) =>
    `PS> az ad app show --id 0a1b --query ${key}.redirectUris\n[\n${uris
      .map((uri) => `  \u001B[33m"${uri}"\u001B[39m`)
      .join(',\n')}\n]`,
  'Azure CLI, yaml': (uris, { key }) =>
    `${key}:\n  redirectUris:\n${uris.map((uri) => `  - ${uri}`).join('\n')}`,
  'PowerShell, expanded': (uris, { key }) =>
    `PS C:\\> (Get-MgApplication -ApplicationId 0a1b).${key}.RedirectUris\n${uris.join('\n')}`,
  'PowerShell, list': (uris, { key }) =>
    `PS C:\\> (Get-MgApplication -ApplicationId 0a1b).${key} | fl\n\nHomePageUrl : https://start.example\nLogoutUrl : https://start.example/logout\nRedirectUriSettings : {${uris.join(', ')}}\nRedirectUris : {${uris.join(', ')}}\nAdditionalProperties : {}`,
  'PowerShell, list over lines': (uris, { key }) =>
    `$app.${key} | fl\n\nRedirectUris : {${uris.join(',\n               ')}}`,

  // the portal's page
  'the portal’s page': portalPageDe,
  'the portal’s page in English': portalPageEn,
};
