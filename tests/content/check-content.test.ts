import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { languageCodes } from '../../src/i18n/languages.ts';
import { authorComponents, noteKinds } from '../../src/content-model/author-components.ts';
import {
  checkContent,
  checkStructure,
  checkWording,
} from '../../src/content-model/check-content.ts';
import { readContent } from '../../src/content-model/read-content.ts';
import type { ContentFiles } from '../../src/content-model/content-files.ts';
import { report } from '../../src/content-model/mistake.ts';
import { reservedStepIds } from '../../src/i18n/addresses.ts';
import { rowKinds } from '../../src/domain/registration/portal-picture.ts';
import { scripts } from '../../src/domain/scripts/scripts.ts';

/** The site's own words, with a label of the made-up registry for theirs. */
const germanWords = readFileSync(
  new URL('../../src/content/words/de.json', import.meta.url),
  'utf8',
).replaceAll(/\{label:[a-z0-9-]+\}/g, '{label:overview}');

/** The made-up guide has no token request. */
const scriptsOfPlaner = Object.keys(scripts).filter(
  (id) =>
    !/^(?:token-test|tenant-check|password-test|device-code|mailbox-type|shared-mailbox|send-as)-/.test(
      id,
    ),
);

const guide = `product: Beispiel Planer
values:
  - id: clientType
    kind: choice
    options: [private, public]
    sample: private
  - id: customerHost
    kind: sub-domain
    domain: planer.example
    sample: muster
  - id: mailbox
    kind: mailbox
    sample: buero@muster.example
  - id: clientId
    kind: client-id
    sample: 2d8b63f0-94ce-4f17-a05b-61e7c2d94b38
registration:
  name: Beispiel Planer
  audience: single-tenant
  redirects:
    - platform: spa
      pattern: https://{customerHost}.planer.example
    - platform: spa
      pattern: https://{customerHost}.planer.example/
  publicClientFlows:
    - setting: 'no'
      when: { clientType: private }
    - setting: 'yes'
      when: { clientType: public }
  owner: mailbox
  permissions:
    - api: graph
      name: Mail.Send
      type: application
  consent: administrator
mailServers:
  - protocol: smtp
    host: smtp.office365.com
    port: 587
    encryption: starttls
smtpAuth: needed
forms:
  - id: account
    title: Konto
    fields:
      - label: Absender
        source: { value: mailbox }
      - label: Postausgang
        source: { server: smtp, part: host }
      - label: Eigener Ordner
        source: { from: reader }
steps:
  - id: register-app
    role: application-developer
    window: entra
    minutes: 5
    opens: new-registration
    facts: [EX-01]
  - id: redirect-uris
    role: cloud-application-administrator
    window: entra
    minutes: 3
    mends: [redirect-uri]
  - id: in-the-product
    role: product-administrator
    window: product
    minutes: 4
`;

const guideWords = `title: Beispiel Planer verbinden
summary: Der Planer verschickt danach Mails.
brief: Verschickt Mails.
prepare:
  - Ein Administratorkonto.
values:
  clientType:
    label: Art des Clients
    hint: Im Zweifel privat.
    placeholder: ART
    options:
      private: Privat
      public: Öffentlich
  customerHost:
    label: Ihr Planer
    hint: Er steht in der Adresszeile.
    placeholder: MEINER
  mailbox:
    label: Postfach
    hint: Die Adresse des Absenders.
    placeholder: POSTFACH
  clientId:
    label: Anwendungs-ID
    hint: Sie steht auf der Übersicht.
    placeholder: ID
fields:
  Eigener Ordner: Ihre Wahl.
permissions:
  Mail.Send: Mails senden.
`;

const registerApp = `---
title: App registrieren
purpose: Damit Microsoft den Planer kennt.
sources:
  - title: Anleitung des Herstellers
    kind: vendor
    checked: 2026-11-20
---

1. Öffnen Sie <Path to="app-registrations > overview" />.
2. Lesen Sie <Label id="overview" />.

<Note kind="trap">

Die Übersicht gibt es mehrmals, siehe <StepLink to="redirect-uris">Adressen</StepLink>.

</Note>

<Commands id="exchange-install" />

<Fact id="portal-mfa" />

<Term id="tenant">Mandant</Term> heißt die Umgebung der Firma.

Das Postfach steht bei <Dot at="list A" />.

<PortalPicture id="list" />

<Result>

Die Registrierung steht in der Liste.

</Result>

<Otherwise>

<Case shows="Zugriff verweigert" step="register-app">

Fragen Sie Ihren Administrator.

</Case>

</Otherwise>
`;

const redirectUris = `---
title: Umleitungs-URIs eintragen
purpose: Nur dorthin leitet Microsoft zurück.
sources:
  - title: Anleitung des Herstellers
    kind: vendor
    checked: 2026-11-20
---

<ValueField value="customerHost" />

<ValueField value="mailbox" />

<RedirectUris only="1" />

<Shared of="copy-id" />

<Result>

Beide Adressen stehen da.

</Result>

<Otherwise>
<Case shows="AADSTS500113">Keine Adresse.</Case>
</Otherwise>
`;

const redirectUrisInEnglish = `---
title: Enter the redirect URIs
purpose: Microsoft leads back to these only.
sources:
  - title: The vendor’s guide
    kind: vendor
    checked: 2026-11-20
---

<ValueField value="customerHost" />

<ValueField value="mailbox" />

<RedirectUris only="1" />

<Shared of="copy-id" />

<Result>

Both addresses are there.

</Result>

<Otherwise>
<Case shows="AADSTS500113">Keine Adresse.</Case>
</Otherwise>
`;

const inTheProduct = `---
title: Konto im Planer einrichten
purpose: Hier erfährt der Planer, womit er sendet.
sources:
  - title: Anleitung des Herstellers
    kind: vendor
    url: https://planer.example/hilfe
    checked: 2026-11-20
---

<Choice value="clientType" />

<When value="clientType" is="public">

Es gibt keinen Schlüssel.

</When>

Das Postfach ist <Value of="mailbox" />.

<ProductForm id="account" />

<FormCheck id="account" />

<MailServers only="smtp" />

<Result>

Der Planer sendet.

</Result>

<Otherwise>
<Case shows="550 5.7.30">Er meldet sich mit Kennwort an.</Case>
</Otherwise>
`;

