/** The same paste in German, English and French gives the same findings. */

import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { entriesOf, errorsSchema } from '../../../src/content-model/errors.ts';
import { guideChunkOf } from '../../../src/content-model/guide-chunk.ts';
import { readContent } from '../../../src/content-model/read-content.ts';
import { readAsked } from '../../../src/domain/ask/asked.ts';
import { checkSettings } from '../../../src/domain/check/check-settings.ts';
import { readOverview } from '../../../src/domain/check/overview-page.ts';
import { catalogueOf } from '../../../src/domain/errors/catalogue.ts';
import { redact } from '../../../src/domain/secrets/redact.ts';
import { expectation, today } from '../check/right.ts';

const tenantId = '3d6a1f80-5b2c-4e97-8a41-7c09e2d4b615';
const clientId = '9e41c7b2-08fd-4a36-b5d9-21f67a0c83e4';
const objectId = '5c28e0d7-94ab-4f13-9d60-b8a3174f2ec9';
const correlation = '99990000-1111-2222-3333-444455556666';
const uri = 'https://muster.ipmcloud.de';
const narrow = '\u202F';
const hard = '\u00A0';

const files = readContent();
const knowledge = {
  catalogue: catalogueOf(
    entriesOf(errorsSchema.parse(parse(files.get('errors/errors.yml') ?? ''))),
  ),
  guides: guideChunkOf(files),
  languages: ['de', 'en', 'fr'],
  pages: ['all', 'check'],
};

/** A text in each language, in several spellings where people or portals have several. */
type Texts = Readonly<Record<'de' | 'en' | 'fr', readonly string[]>>;
type Row = readonly [description: string, texts: Texts];

/** Reads all spellings of all languages, and expects the same of each as of the first German one. */
function alike(
  rows: readonly Row[],
  read: (text: string) => unknown,
  isTelling: (read: string) => boolean,
): void {
  describe.each(rows)('%s', (_, texts) => {
    const [first = ''] = texts.de;
    const expected = read(first);
    it('is read at all', () => {
      expect(isTelling(JSON.stringify(expected))).toBe(true);
    });
    it.each(
      Object.entries(texts).flatMap(([language, all]) => all.map((text) => [language, text])),
    )('is read alike in %s: %j', (__, text = '') => {
      expect(read(text)).toEqual(expected);
    });
  });
}

const { forms: _forms, ...bm } = expectation('bm');
const expected = { ...bm, forms: _forms };

function settings(text: string): unknown {
  const { kinds, findings } = checkSettings(text, expected);
  return [kinds, findings];
}

const names = ['POP.AccessAsUser.All', 'SMTP.Send', 'User.Read', 'Mail.Send'];

/** The portal's table, with these words, and blanks instead of tabs if so wanted. */
function table(
  head: string,
  delegated: string,
  application: string,
  no: string,
  status: string,
  gap = '\t',
): string {
  const rows = names.map((name) =>
    [name, name === 'Mail.Send' ? application : delegated, 'Text', no, status].join(gap),
  );
  return [head.replaceAll('|', gap), 'Microsoft Graph (4)', ...rows].join('\n');
}
const heads = {
  de: 'API/Berechtigungsname|Typ|Beschreibung|Administratoreinwilligung erforderlich|Status',
  en: 'API / Permissions name|Type|Description|Admin consent required|Status',
  fr: 'Nom de l’API/des autorisations|Type|Description|Consentement de l’administrateur requis|État',
  fr2: "Nom d'API/autorisations|Type|Description|Consentement administrateur requis|Statut",
};

