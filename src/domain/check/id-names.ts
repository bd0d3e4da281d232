/** Names of Microsoft's IDs on the portal's pages, in forms and in tickets, German and English. */

/** What an ID is by its name; `object` is the object ID of anything, `other` any ID that no guide asks for. */
export type NamedId = 'clientId' | 'tenantId' | 'enterpriseObjectId' | 'object' | 'other';

const enterprise =
  '(?:unternehmensanwendung(?:en)?|enterprise[ -]?app(?:lication)?|dienstprinzipals?|service[ -]?principals?)';
const objectWord = '(?:objekt|object)[-\\u2010\\u2011 _]?id';

/** Each ID's names; a longer name stands before a shorter one that starts it. */
const names: readonly (readonly [source: string, id: NamedId])[] = [
  [
    `${objectWord}(?:\\s\\(|\\s(?:der|des|of the|of)\\s)${enterprise}\\)?|${enterprise}[ -]{0,3}${objectWord}`,
    'enterpriseObjectId',
  ],
  [
    '(?:geheime(?:r|n)?|secret|schlüssel|key|zertifikat|certificate|korrelations|correlation|trace|ablaufverfolgungs|request|anforderungs|subscription|abonnement|session|sitzungs|user|benutzer(?:objekt)?|user object|ressourcen?|resource(?:app)?|(?:managed[ -]identity|verwaltete identität)(?:[ -](?:client|object|objekt))?|policy|richtlinien|sign-?in|anmelde|geräte|device)[- _]?id',
    'other',
  ],
  [objectWord, 'object'],
  [
    'anwendungs[-\\u2010\\u2011 ]?id(?:[ -]?\\(\\s?client(?:[- ]?id)?\\s?\\))?|application ?\\(client\\) ?id|application[- _]?id|app[- _]?(?:client[- _]?)?id|client[-\\u2010\\u2011 _]?(?:id|kennung)(?:[ -]?\\(\\s?(?:anwendungs-?id|application|app(?:-id)?)\\s?\\))?',
    'clientId',
  ],
  [
    'verzeichnis[-\\u2010\\u2011 ]?id(?:[ -]?\\(\\s?(?:mandant|tenant)\\s?\\))?|directory ?\\(tenant\\) ?id|directory[- _]?id|tenant[-\\u2010\\u2011 _]?(?:id|guid|kennung)(?:[ -]?\\(\\s?(?:mandant|verzeichnis-?id|directory)\\s?\\))?|mandant(?:en)?[-\\u2010\\u2011 _]?(?:id|guid|kennung)?|tenant|login\\.microsoftonline\\.(?:com|us)',
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
const between =
  /^(?:[\s:=|>*"'`„“”,;()[\]{}<\-–—_/&]|\b(?:ist|is|lautet|heißt|war|was|dürfte|sein|und|and|sowie|oder|or|die|der|the)\b|in (?:die )?zwischenablage kopieren|copy to clipboard|kopieren|copy){0,80}$/i;

/** Whether a text joins a name and its ID, or two columns of names or IDs. */
export function isBetween(text: string): boolean {
  return text.length <= 120 && between.test(text);
}