const copyId = `Kopieren Sie die ID aus der <Label id="overview" />.

<ValueField value="clientId" />

<Note kind="trap">

Die Übersicht nennt mehrere IDs.

</Note>
`;

const copyIdInEnglish = `Copy the ID from the <Label id="overview" />.

<ValueField value="clientId" />

<Note kind="trap">

The overview shows several IDs.

</Note>
`;

const facts = `portal-mfa:
  certainty: high
  source: made up
  checked: 2026-11-20
  max-age-days: 365
smtp-end:
  date: 2026-12-31
  certainty: medium
  source: made up
  checked: 2026-11-20
  max-age-days: 90
`;

const factWords = `portal-mfa:
  title: Zweiter Faktor
  text: Das Portal verlangt ihn.
smtp-end:
  title: Ende des Kennworts
  text: Danach geht nur OAuth.
`;

const labels = `app-registrations:
  de: App-Registrierungen
  en: App registrations
  de-certainty: seen
  source: made up
  checked: 2026-11-20
overview:
  de: Übersicht
  en: Overview
  de-certainty: seen
  source: made up
  checked: 2026-11-20
`;

const portalPages = `new-registration:
  address: https://entra.microsoft.com/#new
  source: made up
  certainty: high
  checked: 2026-11-20
`;

const pictures = `list:
  title: app-registrations
  window: overview
  menu: [overview, app-registrations]
  active: app-registrations
  rows:
    - { is: heading, label: overview }
    - { value: mailbox, mark: take, dot: A }
    - { is: box, from: application-permissions, state: 'on' }
  seen: true
  source: made up
  checked: 2026-11-20
endless:
  title: overview
  window: overview
  rows:
    - { is: box, label: overview, state: 'on', dot: A }
    - { sample: nobody@muster.example, mark: not, dot: B }
    - { value: tenantId }
  seen: false
  source: made up
  checked: 2026-11-20
`;

const page = `---
title: Eine Seite
description: Ein Satz über die Seite.
---

Text mit \\{Klammern\\} und \`{Code}\`.

<Products />
`;

const good: ContentFiles = new Map([
  ['guides/planer/guide.yml', guide],
  ['guides/planer/de/guide-words.yml', guideWords],
  ['guides/planer/de/register-app.mdx', registerApp],
  ['guides/planer/de/redirect-uris.mdx', redirectUris],
  ['guides/planer/de/in-the-product.mdx', inTheProduct],
  ['guides/planer/de/renew.mdx', inTheProduct],
  ['guides/planer/de/remove.mdx', inTheProduct],
  ['guides/planer/en/redirect-uris.mdx', redirectUrisInEnglish],
  ['shared/de/copy-id.mdx', copyId],
  ['shared/en/copy-id.mdx', copyIdInEnglish],
  ['facts/facts.yml', facts],
  ['glossary/de.yml', 'tenant:\n  term: Mandant\n  text: Die Umgebung der Firma.\n'],
  ['facts/de.yml', factWords],
  ['pages/de/start.mdx', page],
  ['pages/de/imprint.mdx', page],
  ['pages/de/privacy.mdx', page],
  ['pages/de/support-links.mdx', page],
  ['pages/de/not-found.mdx', page],
  ['pages/de/support.mdx', page],
  ['portal/labels.yml', labels],
  ['portal/pages.yml', portalPages],
  ['portal/pictures.yml', pictures],
  ['words/de.json', germanWords],
  ['words/en.json', '{\n  "copy.button": "Copy",\n  "step.done": "Next: {title}"\n}\n'],
]);

const yml = 'guides/planer/guide.yml';
const words = 'guides/planer/de/guide-words.yml';
const first = 'guides/planer/de/register-app.mdx';
const second = 'guides/planer/de/redirect-uris.mdx';
const third = 'guides/planer/de/in-the-product.mdx';
const shared = 'shared/de/copy-id.mdx';
const sharedInEnglish = 'shared/en/copy-id.mdx';
const pictureList = 'portal/pictures.yml';
const factList = 'facts/facts.yml';
const factsInGerman = 'facts/de.yml';
const english = 'guides/planer/en/redirect-uris.mdx';

function changed(file: string, before: string, after: string): ContentFiles {
  const text = good.get(file) ?? '';
  expect(text.split(before), `“${before}” stands once in ${file}`).toHaveLength(2);
  return new Map(good).set(
    file,
    text.replace(before, () => after),
  );
}

function without(file: string): ContentFiles {
  return new Map([...good].filter(([name]) => name !== file));
}

/** The valid content, with a second copy of its guide with another `guide.yml`. */
function withSecondGuide(guideFile: string): ContentFiles {
  const copies = [...good]
    .filter(([name]) => name.startsWith('guides/'))
    .map(([name, text]) => [name.replace('planer', 'termine'), text] as const);
  return new Map([...good, ...copies]).set('guides/termine/guide.yml', guideFile);
}

/** The number of the only line that contains a text. */
function lineWith(text: string, file: string, files: ContentFiles): number {
  const lines = (files.get(file) ?? '').split('\n');
  const found = lines.flatMap((line, index) => (line.includes(text) ? [index + 1] : []));
  expect(found, `lines with “${text}” in ${file}`).toHaveLength(1);
  return found[0] ?? 0;
}

interface Broken {
  readonly name: string;
  /** The file, the text to replace, and its replacement. */
  readonly change: readonly [file: string, before: string, after: string];
  /** The reported file, if it is another one. */
  readonly inFile?: string;
  /** A text unique to the reported line, or the line's number. */
  readonly at: string | number;
  readonly found: string;
  readonly expected: string;
}

