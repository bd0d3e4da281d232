/** Names of Microsoft's IDs on the portal's pages, in forms and in tickets. */

import { spoken, wordEnd, wordStart } from '../text/spoken.ts';

/** What an ID is by its name; `object` is the object ID of anything, `other` any ID that no guide asks for. */
export type NamedId = 'clientId' | 'tenantId' | 'enterpriseObjectId' | 'object' | 'other';

/** A French ID stands before what it is of: « ID de l’objet », « identifiant d’application ». */
const frenchId = "(?:id|identifiant|identificateur) (?:(?:de l'|de la |du |des |de |d'))?";

const enterprise = spoken({
  de: 'unternehmensanwendung(?:en)?|dienstprinzipals?',
  en: 'enterprise[ -]?app(?:lication)?|service[ -]?principals?',
  fr: "applications? d'entreprise|principa(?:l|ux) de service",
});
const objectWord = spoken({
  de: 'objekt[-\\u2010\\u2011 _]?id',
  en: 'object[-\\u2010\\u2011 _]?id',
  fr: `${frenchId}objet`,
});
const ofObject = spoken({ de: ' (?:der|des) ', en: ' of(?: the)? ', fr: " (?:de l'|du )" });

/** Each ID's names; a longer name stands before a shorter one that starts it. */
const names: readonly (readonly [source: string, id: NamedId])[] = [
  [
    `${objectWord}(?:\\s\\(|${ofObject})${enterprise}\\)?|${enterprise}[ -]{0,3}${objectWord}`,
    'enterpriseObjectId',
  ],
  [
    spoken({
      de: '(?:geheime(?:r|n)?|schlüssel|zertifikat|korrelations|ablaufverfolgungs|anforderungs|abonnement|sitzungs|benutzer(?:objekt)?|ressourcen?|verwaltete identität(?:[ -](?:client|objekt))?|richtlinien|anmelde|geräte)[- _]?id',
      en: '(?:secret|key|certificate|correlation|trace|request|subscription|session|user|user object|resource(?:app)?|managed[ -]identity(?:[ -](?:client|object))?|policy|sign-?in|device)[- _]?id',
      fr: `${frenchId}(?:secrets?|clé|certificat|corrélation|suivi|trace|demande|requête|abonnement|session|utilisateur|objet (?:de l'|d')utilisateur|ressource|identité managée|stratégie|connexion|appareil)|(?:objet |client )?id (?:de l'|d')identité managée`,
    }),
    'other',
  ],
  [objectWord, 'object'],
  [
    spoken({
      de: 'anwendungs[-\\u2010\\u2011 ]?id(?:[ -]?\\(\\s?client(?:[- ]?id)?\\s?\\))?',
      en: 'application ?\\(client\\) ?id|application[- _]?id|app[- _]?(?:client[- _]?)?id|client[-\\u2010\\u2011 _]?(?:id|kennung)(?:[ -]?\\(\\s?(?:anwendungs-?id|application|app(?:-id)?)\\s?\\))?',
      fr: `${frenchId}app(?:lication)?(?: ?\\(\\s?client\\s?\\))?|${frenchId}client(?: ?\\(\\s?application\\s?\\))?|id applicatif`,
    }),
    'clientId',
  ],
  [
    spoken({
      de: 'verzeichnis[-\\u2010\\u2011 ]?id(?:[ -]?\\(\\s?(?:mandant|tenant)\\s?\\))?|mandant(?:en)?[-\\u2010\\u2011 _]?(?:id|guid|kennung)?',
      en: 'directory ?\\(tenant\\) ?id|directory[- _]?id|tenant[-\\u2010\\u2011 _]?(?:id|guid|kennung)(?:[ -]?\\(\\s?(?:mandant|verzeichnis-?id|directory)\\s?\\))?|tenant|login\\.microsoftonline\\.(?:com|us)',
      fr: `${frenchId}(?:annuaire|répertoire)(?: ?\\(\\s?(?:locataire|tenant)\\s?\\))?|${frenchId}(?:locataire|tenant)(?: ?\\(\\s?(?:annuaire|répertoire)\\s?\\))?|locataire`,
    }),
    'tenantId',
  ],
];

const guid = '[\\da-f]{8}-[\\da-f]{4}-[\\da-f]{4}-[\\da-f]{4}-[\\da-f]{12}';
/** Each name in a group of its own, then IDs. */
const tokens = new RegExp(
  `(?<![\\p{L}\\d_-])(?:${names.map(([source]) => `(${source})`).join('|')})(?![\\p{L}\\d_-])|(?<![\\w-])(${guid})(?![\\w-])`,
  'giu',
);

/** A name or an ID in a text. */
export interface IdToken {
  readonly from: number;
  readonly to: number;
  /** As written. */
  readonly text: string;
  /** What the name stands for; undefined for an ID. */
  readonly id: NamedId | undefined;
}

/** The names and IDs in a text, in order. */
export function idTokens(text: string): readonly IdToken[] {
  return [...text.matchAll(tokens)].slice(0, 2000).map((found) => {
    const at = names.findIndex((_, index) => found[index + 1] !== undefined);
    const [whole] = found;
    return { from: found.index, to: found.index + whole.length, text: whole, id: names[at]?.[1] };
  });
}

/** Whether a text is nothing but the name of an ID. */
export function isIdName(text: string): boolean {
  const [only, another] = idTokens(text.slice(0, 200));
  return only?.id !== undefined && !another && only.text.length === text.trim().length;
}

/** What may stand between a name and its ID: marks, a verb, a conjunction, and the portal's button for copying. */
const verb = spoken({
  de: 'ist|lautet|heißt|war|dürfte|sein|und|sowie|oder|die|der',
  en: 'is|was|and|or|the',
  fr: 'est|sont|vaut|était|et|ou|les?|la',
});
const copyButton = spoken({
  de: 'in (?:die )?zwischenablage kopieren|kopieren',
  en: 'copy to clipboard|copy',
  fr: 'copier(?: dans le presse-papiers)?',
});
const between = new RegExp(
  String.raw`^(?:[\s:=|>*"'’\x60„“”«»,;()[\]{}<\-–—_/&]|${wordStart}(?:${verb}|${copyButton})${wordEnd}|${wordStart}l(?=['’])){0,80}$`,
  'iu',
);

/** Whether a text joins a name and its ID, or two columns of names or IDs. */
export function isBetween(text: string): boolean {
  return text.length <= 120 && between.test(text);
}