alike(
  [
    [
      'a table of granted permissions',
      {
        de: [table(heads.de, 'Delegiert', 'Anwendung', 'Nein', 'Gewährt für Muster GmbH')],
        en: [table(heads.en, 'Delegated', 'Application', 'No', 'Granted for Muster GmbH')],
        fr: [
          table(heads.fr, 'Déléguée', 'Application', 'Non', 'Accordé pour Muster GmbH'),
          table(heads.fr2, 'Délégué', 'Application', 'Non', `✓${hard}Accordée pour Muster GmbH`),
          table(
            heads.fr,
            'De\u0301le\u0301gue\u0301e',
            'Application',
            'Non',
            'Accordé pour Muster GmbH',
          ),
          table(heads.fr, 'Déléguée', 'Application', 'Non', 'Octroyé pour Muster GmbH', ' '),
        ],
      },
    ],
    [
      'a table of permissions without consent',
      {
        de: [
          table(heads.de, 'Delegiert', 'Anwendung', 'Nein', ''),
          table(heads.de, 'Delegiert', 'Anwendung', 'Nein', '⚠ Nicht gewährt für Muster GmbH'),
        ],
        en: [
          table(heads.en, 'Delegated', 'Application', 'No', ''),
          table(heads.en, 'Delegated', 'Application', 'No', '⚠ Not granted for Muster GmbH'),
        ],
        fr: [
          table(heads.fr, 'Déléguée', 'Application', 'Non', ''),
          table(heads.fr, 'Déléguée', 'Application', 'Non', '⚠ Non accordé pour Muster GmbH'),
          table(heads.fr2, 'Déléguée', 'Application', 'Non', 'Pas accordée pour Muster GmbH'),
        ],
      },
    ],
    [
      'permissions below headings',
      {
        de: [
          'Delegierte Berechtigungen:\nSMTP.Send\nUser.Read\nAnwendungsberechtigungen:\nMail.Send',
        ],
        en: ['Delegated permissions:\nSMTP.Send\nUser.Read\nApplication permissions:\nMail.Send'],
        fr: [
          `Autorisations déléguées${hard}:\nSMTP.Send\nUser.Read\nAutorisations d’application${hard}:\nMail.Send`,
          "Autorisations déléguées :\nSMTP.Send\nUser.Read\nAutorisations de l'application :\nMail.Send",
        ],
      },
    ],
    [
      'permissions in one line',
      {
        de: [
          'Microsoft Graph: SMTP.Send (Delegiert), User.Read (Delegiert) und Mail.Send (Anwendung)',
        ],
        en: [
          'Microsoft Graph: SMTP.Send (Delegated), User.Read (Delegated) and Mail.Send (Application)',
        ],
        fr: [
          `Microsoft Graph${narrow}: SMTP.Send (déléguée), User.Read (déléguée) et Mail.Send (application)`,
        ],
      },
    ],
    [
      'a permission that is gone',
      {
        de: ['SMTP.Send Delegiert wurde entfernt\nUser.Read Delegiert'],
        en: ['SMTP.Send Delegated was removed\nUser.Read Delegated'],
        fr: ['SMTP.Send Déléguée a été supprimée\nUser.Read Déléguée'],
      },
    ],
    [
      'permissions granted without being in the list',
      {
        de: [
          'Konfigurierte Berechtigungen\nAndere gewährte Berechtigungen für Muster GmbH\nMicrosoft Graph (1)\nSMTP.Send\tDelegiert\tText\tNein\tGewährt für Muster GmbH',
        ],
        en: [
          'Configured permissions\nOther permissions granted for Muster GmbH\nMicrosoft Graph (1)\nSMTP.Send\tDelegated\tText\tNo\tGranted for Muster GmbH',
        ],
        fr: [
          'Autorisations configurées\nAutres autorisations accordées pour Muster GmbH\nMicrosoft Graph (1)\nSMTP.Send\tDéléguée\tText\tNon\tAccordé pour Muster GmbH',
        ],
      },
    ],
  ],
  settings,
  (read) => read.includes('"permissions"') && read.includes('SMTP.Send'),
);

const cmx = expectation('cmxorganize');

alike(
  [
    [
      'addresses below the names of platforms',
      {
        de: [
          `Web\nUmleitungs-URIs\n${uri}/a\nSingle-Page-Webanwendung\nUmleitungs-URIs\n${uri}/b\nMobilgerät- und Desktopanwendungen\nhttps://login.live.com/x`,
        ],
        en: [
          `Web\nRedirect URIs\n${uri}/a\nSingle-page application\nRedirect URIs\n${uri}/b\nMobile and desktop applications\nhttps://login.live.com/x`,
        ],
        fr: [
          `Web\nURI de redirection\n${uri}/a\nApplication monopage\nURI de redirection\n${uri}/b\nApplications de bureau et mobiles\nhttps://login.live.com/x`,
          `Application web\n${uri}/a\nApplication monopage (SPA)\n${uri}/b\nApplications mobiles et de bureau\nhttps://login.live.com/x`,
          `Web${hard}:\n${uri}/a\nApplication à page unique${hard}:\n${uri}/b\nClient public/natif (mobile et bureau)${hard}:\nhttps://login.live.com/x`,
        ],
      },
    ],
    [
      'addresses beside the names of platforms',
      {
        de: [`${uri}/a\tWeb\n${uri}/b\tSingle-Page-Webanwendung`],
        en: [`${uri}/a\tWeb\n${uri}/b\tSingle-page application`],
        fr: [`${uri}/a\tWeb\n${uri}/b\tApplication monopage`],
      },
    ],
    [
      'an address that is gone, and one of another kind',
      {
        de: [`Web\n${uri}/a wurde entfernt\n${uri}/b\nAbmelde-URL: ${uri}/c`],
        en: [`Web\n${uri}/a was removed\n${uri}/b\nLogout URL: ${uri}/c`],
        fr: [`Web\n${uri}/a a été supprimée\n${uri}/b\nURL de déconnexion${narrow}: ${uri}/c`],
      },
    ],
  ],
  (text) => checkSettings(text, cmx).findings,
  (read) => read.includes(`${uri}/b`),
);