const noSecret = 'a value that is no secret: secrets are never stored or put into links';
const noEntry = 'no such entry; please look for a typing error';
const noBraces = 'no braces; write \\{ for a brace itself';
const ofThisGuide = 'a value of this guide (clientType, customerHost, mailbox, clientId)';
const oneOf = (names: Iterable<string>) => `one of: ${[...names].join(', ')}`;

const inGuide: readonly Broken[] = [
  {
    name: 'a role that does not exist',
    change: [yml, 'role: application-developer', 'role: app-developer'],
    at: 'role: app-developer',
    found: 'steps.0.role: “app-developer”',
    expected:
      'one of: user-administrator, application-developer, cloud-application-administrator, privileged-role-administrator, consenting-administrator, billing-administrator, exchange-administrator, conditional-access-administrator, product-administrator, mailbox-user, anyone',
  },
  {
    name: 'a kind of value that does not exist',
    change: [yml, 'kind: mailbox', 'kind: mail'],
    at: 'kind: mail',
    found: 'values.2.kind: “mail”',
    expected:
      'one of: tenant-id, client-id, object-id, host, mailbox, mailboxes, organisation, sub-domain, date, choice',
  },
  {
    name: 'a typing error in a key',
    change: [yml, '    minutes: 3', '    minutes: 3\n    optionl: true'],
    at: 'optionl',
    found: '“optionl”',
    expected: noEntry,
  },
  {
    name: 'a missing entry, at the part that lacks it',
    change: [yml, '    minutes: 3\n', ''],
    at: '- id: redirect-uris',
    found: 'steps.1.minutes: nothing',
    expected: 'a number',
  },
  {
    name: 'a list with too few entries',
    change: [yml, '[private, public]', '[private]'],
    at: 'options: [private]',
    found: 'values.0.options: ["private"]',
    expected: 'at least 2 item(s)',
  },
  {
    name: 'a malformed fact number',
    change: [yml, 'EX-01', 'EX-1'],
    at: 'facts: [EX-1]',
    found: 'steps.0.facts.0: “EX-1”',
    expected: 'a number such as IPM-08',
  },
  {
    name: 'YAML that cannot be read',
    change: [yml, '  name: Beispiel Planer', '  name: Beispiel: Planer'],
    at: 'name: Beispiel: Planer',
    found: 'Nested mappings are not allowed in compact mappings',
    expected: 'YAML that can be read',
  },
  {
    name: 'a value that would contain a secret',
    change: [yml, 'id: clientType', 'id: clientSecret'],
    at: 'id: clientSecret',
    found: 'values.0.id: “clientSecret”',
    expected: noSecret,
  },
  {
    name: 'a sample that its own check refuses',
    change: [yml, 'sample: buero@muster.example', 'sample: buero.muster.example'],
    at: 'sample: buero',
    found: '“buero.muster.example” (mailbox-without-at)',
    expected: 'an acceptable value',
  },
  {
    name: 'a redirect URI with a slot that is no value',
    change: [yml, '{customerHost}.planer.example\n', '{custmerHost}.planer.example\n'],
    at: 'custmerHost',
    found: 'registration.redirects.0.pattern: “https://{custmerHost}.planer.example”',
    expected: ofThisGuide,
  },
  {
    name: 'a redirect URI that Microsoft refuses',
    change: [yml, 'planer.example/\n', 'planer.example/#start\n'],
    at: '#start',
    found: '“https://{customerHost}.planer.example/#start” (uri-fragment)',
    expected: 'a redirect URI that Microsoft accepts',
  },
  {
    name: 'the same redirect URI twice',
    change: [yml, 'planer.example/\n', 'planer.example\n'],
    at: '  redirects:',
    found: 'uri-twice',
    expected: 'redirect URIs that Microsoft accepts',
  },
  {
    name: 'an owner that is no value',
    change: [yml, 'owner: mailbox', 'owner: mailbux'],
    at: 'owner: mailbux',
    found: 'registration.owner: “mailbux”',
    expected: ofThisGuide,
  },
  {
    name: 'a field of the product that takes no value of the guide',
    change: [yml, '{ value: mailbox }', '{ value: mailbux }'],
    at: 'value: mailbux',
    found: 'forms.0.fields.0.source.value: “mailbux”',
    expected: ofThisGuide,
  },
  {
    name: 'a condition on a choice that does not exist',
    change: [yml, 'when: { clientType: public }', 'when: { clientKind: public }'],
    at: 'clientKind',
    found: 'registration.publicClientFlows.1.when: {"clientKind":"public"}',
    expected: 'a choice of this guide in place of “clientKind”',
  },
  {
    name: 'a condition on an option that does not exist',
    change: [yml, 'when: { clientType: public }', 'when: { clientType: open }'],
    at: 'clientType: open',
    found: 'registration.publicClientFlows.1.when: {"clientType":"open"}',
    expected: 'one of: private, public',
  },
  {
    name: 'a page of the portal that the registry lacks',
    change: [yml, 'opens: new-registration', 'opens: new-app'],
    at: 'opens: new-app',
    found: '“new-app”',
    expected: 'one of: new-registration',
  },
  {
    name: 'a field of the product that takes the setting of a server that the guide lacks',
    change: [yml, '{ server: smtp, part: host }', '{ server: imap, part: host }'],
    at: 'server: imap',
    found: 'forms.0.fields.1.source.server: “imap”',
    expected: 'a server of mailServers',
  },
  {
    name: 'a field of the product that takes a server that does not exist',
    change: [yml, '{ server: smtp, part: host }', '{ server: ftp, part: host }'],
    at: 'server: ftp',
    found: 'forms.0.fields.1.source.server: “ftp”',
    expected: 'one of: smtp, imap, pop',
  },
  {
    name: 'a field of the product that comes from nowhere',
    change: [yml, '{ from: reader }', '{ from: writer }'],
    at: 'from: writer',
    found: 'forms.0.fields.2.source.from: “writer”',
    expected: 'one of: secret, password, token-endpoint, scope, reader, empty',
  },
];

