/** Classifies an address by the words around it: registered, of another kind, in a sentence, or below the end of a mail. */

import { spoken, wordEnd, wordStart } from '../text/spoken.ts';
import { platformNamed } from './platform-names.ts';

/** Labels of addresses of another kind, in the portal, in manifests and in mails; in French the kind comes last. */
const otherKind = spoken({
  de: 'abmelde|startseiten|anmelde|nutzungsbedingungen|datenschutz\\p{L}{0,12}|anwendungs-?id',
  en: 'log-?out|sign-?out|home ?page|sign-?in|terms ?of ?service|privacy ?statement|marketing|support|logo|token|authori(?:ty|zation|sation|ze)|issuer|metadata|application ?id|identifier',
  fr: '',
});
const frenchKind = spoken({
  de: '',
  en: '',
  fr: "déconnexion|connexion|page d'accueil|conditions|déclaration|confidentialité|politique|marketing|support|logo|jetons?|autorisation|émetteur|métadonnées|id d'application|identificateur",
});
const otherLabel = new RegExp(
  String.raw`${otherKind}[\p{Zs}-]{0,2}(?:ur[il]s?|endpoint|endpunkt)(?![a-z])|(?:ur[il]s?|adresses?|points?\sde\sterminaison)\s(?:des?\s|du\s|de\sla\s|(?:de\sl|d)['’])?${frenchKind}|@odata\.\w{1,20}|${wordStart}(?:scopes?|étendues?)["'“”]?\s{0,4}[:=]`,
  'giu',
);
/** The portal's own copy of the addresses, with an index for each. */
const settingsLabel = /redirecturisettings/gi;
const redirectLabel =
  /(?:umleitungs|redirect|reply|antwort)[ -]{0,2}ur[il]s?(?!\w)|\bur[il]s?\sde\s(?:redirection|réponse)|\burl["'“”]?\s{0,4}:/gi;

/** The kind of address that a label introduces: redirect URIs, other addresses, or the portal's copy of its settings. */
export type Label = 'redirect' | 'other' | 'settings';

/** A quick test: every label contains one of these. */
const anyLabel = /ur[il]|endp|adresse|terminaison|@odata|scope|étendue/i;

/** The maximum distance between a label and its address, in UTF-16 units. */
export const labelReach = 300;
/** The maximum length of a line with only a name. */
export const nameReach = 100;

/** The last label before an address. */
export function labelIn(before: string): Label | undefined {
  const near = before.slice(-labelReach);
  if (!anyLabel.test(near)) return undefined;
  const last = (pattern: RegExp, text = near): number =>
    [...text.matchAll(pattern)].at(-1)?.index ?? -1;
  // „Abmelde-URL:“ ends like a label of redirect URIs.
  const others = near.replace(otherLabel, (label) => ' '.repeat(label.length));
  const places: readonly (readonly [Label, number])[] = [
    ['redirect', last(redirectLabel, others)],
    ['other', last(otherLabel)],
    ['settings', last(settingsLabel)],
  ];
  const [best] = places.toSorted(([, a], [, b]) => b - a);
  return best && best[1] >= 0 ? best[0] : undefined;
}

/** Microsoft's help, portals, endpoints and scopes: never a redirect URI of a customer's app. */
export const microsoftsOwn: readonly RegExp[] = [
  /^https?:\/\/(?:learn|docs|support|go|admin|entra|graph|techcommunity)\.microsoft\.com(?:[/?#]|$)/i,
  /^https?:\/\/(?:aka\.ms|(?:aad\.)?portal\.azure\.com|outlook\.office(?:365)?\.com|[^/?#]{1,80}\.safelinks\.protection\.outlook\.com)(?:[/?#]|$)/i,
  /^https?:\/\/login\.microsoftonline\.com\/[^/?#]{1,80}\/(?:oauth2\/(?:v2\.0\/)?(?:authorize|token|devicecode|logout|deviceauth)|v2\.0|saml2|wsfed|federationmetadata)(?:[/?#]|$)/i,
  /^https?:\/\/schemas?\.[a-z]{1,30}\.(?:com|org)\//i,
  /^api:\/\//i,
];

/** Addresses that the portal offers with a checkbox below „Mobilgerät- und Desktopanwendungen“. */
export const offered =
  /^https:\/\/login\.live\.com\/oauth20_desktop\.srf$|^msal[^\s/]{1,60}:\/\/auth$/i;

/** Words before an address that is only an example. */
export const example =
  /(?:\be\.\s?g\.|\bz\.\s?B\.|\bp\.\s?ex\.|\bbeispiel|\bexample|\bexemple)[\s:.,„«"']{0,6}$/i;

/** Words before and after an address that is not there, and a box without its tick. */
const absent = spoken({
  de: 'entfernt|gelöscht|fehl(?:t|en)',
  en: 'removed|deleted|missing',
  fr: '(?:supprimé|retiré|absent)e?s?|manqu(?:e|ent|ante?s?)',
});
const without = spoken({
  de: 'fehlend\\p{L}{0,2}|nicht|kein\\p{L}{0,2}|ohne|statt',
  en: 'not|no|without|instead of',
  fr: 'pas|non|aucune?|sans|au lieu de',
});
const notThere = spoken({
  de: 'nicht (?:mehr )?(?:vorhanden|da|eingetragen|registriert)',
  en: 'not (?:present|there|registered)',
  fr: '(?:pas|plus|non) (?:là|(?:présent|inscrit|enregistré|configuré|ajouté)e?s?)',
});
const state = spoken({
  de: '(?:wurde|ist|war) ',
  en: '(?:was|is|has been) ',
  fr: "(?:est|était|a été|n'est|n'a|n'a pas été) ",
});
const absentBefore = new RegExp(
  String.raw`${wordStart}(?:${absent}|${without})[\s:.„“"'\x60<«(]{1,6}$|^\s{0,40}(?:[-•*+]\s+)?(?:\[\s?\]|[☐□❌✗✘])\s{0,6}["„\x60<]?$`,
  'iu',
);
const absentAfter = new RegExp(
  String.raw`^["“”'\x60>)»\p{Zs}]{0,3}\s{0,4}(?<=\s)[([–—:-]?\s{0,4}${state}?(?:${absent}|${notThere})${wordEnd}`,
  'iu',
);

/** Whether the words around an address say that it is not registered. */
export function isAbsent(before: string, after: string): boolean {
  return absentBefore.test(before.slice(-labelReach)) || absentAfter.test(after.slice(0, 80));
}

/** Whether an address contains a placeholder that the reader should have filled in: `https://[NAME].example`. */
export function isPattern(uri: string): boolean {
  return /[[{<][\p{L}][^\]}>]{0,60}[\]}>]/u.test(uri);
}

/** The end of a mail: a closing formula on a short line, or the line above a signature. */
const greeting =
  /^(?:mfg|vg|lg|bg)(?![\p{L}\d])|(?<!\p{L})(?:gr(?:u|ü|ue)(?:ß|ss)(?:e|en)?|regards|sincerely|cordialement|cdt|salutations|bien à vous)(?!\p{L})|^--$/iu;

/** Whether a line ends a mail. */
export function isClosing(line: string): boolean {
  return line.length <= 80 && !line.includes(':') && greeting.test(line);
}

/** The start of a mail within a mail, which may contain a list of its own. */
export const quotedMail =
  /^(?:von|from|gesendet|sent|de|envoyé)\s?:\s|^-{2,10} ?(?:ursprüngl|original|weitergeleit|forwarded|message d['’]origine|message (?:d['’]origine|original|transféré))|(?:schrieb|wrote|a écrit)[^:]{0,99}:$/i;

const conjunctions = /^(?:und|and|oder|or|sowie|plus|et|ou|ainsi|que)$/i;

/** The words of a text, without conjunctions. */
export function wordsIn(text: string): readonly string[] {
  return (text.slice(0, labelReach).match(/[^\s"'’„“«»(){}[\]<>|]+/g) ?? [])
    .filter((word) => /^\p{L}[\p{L}-]+[.,;:!?]?$/u.test(word))
    .filter((word) => !conjunctions.test(word));
}

/** Whether an address is part of a sentence. A label ends with a colon, and a command has options. */
export function isProse(before: string, after: string): boolean {
  if (/[:=|>({["]$/.test(before.trimEnd()) || /\t *$| --?[a-z]/i.test(before)) return false;
  if (platformNamed(before) !== undefined) return false;
  const first = wordsIn(before.slice(-labelReach)).length;
  return first >= 3 || (first >= 1 && first + wordsIn(after).length >= 4);
}