alike(
  [
    [
      'the overview page',
      {
        de: [
          `Anzeigename : iPM-Cloud\nAnwendungs-ID (Client) : ${clientId}\nObjekt-ID : ${objectId}\nVerzeichnis-ID (Mandant) : ${tenantId}\nClientanmeldeinformationen : 1`,
        ],
        en: [
          `Display name : iPM-Cloud\nApplication (client) ID : ${clientId}\nObject ID : ${objectId}\nDirectory (tenant) ID : ${tenantId}\nClient credentials : 1`,
        ],
        fr: [
          `Nom d’affichage${hard}: iPM-Cloud\nID d’application (client)${hard}: ${clientId}\nID d’objet${hard}: ${objectId}\nID de l’annuaire (locataire)${hard}: ${tenantId}\nInformations d’identification du client${hard}: 1`,
          `Nom d'affichage\niPM-Cloud\nID d'application (client)\n${clientId}\nCopier dans le Presse-papiers\nID de l'objet\n${objectId}\nID de répertoire (locataire)\n${tenantId}`,
        ],
      },
    ],
    [
      'IDs in a sentence, and one that is denied',
      {
        de: [`Die Mandanten-ID lautet ${tenantId}, die alte Client-ID ${objectId}.`],
        en: [`The tenant ID is ${tenantId}, the old client ID ${objectId}.`],
        fr: [`L’ID du locataire est ${tenantId}, l’ancien ID client ${objectId}.`],
      },
    ],
    [
      'the page of the enterprise application',
      {
        de: [
          `Unternehmensanwendungen\nEigenschaften\nAnwendungs-ID\n${clientId}\nObjekt-ID\n${objectId}`,
        ],
        en: [
          `Enterprise applications\nProperties\nApplication ID\n${clientId}\nObject ID\n${objectId}`,
        ],
        fr: [
          `Applications d’entreprise\nPropriétés\nID d’application\n${clientId}\nID d’objet\n${objectId}`,
        ],
      },
    ],
    [
      'the list of secrets, whose IDs nobody needs',
      {
        de: [
          `Beschreibung\tGültig bis\tWert\tGeheime ID\nGeheime ID: ${objectId}\nMandant ${tenantId}`,
        ],
        en: [`Description\tExpires\tValue\tSecret ID\nSecret ID: ${objectId}\nTenant ${tenantId}`],
        fr: [
          `Description\tExpire\tValeur\tID de secret\nID du secret${hard}: ${objectId}\nLocataire ${tenantId}`,
        ],
      },
    ],
  ],
  readOverview,
  (read) => read.includes(tenantId) || read.includes(clientId),
);

function asked(text: string): unknown {
  const { decoded, guide, values, kindsWaiting } = readAsked({ text, own: {}, today }, knowledge);
  const { findings, details, redirects } = decoded;
  return {
    ids: findings.map((one) => (one.kind === 'known' ? one.id : one)),
    details,
    redirects,
    guide,
    values,
    kindsWaiting,
  };
}