const inWords: readonly Broken[] = [
  {
    name: 'a value without words',
    change: [
      words,
      '  mailbox:\n    label: Postfach\n    hint: Die Adresse des Absenders.\n    placeholder: POSTFACH\n',
      '',
    ],
    at: 'values:',
    found: 'no “values.mailbox”',
    expected: 'words for it',
  },
  {
    name: 'a value without a label',
    change: [words, '    label: Postfach\n', ''],
    at: '  mailbox:',
    found: 'values.mailbox.label: nothing',
    expected: 'a text',
  },
  {
    name: 'words for a permission that the guide does not ask for',
    change: [words, 'Mail.Send:', 'Mail.Read: Mails lesen.\n  Mail.Send:'],
    at: 'Mail.Read:',
    found: '“permissions.Mail.Read”',
    expected: 'only what guide.yml has',
  },
  {
    name: 'a reader’s field without words',
    change: [words, 'fields:\n  Eigener Ordner: Ihre Wahl.\n', ''],
    at: 1,
    found: 'no “fields.Eigener Ordner”',
    expected: 'words for it',
  },
  {
    name: 'an option of a choice without words',
    change: [words, '      public: Öffentlich\n', ''],
    at: '    options:',
    found: 'no “values.clientType.options.public”',
    expected: 'words for it',
  },
  {
    name: 'words for an option that the choice does not have',
    change: [words, 'public: Öffentlich\n', 'public: Öffentlich\n      open: Offen\n'],
    at: 'open: Offen',
    found: '“values.clientType.options.open”',
    expected: 'only what guide.yml has',
  },
  {
    name: 'a German word that is missing',
    change: ['words/de.json', '  "copy.all": "Alle kopieren",\n', ''],
    at: 1,
    found: 'copy.all: nothing',
    expected: 'a text',
  },
  {
    name: 'a word that nothing uses',
    change: ['words/en.json', '"copy.button"', '"copy.buton"'],
    at: 'copy.buton',
    found: '“copy.buton”',
    expected: noEntry,
  },
  {
    name: 'a placeholder that is not filled',
    change: ['words/en.json', '{title}', '{titel}'],
    at: 'titel',
    found: 'step.done: “Next: {titel}”',
    expected: 'only these placeholders: {title}',
  },
  {
    name: 'a placeholder in one of two plural forms',
    change: [
      'words/en.json',
      '"Copy",',
      '"Copy",\n  "step.minutes": { "one": "a minute", "other": "{minute} minutes" },',
    ],
    at: 'step.minutes',
    found: 'step.minutes.other: “{minute} minutes”',
    expected: 'only these placeholders: {minutes}',
  },
  {
    name: 'an empty word',
    change: ['words/en.json', '"Copy"', '""'],
    at: 'copy.button',
    found: 'copy.button: “”',
    expected: 'at least 1 character(s)',
  },
  {
    name: 'a comma after the last word',
    change: ['words/en.json', '{title}"', '{title}",'],
    at: 4,
    found: 'Expected double-quoted property name in JSON at position 59 (line 4 column 1)',
    expected: 'JSON that can be read',
  },
  {
    name: 'a label of the portal without a source, once and not at every use',
    change: [
      'portal/labels.yml',
      'seen\n  source: made up\n  checked: 2026-11-20\noverview',
      'seen\n  checked: 2026-11-20\noverview',
    ],
    at: 'app-registrations:',
    found: 'app-registrations.source: nothing',
    expected: 'a text',
  },
];

const inPictures: readonly Broken[] = [
  {
    name: 'a picture whose label the registry lacks',
    change: [pictureList, '{ is: heading, label: overview }', '{ is: heading, label: overwiev }'],
    at: 'label: overwiev',
    found: 'label “overwiev”',
    expected: 'an id of portal/labels.yml',
  },
  {
    name: 'a picture whose menu has such a label',
    change: [pictureList, 'menu: [overview, app', 'menu: [overwiev, app'],
    at: 'menu:',
    found: 'label “overwiev”',
    expected: 'an id of portal/labels.yml',
  },
  {
    name: 'a picture where something is open that its menu lacks',
    change: [pictureList, 'menu: [overview, app-registrations]', 'menu: [overview]'],
    at: 'active:',
    found: '“app-registrations”',
    expected: 'one of: overview',
  },
  {
    name: 'a picture that leaves a letter out',
    change: [pictureList, 'mark: not, dot: B', 'mark: not, dot: C'],
    at: 'dot: C',
    found: '“C”',
    expected: 'each of A, B once',
  },
  {
    name: 'a picture that has a letter twice',
    change: [pictureList, 'mark: not, dot: B', 'mark: not, dot: A'],
    at: 'nobody@muster.example',
    found: '“A”',
    expected: 'each of A, B once',
  },
  {
    name: 'a row that shows two things',
    change: [pictureList, '{ value: tenantId }', '{ value: tenantId, sample: x }'],
    at: 'sample: x',
    found: 'endless.rows.2: {"value":"tenantId","sample":"x"}',
    expected: 'one of value, sample, says and from at most',
  },
  {
    name: 'a way to draw a row that does not exist',
    change: [pictureList, 'is: heading', 'is: title'],
    at: 'is: title',
    found: 'list.rows.0.is: “title”',
    expected: oneOf(rowKinds),
  },
  {
    name: 'a picture that does not exist',
    change: [first, '<PortalPicture id="list" />', '<PortalPicture id="lost" />'],
    at: 'id="lost"',
    found: '<PortalPicture id="lost">',
    expected: 'one of: list',
  },
  {
    name: 'a picture with a value that the guide lacks',
    change: [first, '<PortalPicture id="list" />', '<PortalPicture id="endless" />'],
    at: 'id="endless"',
    found: '<PortalPicture id="endless">',
    expected: 'one of: list',
  },
  {
    name: 'a letter that the picture lacks',
    change: [first, 'at="list A"', 'at="list B"'],
    at: 'at="list B"',
    found: '<Dot at="list B">',
    expected: 'one of: list A',
  },
];

const inFacts: readonly Broken[] = [
  {
    name: 'a fact without German words',
    change: [
      factsInGerman,
      'smtp-end:\n  title: Ende des Kennworts\n  text: Danach geht nur OAuth.\n',
      '',
    ],
    at: 1,
    found: 'no “smtp-end”',
    expected: 'words for it',
  },
  {
    name: 'words for a fact that the registry lacks',
    change: [factsInGerman, 'smtp-end:', 'smtp-ende:\n  title: Ende\n  text: Schluss.\nsmtp-end:'],
    at: 'smtp-ende:',
    found: '“smtp-ende”',
    expected: 'only what facts.yml has',
  },
  {
    name: 'a fact with one sentence too few',
    change: [factsInGerman, '  text: Das Portal verlangt ihn.\n', ''],
    at: 'portal-mfa:',
    found: 'portal-mfa.text: nothing',
    expected: 'a text',
  },
  {
    name: 'a fact with a malformed day',
    change: [factList, 'date: 2026-12-31', 'date: 2026-12-32'],
    at: 'date: 2026-12-32',
    found: 'smtp-end.date: “2026-12-32”',
    expected: 'a day such as 2026-11-20',
  },
  {
    name: 'a fact that was checked on a malformed day',
    change: [
      factList,
      'checked: 2026-11-20\n  max-age-days: 90',
      'checked: Nov 2026\n  max-age-days: 90',
    ],
    at: 'checked: Nov',
    found: 'smtp-end.checked: “Nov 2026”',
    expected: 'a day such as 2026-11-20',
  },
  {
    name: 'a fact without a source',
    change: [factList, 'medium\n  source: made up', 'medium'],
    at: 'smtp-end:',
    found: 'smtp-end.source: nothing',
    expected: 'a text',
  },
  {
    name: 'a fact without a limit',
    change: [factList, 'max-age-days: 90', 'max-age-days: 0'],
    at: 'max-age-days: 0',
    found: 'smtp-end.max-age-days: 0',
    expected: 'at least 1',
  },
];

const inShared: readonly Broken[] = [
  {
    name: 'a mistake in shared prose, with the guide that uses it',
    change: [shared, '<Label id="overview" />', '<Label id="overwiev" />'],
    at: '<Label',
    found: '<Label id="overwiev"> (in guide planer)',
    expected: 'one of: app-registrations, overview',
  },
  {
    name: 'shared prose that asks for a value that the guide lacks',
    change: [shared, '<Note', '<Value of="tenantId" />\n\n<Note'],
    at: '<Value of',
    found: '<Value of="tenantId"> (in guide planer)',
    expected: 'one of: clientType, customerHost, mailbox, clientId',
  },
  {
    name: 'shared prose that cannot be read',
    change: [shared, '</Note>\n', ''],
    at: '<Note',
    found: 'Expected a closing tag for `<Note>` (5:1-5:19) (in guide planer)',
    expected: 'MDX that can be read',
  },
  {
    name: 'shared prose that lacks what its German text has',
    change: [sharedInEnglish, '<ValueField value="clientId" />\n', ''],
    at: 1,
    found: '<ValueField value="clientId"> is missing',
    expected: 'copy it from line 3 of the German file',
  },
  {
    name: 'shared prose that has more than its German text',
    change: [sharedInEnglish, '<Note', '<SecretCheck />\n\n<Note'],
    at: '<SecretCheck',
    found: '<SecretCheck> is not in the German file',
    expected: 'remove it',
  },
];