alike(
  [
    [
      'a ticket with an error, a tenant, a mailbox and a domain',
      {
        de: [
          `Guten Tag, seit gestern kommt Fehler AADSTS50011. Postfach ist versand@muster.example, Mandant ${tenantId}, Adresse ${uri}\nMit freundlichen Grüßen\nerika@muster.example`,
        ],
        en: [
          `Hello, since yesterday we get error AADSTS50011. The mailbox is versand@muster.example, tenant ${tenantId}, address ${uri}\nKind regards\nerika@muster.example`,
        ],
        fr: [
          `Bonjour, depuis hier nous recevons l’erreur AADSTS50011. La boîte aux lettres est versand@muster.example, locataire ${tenantId}, adresse ${uri}\nCordialement\nerika@muster.example`,
          `De${hard}: Erika <erika@muster.example>\nObjet${hard}: erreur AADSTS50011\n\nBonjour, adresse e-mail${narrow}: versand@muster.example\nID de l’annuaire (locataire)${hard}: ${tenantId}\n${uri}`,
        ],
      },
    ],
    [
      'Microsoft’s page about a redirect URI',
      {
        de: [
          `AADSTS50011: Der in der Anforderung angegebene Umleitungs-URI "${uri}/x" stimmt nicht mit den Umleitungs-URIs überein, die für die Anwendung "${clientId}" konfiguriert sind.\nKorrelations-ID: ${correlation}\nZeitstempel: 2026-11-20T08:00:00Z`,
        ],
        en: [
          `AADSTS50011: The redirect URI '${uri}/x' specified in the request does not match the redirect URIs configured for the application '${clientId}'.\nCorrelation ID: ${correlation}\nTimestamp: 2026-11-20T08:00:00Z`,
        ],
        fr: [
          `AADSTS50011${hard}: L’URI de redirection «${hard}${uri}/x${hard}» spécifié dans la demande ne correspond pas aux URI de redirection configurés pour l’application «${hard}${clientId}${hard}».\nID de corrélation${hard}: ${correlation}\nHorodatage${hard}: 2026-11-20T08:00:00Z`,
          `AADSTS50011: L'URI de redirection '${uri}/x' spécifié dans la demande ne correspond pas aux URI de redirection configurés pour l'application '${clientId}'.\nID de corrélation: ${correlation}\nHorodateur: 2026-11-20T08:00:00Z`,
        ],
      },
    ],
    [
      'an app that a tenant lacks',
      {
        de: [
          `AADSTS700016: Die Anwendung mit dem Bezeichner "${clientId}" wurde im Verzeichnis "muster.example" nicht gefunden.`,
        ],
        en: [
          `AADSTS700016: Application with identifier '${clientId}' was not found in the directory 'muster.example'.`,
        ],
        fr: [
          `AADSTS700016${hard}: L’application avec l’identificateur «${hard}${clientId}${hard}» est introuvable dans l’annuaire «${hard}muster.example${hard}».`,
        ],
      },
    ],
    [
      'a number in the sign-in logs',
      {
        de: ['Fehlercode für Anmeldung: 50011'],
        en: ['Sign-in error code: 50011'],
        fr: [`Code d’erreur de connexion${hard}: 50011`],
      },
    ],
    [
      'the page that asks for an administrator',
      {
        de: ['Administratorgenehmigung erforderlich'],
        en: ['Need admin approval'],
        fr: ['Approbation de l’administrateur requise', 'Approbation administrateur requise'],
      },
    ],
  ],
  asked,
  (read) => read.includes('aadsts') || read.includes('admin'),
);

const secret = 'Xy7~geheim!9';

function hidden(text: string): unknown {
  return redact(text, { mail: false, ids: false }).some(
    (piece) => piece.kind === 'plain' && piece.text.includes(secret),
  );
}

it.each([
  `Kennwort: ${secret}`,
  `Password: ${secret}`,
  `Mot de passe${hard}: ${secret}`,
  `Mot de passe de la boîte est ${secret}`,
  `mdp${narrow}: ${secret}`,
  `Secret client${hard}: ${secret}`,
  `Clé d’accès = ${secret}`,
  `Le mot de passe pour info${hard}: ${secret}`,
  `Identifiant / mot de passe${hard}: info / ${secret}`,
])('no word for a secret lets it through: %j', (text) => {
  expect(hidden(text)).toBe(false);
});

it.each(['Le mot de passe est incorrect', 'Mot de passe oublié', `Mot de passe${hard}: expiré`])(
  'what is said of a secret stays: %j',
  (text) => {
    expect(redact(text, { mail: false, ids: false })).toEqual([{ kind: 'plain', text }]);
  },
);

it('manifests and what PowerShell prints have no language', () => {
  for (const yes of ['Wahr', 'True', 'Vrai']) {
    const text = `Identity : versand@muster.example\nSmtpClientAuthenticationDisabled : ${yes}`;
    expect(settings(text)).toEqual(settings(text.replace(yes, 'True')));
  }
});