const inProse: readonly Broken[] = [
  {
    name: 'a component that does not exist',
    change: [first, '<Label id="overview" />', '<Lable id="overview" />'],
    at: '<Lable',
    found: '<Lable>',
    expected: oneOf(Object.keys(authorComponents)),
  },
  {
    name: 'a label in an attribute that the registry lacks',
    change: [first, 'shows="Zugriff', 'shows="{label:no-such} Zugriff'],
    at: 'shows=',
    found: '{label:no-such}',
    expected: 'an id of portal/labels.yml',
  },
  {
    name: 'a term that the glossary lacks',
    change: [first, '<Term id="tenant">', '<Term id="tenants">'],
    at: '<Term id',
    found: '<Term id="tenants">',
    expected: 'one of: tenant',
  },
  {
    name: 'an HTML tag',
    change: [first, 'Die Übersicht', 'Die <b>Übersicht</b>'],
    at: '<b>',
    found: '<b>',
    expected: oneOf(Object.keys(authorComponents)),
  },
  {
    name: 'an import',
    change: [first, '<Note ', 'import x from "x"\n\n<Note '],
    at: 'import x',
    found: 'import or export',
    expected: 'text and components only',
  },
  {
    name: 'braces with code',
    change: [first, 'Die Übersicht', 'Die {customerHost}'],
    at: '{customerHost}',
    found: '{customerHost}',
    expected: noBraces,
  },
  {
    name: 'braces with text',
    change: [first, 'Die Übersicht', 'Die {Ihre Übersicht}'],
    at: '{Ihre',
    found: 'Could not parse expression with acorn',
    expected: noBraces,
  },
  {
    name: 'a component that is never closed',
    change: [first, '</Note>\n', ''],
    at: '<Note',
    found: 'Expected a closing tag for `<Note>` (13:1-13:19)',
    expected: 'MDX that can be read',
  },
  {
    name: 'a missing attribute',
    change: [first, '<Label id="overview" />', '<Label />'],
    at: '<Label',
    found: '<Label> without a text in “id”',
    expected: 'id="…"',
  },
  {
    name: 'an attribute that does not exist',
    change: [first, '<StepLink to', '<StepLink all="yes" to'],
    at: '<StepLink',
    found: '<StepLink> with “all”',
    expected: 'one of: to',
  },
  {
    name: 'an attribute where there are none',
    change: [first, '<Result>', '<Result kind="trap">'],
    at: '<Result kind',
    found: '<Result> with “kind”',
    expected: 'no attribute',
  },
  {
    name: 'code in an attribute',
    change: [third, 'of="mailbox"', 'of={mailbox}'],
    at: '<Value of',
    found: '<Value> without a text in “of”',
    expected: 'of="…"',
  },
  {
    name: 'a spread of attributes',
    change: [third, '<Value of="mailbox"', '<Value of="mailbox" {...all}'],
    at: '<Value of',
    found: '<Value> with “{…}”',
    expected: 'one of: of, or',
  },
  {
    name: 'a text where a number belongs',
    change: [first, '<Result>', '<RedirectUris only="two" />\n\n<Result>'],
    at: 'only="two"',
    found: '<RedirectUris only="two">',
    expected: 'one of: 1, 2',
  },
  {
    name: 'a third redirect URI in a guide without one',
    change: [first, '<Result>', '<RedirectUris only="3" />\n\n<Result>'],
    at: 'only="3"',
    found: '<RedirectUris only="3">',
    expected: 'one of: 1, 2',
  },
  {
    name: 'a token endpoint where guide.yml has no token request',
    change: [first, '<Result>', '<TokenEndpoint />\n\n<Result>'],
    at: '<TokenEndpoint',
    found: '<TokenEndpoint>',
    expected: '“token” in guide.yml for it',
  },
  {
    name: 'a script that has no line for this guide',
    change: [first, 'id="exchange-install"', 'id="token-test-bash"'],
    at: '<Commands',
    found: '<Commands id="token-test-bash">',
    expected: oneOf(scriptsOfPlaner),
  },
  {
    name: 'a label that the registry lacks',
    change: [first, '<Label id="overview" />', '<Label id="overwiev" />'],
    at: 'overwiev',
    found: '<Label id="overwiev">',
    expected: 'one of: app-registrations, overview',
  },
  {
    name: 'a path with such a label',
    change: [first, 'app-registrations > overview', 'app-registration > overview'],
    at: 'app-registration >',
    found: '<Path to="app-registration > overview">',
    expected: 'ids of portal/labels.yml with “ > ” between; unknown: app-registration',
  },
  {
    name: 'a value that the guide lacks',
    change: [third, 'of="mailbox"', 'of="mail"'],
    at: 'of="mail"',
    found: '<Value of="mail">',
    expected: 'one of: clientType, customerHost, mailbox, clientId',
  },
  {
    name: 'a step that the guide lacks',
    change: [first, '<StepLink to="redirect-uris">', '<StepLink to="redirects">'],
    at: '<StepLink',
    found: '<StepLink to="redirects">',
    expected: 'one of: register-app, redirect-uris, in-the-product, renew, summary',
  },
  {
    name: 'a script that the site lacks',
    change: [first, 'id="exchange-install"', 'id="exchange-instal"'],
    at: '<Commands',
    found: '<Commands id="exchange-instal">',
    expected: oneOf(scriptsOfPlaner),
  },
  {
    name: 'a kind of note that does not exist',
    change: [first, 'kind="trap"', 'kind="warning"'],
    at: '<Note',
    found: '<Note kind="warning">',
    expected: oneOf(noteKinds),
  },
  {
    name: 'a fact that the registry lacks',
    change: [first, '<Fact id="portal-mfa"', '<Fact id="portal-mfs"'],
    at: '<Fact',
    found: '<Fact id="portal-mfs">',
    expected: 'one of: portal-mfa, smtp-end',
  },
  {
    name: 'shared prose that does not exist',
    change: [first, '<Result>', '<Shared of="copy-ids" />\n\n<Result>'],
    at: '<Shared',
    found: '<Shared of="copy-ids">',
    expected: 'one of: copy-id',
  },
  {
    name: 'a choice that the guide lacks',
    change: [third, '<Choice value="clientType"', '<Choice value="mailbox"'],
    at: '<Choice',
    found: '<Choice value="mailbox">',
    expected: 'one of: clientType',
  },
  {
    name: 'a branch of a choice that the guide lacks',
    change: [third, '<When value="clientType"', '<When value="clientKind"'],
    at: '<When',
    found: '<When value="clientKind">',
    expected: 'one of: clientType',
  },
  {
    name: 'a branch of an option that the choice lacks',
    change: [third, 'is="public"', 'is="open"'],
    at: '<When',
    found: '<When is="open">',
    expected: 'one of: private, public',
  },
  {
    name: 'a branch without an option',
    change: [third, ' is="public"', ''],
    at: '<When',
    found: '<When> without a text in “is”',
    expected: 'is="…"',
  },
  {
    name: 'a form that the guide lacks',
    change: [third, '<ProductForm id="account"', '<ProductForm id="acount"'],
    at: '<ProductForm',
    found: '<ProductForm id="acount">',
    expected: 'one of: account',
  },
  {
    name: 'a comparison with a form that the guide lacks',
    change: [third, '<FormCheck id="account"', '<FormCheck id="server"'],
    at: '<FormCheck',
    found: '<FormCheck id="server">',
    expected: 'one of: account',
  },
  {
    name: 'mail servers of a protocol that the guide lacks',
    change: [third, 'only="smtp"', 'only="smtp ftp"'],
    at: '<MailServers',
    found: '<MailServers only="smtp ftp">',
    expected: 'one of: smtp',
  },
  {
    name: 'a label on a page that belongs to no guide',
    change: ['pages/de/start.mdx', '<Products />', '<Label id="overview" />'],
    at: '<Label',
    found: '<Label id="overview">',
    expected: 'nothing of the kind on this page',
  },
  {
    name: 'text within a component that takes none',
    change: [second, '<RedirectUris only="1" />', '<RedirectUris only="1">hier</RedirectUris>'],
    at: '<RedirectUris',
    found: '<RedirectUris> with text in it',
    expected: '<RedirectUris … />',
  },
  {
    name: 'nothing within a component that needs text',
    change: [first, '>Adressen</StepLink>', '></StepLink>'],
    at: '<StepLink',
    found: '<StepLink> without text in it',
    expected: '<StepLink>…</StepLink>',
  },
  {
    name: 'no result',
    change: [first, '<Result>\n\nDie Registrierung steht in der Liste.\n\n</Result>\n', ''],
    at: 1,
    found: '0 × <Result>',
    expected: 'exactly one <Result>',
  },
  {
    name: 'two lists of other outcomes, at the second',
    change: [
      first,
      '</Case>\n\n</Otherwise>',
      '</Case>\n\n</Otherwise>\n\n<Otherwise>–</Otherwise>',
    ],
    at: '<Otherwise>–</Otherwise>',
    found: '2 × <Otherwise>',
    expected: 'exactly one <Otherwise>',
  },
  {
    name: 'a note on who says so between the actions',
    change: [first, '<Note kind="trap">', '<Note kind="inferred">'],
    at: '<Note kind',
    found: '<Note kind="inferred">',
    expected: 'it inside <Basis>',
  },
  {
    name: 'an unknown kind of paste',
    change: [first, '</Result>', '<SettingsCheck of="tickets" />\n\n</Result>'],
    at: '<SettingsCheck',
    found: '<SettingsCheck of="tickets">',
    expected: 'one of: manifest, permissions, powershell, redirects',
  },
  {
    name: 'no frontmatter',
    change: [second, redirectUris, redirectUris.replace(/^---[^]*?\n---\n/, '')],
    at: 1,
    found: 'no frontmatter',
    expected: 'entries between two lines of ---',
  },
  {
    name: 'no source',
    change: [
      first,
      'sources:\n  - title: Anleitung des Herstellers\n    kind: vendor\n    checked: 2026-11-20\n',
      '',
    ],
    at: 2,
    found: 'sources: nothing',
    expected: 'a list',
  },
  {
    name: 'a malformed day',
    change: [second, 'checked: 2026-11-20', 'checked: 20.11.2026'],
    at: 'checked:',
    found: 'sources.0.checked: “20.11.2026”',
    expected: 'a day such as 2026-11-20',
  },
  {
    name: 'an unencrypted address of a source',
    change: [third, 'https://planer.example/hilfe', 'http://planer.example/hilfe'],
    at: 'url:',
    found: 'sources.0.url: “http://planer.example/hilfe”',
    expected: 'an address that begins with https://',
  },
];

const inTranslations: readonly Broken[] = [
  {
    name: 'a field that is missing',
    change: [english, '<ValueField value="mailbox" />\n', ''],
    at: '<ValueField value="customerHost"',
    found: '<ValueField value="mailbox"> is missing',
    expected: 'copy it from line 12 of the German file',
  },
  {
    name: 'a component too many',
    change: [english, '<Result>', '<SecretCheck />\n\n<Result>'],
    at: '<SecretCheck',
    found: '<SecretCheck> is not in the German file',
    expected: 'remove it',
  },
  {
    name: 'a text that cannot be read, without saying what it lacks',
    change: [english, 'Both addresses', '{Both addresses}'],
    at: '{Both addresses}',
    found: 'Could not parse expression with acorn',
    expected: noBraces,
  },
];

/** Mistakes that cause further mistakes, which are also reported. */
const withConsequences: readonly Broken[] = [
  {
    name: 'a permission that Microsoft does not have',
    change: [yml, 'name: Mail.Send', 'name: Mail.Sendd'],
    at: 'name: Mail.Sendd',
    found: 'application “Mail.Sendd” of graph',
    expected: 'a permission of src/domain/registration/permission-list.ts',
  },
  {
    name: 'an id that another step has',
    change: [yml, 'id: redirect-uris', 'id: register-app'],
    at: 59,
    found: 'steps.1.id: “register-app”',
    expected: 'an id that no other entry has',
  },
  {
    name: 'the id of a page that every guide has',
    change: [yml, 'id: register-app', 'id: all'],
    at: '- id: all',
    found: '“all”',
    expected: `an id other than: ${reservedStepIds.join(', ')}`,
  },
  {
    name: 'shared prose that includes other shared prose',
    change: [shared, '<Note', '<Shared of="copy-id" />\n\n<Note'],
    at: '<Shared',
    found: '<Shared of="copy-id"> (in guide planer)',
    expected: 'nothing of the kind on this page',
  },
  {
    name: 'a value that no step and no shared prose asks for',
    change: [shared, '<ValueField value="clientId" />', 'Nichts.'],
    at: 'id: clientId',
    inFile: yml,
    found: 'value “clientId”',
    expected: 'a <ValueField> on some step',
  },
  {
    name: 'a value that no step asks for',
    change: [second, '<ValueField value="mailbox" />', 'Nichts.'],
    at: 'id: mailbox',
    inFile: yml,
    found: 'value “mailbox”',
    expected: 'a <ValueField> on some step',
  },
];

interface BrokenFiles {
  readonly name: string;
  readonly files: ContentFiles;
  readonly file: string;
  readonly found: string;
  readonly expected: string;
}

const misplaced: readonly BrokenFiles[] = [
  {
    name: 'a step without its German text',
    files: without(first),
    file: first,
    found: 'no such file',
    expected: 'the German text of this step',
  },
  {
    name: 'a text of a step that the guide lacks',
    files: new Map(good).set('guides/planer/de/redirects.mdx', registerApp),
    file: 'guides/planer/de/redirects.mdx',
    found: 'step “redirects”',
    expected: 'one of: register-app, redirect-uris, in-the-product',
  },
  {
    name: 'a guide without its German words',
    files: without(words),
    file: words,
    found: 'no such file',
    expected: 'the German words of the guide',
  },
  {
    name: 'a page without its German text',
    files: without('pages/de/privacy.mdx'),
    file: 'pages/de/privacy.mdx',
    found: 'no such file',
    expected: 'the German text of this page',
  },
  {
    name: 'a page that does not exist',
    files: new Map(good).set('pages/en/strat.mdx', page),
    file: 'pages/en/strat.mdx',
    found: 'page “strat”',
    expected: 'one of: start, imprint, privacy, support, support-links, not-found',
  },
  {
    name: 'a folder of a guide without guide.yml',
    files: new Map(good).set('guides/planner/de/register-app.mdx', registerApp),
    file: 'guides/planner/de/register-app.mdx',
    found: 'guide “planner”',
    expected: 'one of: planer',
  },
  {
    name: 'shared prose that no step includes',
    files: new Map(good).set('shared/de/copy-ids.mdx', copyId),
    file: 'shared/de/copy-ids.mdx',
    found: 'shared prose “copy-ids”',
    expected: 'a <Shared> on some step',
  },
  {
    name: 'shared prose without its German text',
    files: new Map(good).set('shared/en/copy-ids.mdx', copyIdInEnglish),
    file: 'shared/en/copy-ids.mdx',
    found: 'shared prose “copy-ids”',
    expected: 'one of: copy-id',
  },
  {
    name: 'no registry of facts',
    files: new Map(without(factList))
      .set(factsInGerman, '{}')
      .set(first, registerApp.replace('<Fact id="portal-mfa" />', '')),
    file: factList,
    found: 'no such file',
    expected: 'a registry',
  },
  ...[
    ['guides/planer/xx/redirect-uris.mdx', redirectUrisInEnglish],
    ['guides/planer/xx/guide-words.yml', guideWords],
    ['pages/xx/start.mdx', page],
    ['shared/xx/copy-id.mdx', copyIdInEnglish],
    ['facts/xx.yml', factWords],
    ['search/xx.yml', "{ ignored: '', same: [], kinds: {} }"],
    ['words/xx.json', '{}'],
  ].map(([file = '', text = '']) => ({
    name: `a language that the site does not have: ${file}`,
    files: new Map(good).set(file, text),
    file,
    found: 'language “xx”',
    expected: `one of: ${languageCodes.join(', ')}`,
  })),
];

describe('checkContent', () => {
  it('finds nothing wrong with a small guide, its translation and its pages', () => {
    expect(checkContent(good)).toEqual([]);
  });

  it('lets a build go on with a word that the glossary rejects, and reports it', () => {
    const content = readContent();
    const page = 'pages/de/start.mdx';
    const files = new Map(content).set(page, `${content.get(page) ?? ''}\nIhr Tenant.\n`);
    expect(checkStructure(files)).toEqual([]);
    expect(checkWording(files).map(({ found }) => found)).toEqual(['“Tenant”']);
    expect(checkContent(files)).toEqual(checkWording(files));
  });

  it.each([
    ...inGuide,
    ...inWords,
    ...inPictures,
    ...inFacts,
    ...inShared,
    ...inProse,
    ...inTranslations,
  ])(
    'reports once, with file and line: $name',
    ({ change: [file, before, after], inFile = file, at, found, expected }) => {
      const files = changed(file, before, after);
      const line = typeof at === 'number' ? at : lineWith(at, inFile, files);
      expect(checkContent(files)).toEqual([
        { file: `src/content/${inFile}`, line, found, expected },
      ]);
    },
  );

  it.each(withConsequences)(
    'reports, beside what follows from it: $name',
    ({ change: [file, before, after], inFile = file, at, found, expected }) => {
      const files = changed(file, before, after);
      const line = typeof at === 'number' ? at : lineWith(at, inFile, files);
      const mistake = { file: `src/content/${inFile}`, line, found, expected };
      expect(checkContent(files)).toContainEqual(mistake);
    },
  );

  it.each(misplaced)('reports once: $name', ({ files, file, found, expected }) => {
    expect(checkContent(files)).toEqual([
      { file: `src/content/${file}`, line: 1, found, expected },
    ]);
  });

  it('lets a translation retitle collapsed text, but not collapse what is open in German', () => {
    const folded = (title: string, text: string) =>
      text.replace('<Result>', `<More title="${title}">\n\n…\n\n</More>\n\n<Result>`);
    const german = folded('Nur bei Ausnahmen', good.get(second) ?? '');
    const translated = folded('Only for exceptions', good.get(english) ?? '');
    expect(checkContent(new Map(good).set(second, german).set(english, translated))).toEqual([]);
    expect(checkContent(new Map(good).set(english, translated)).map(({ found }) => found)).toEqual([
      '<More> is not in the German file',
    ]);
  });

  it('reports mistakes in shared prose for each guide that has them', () => {
    const files = withSecondGuide(guide.replace(/ {2}- id: clientId[^]*?38\n/, ''));
    expect(checkContent(files).filter(({ file }) => file.includes('shared'))).toEqual(
      ['de', 'en'].map((language) => ({
        file: `src/content/shared/${language}/copy-id.mdx`,
        line: 3,
        found: '<ValueField value="clientId"> (in guide termine)',
        expected: 'one of: clientType, customerHost, mailbox',
      })),
    );
  });

  it('reports differences from German shared prose once, however many guides use it', () => {
    const files = new Map(withSecondGuide(guide)).set(sharedInEnglish, 'Nothing.\n');
    expect(checkContent(files).map(({ file, found }) => `${file}: ${found}`)).toEqual([
      'src/content/shared/en/copy-id.mdx: <ValueField value="clientId"> is missing',
    ]);
  });

  it('reports all mistakes at once, in the order of files and lines', () => {
    const files = new Map(without(first)).set(words, 'title: 1\n');
    expect(checkContent(files).map(({ file, line }) => `${file}:${line}`)).toMatchInlineSnapshot(`
      [
        "src/content/guides/planer/de/guide-words.yml:1",
        "src/content/guides/planer/de/guide-words.yml:1",
        "src/content/guides/planer/de/guide-words.yml:1",
        "src/content/guides/planer/de/guide-words.yml:1",
        "src/content/guides/planer/de/guide-words.yml:1",
        "src/content/guides/planer/de/register-app.mdx:1",
      ]
    `);
  });

  it('prints file, line, found and expected text', () => {
    expect(report(checkContent(without(first)))).toMatchInlineSnapshot(`
      "1 mistake(s) in the content:

      src/content/guides/planer/de/register-app.mdx:1
          found:    no such file
          expected: the German text of this step
      "
    `);
  });
});
