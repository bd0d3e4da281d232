/** The words for types and APIs of permissions, as the portal, its readers and Microsoft's tools write them. */

import type { PermissionType } from '../guide/guide.ts';
import { permissionResources } from '../registration/permission-list.ts';
import { spoken, wordEnd, wordStart } from '../text/spoken.ts';

/** Names such as `Mail.ReadWrite`, and the names without a dot. */
const dotted = '[A-Z][A-Za-z-]{1,60}(?:\\.[A-Za-z-]{1,60}){1,6}';
const plain = 'offline_access|openid|profile|email|full_access_as_app|user_impersonation';
const nameForm = new RegExp(`^(?:${dotted}|${plain})$`);

/** A name in a text; neither in an address nor in a longer word. */
export const anyName = new RegExp(`(?<![\\w./@-])(?:${dotted}|${plain})(?![\\w@/-]|\\.\\w)`);
/** The same, for all of them. */
export const namesInText = new RegExp(anyName, 'g');

/** Whether a text is the name of a permission. */
export function isName(text: string): boolean {
  return nameForm.test(text);
}

/** Other words for an API, in lower case. */
const apiWords: readonly (readonly [RegExp, string])[] = [
  [/^(?:microsoft graph|ms graph|graph)(?![\p{L}\d])/iu, permissionResources.graph.displayName],
  [
    /^(?:office 365 exchange online|exchange online|o365 exchange)(?![\p{L}\d])/iu,
    permissionResources['exchange-online'].displayName,
  ],
];

/** What the portal calls the two types. */
export const typeWords = {
  delegated: spoken({ de: 'delegierte?[nrs]?', en: 'delegated', fr: 'déléguée?s?' }),
  application: spoken({
    de: 'anwendungs?',
    en: 'app(?:lication)?(?:[- ]only)?|(?<!all )roles?',
    fr: 'applications?|rôles?',
  }),
};

/** Words for permissions; in French they stand before the type. */
const several = spoken({
  de: 'berechtigungen|rechte',
  en: 'permissions|scopes',
  fr: 'autorisations|étendues|droits',
});
const single = spoken({ de: 'berechtigung', en: 'permission', fr: 'autorisation|étendue|droit' });
const ofType = spoken({ de: '', en: '', fr: "de l'|d'|des? " });

/** Words before and after a type: „Delegierte Berechtigungen“, „Application context“, „en tant qu’application“. */
const ahead = spoken({
  de: 'als|alle|beide|jeweils|unter|und',
  en: 'as|all|both|under|and',
  fr: 'comme|en tant que|toutes?|tous|les deux|chacune?|sous|et',
});
const typeLabel = spoken({
  de: '(?:berechtigungs)?typ',
  en: '(?:permission )?type',
  fr: "type (?:de l'|d')autorisation",
});
const behind = spoken({ de: 'kontext|zugriff', en: 'context|type?|access', fr: '' });

const typeForm = new RegExp(
  String.raw`^(?:${typeLabel}\s?[:=]\s?|${ahead}\s|en\stant\squ['’]){0,2}(?:(${several})\s${ofType}?|${single}\s${ofType}?)?(?:(${typeWords.delegated})|(${typeWords.application}))(?:[- ]?(?:api|user|benutzer))?(?:[- ]?(?:(${several})|${single}|${behind}))?$`,
  'iu',
);

interface NamedType {
  readonly type: PermissionType;
  /** Whether it names several permissions: a heading. */
  readonly isPlural: boolean;
}

function namedType(text: string): NamedType | undefined {
  const found = typeForm.exec(text.trim());
  if (!found) return undefined;
  const [, severalBefore, delegated, , severalAfter] = found;
  return {
    type: delegated === undefined ? 'application' : 'delegated',
    isPlural: severalBefore !== undefined || severalAfter !== undefined,
  };
}

/** Longer texts are sentences. */
const wordsLimit = 120;

/** The type in a cell or a note that says nothing else; undefined for both types, a doubt or a negation. */
export function typeNamed(text: string): PermissionType | undefined {
  if (text.length > wordsLimit || !anyHeading.test(text)) return undefined;
  return namedType(text.replace(/^[([\s]{1,4}|[)\].:\s]{1,4}$/g, ''))?.type;
}

/** What a heading says about the permissions below it. */
export interface PermissionHeading {
  readonly api?: string | undefined;
  readonly type?: PermissionType | undefined;
  /** Whether it can be nothing else; a type alone may also be a cell of a row. */
  readonly isCertain: boolean;
}

/** Words in a heading besides API and type. */
const nothing = new RegExp(
  String.raw`^(?:api)?[- ]?(?:${several}|${single})?(?:${spoken({ de: '', en: '', fr: " d'api|api autorisées" })})?$`,
  'iu',
);
/** Where one part of a heading ends and the next begins. */
const joint = new RegExp(
  String.raw`[()[\]:/,–—>→»]|\s-\s|\s${spoken({ de: 'für|von|in|bei', en: 'for|of|in', fr: 'pour|sur|dans|de(?=\\s(?:microsoft|graph|office|exchange))' })}\s`,
  'iu',
);

/** The parts of a heading: at brackets, dashes and colons, and after the name of an API. */
function partsOf(text: string): readonly string[] {
  return text
    .split(joint)
    .flatMap((part) => {
      const own = part.trim();
      const [api] = apiWords.flatMap(([pattern]) => pattern.exec(own)?.[0] ?? []);
      return api === undefined ? [own] : [api, own.slice(api.length).trim()];
    })
    .filter((part) => part !== '' && !/^\d{1,3}$/.test(part));
}

/** A quick test: every heading has one of these. */
const anyHeading = /graph|exchange|d[eé]l[eé]g|app|anwendung|r[oô]l/i;

/** Reads a heading above permissions, or the words before them in their line; undefined if it says anything else. */
export function permissionHeading(text: string, isMarked: boolean): PermissionHeading | undefined {
  if (text.length > wordsLimit || !anyHeading.test(text)) return undefined;
  const parts = partsOf(text);
  const apis = parts.flatMap(
    (part) => apiWords.find(([pattern]) => pattern.exec(part)?.[0] === part)?.[1] ?? [],
  );
  const types = parts.flatMap((part) => namedType(part) ?? []);
  const rest = parts.filter(
    (part) =>
      namedType(part) === undefined &&
      !nothing.test(part) &&
      !apiWords.some(([pattern]) => pattern.exec(part)?.[0] === part),
  );
  const [api, type] = [apis[0], types[0]];
  if (rest.length > 0 || (api === undefined && type === undefined)) return undefined;
  const isOne = types.every((one) => one.type === type?.type);
  const isCertain = isMarked || api !== undefined || types.some(({ isPlural }) => isPlural);
  return { api, type: isOne ? type?.type : undefined, isCertain };
}

/** „Gewährt für Muster“ and „Für Muster nicht gewährt“, in the words of the portal and of its readers. */
const granted = spoken({ de: 'gewährt|erteilt', en: 'granted', fr: '(?:accord|octroy)ée?s?' });
const notGranted = spoken({
  de: 'nicht (?:gewährt|erteilt)',
  en: 'not (?:granted|consented)',
  fr: '(?:non|pas(?: été)?) (?:(?:accord|octroy)é|consenti)(?:e?s?)',
});
const consent = spoken({
  de: '(?:administrator)?(?:zustimmung|einwilligung)',
  en: '(?:admin )?consent',
  fr: "consentement(?: (?:de l'|d'(?:un )?)?administrateur)?",
});
const declined = spoken({
  de: 'abgelehnt|verweigert',
  en: 'denied|rejected|declined',
  fr: 'refusée?s?|rejetée?s?',
});
const no = spoken({ de: 'nein', en: 'no', fr: 'non' });

const refused = new RegExp(
  String.raw`^nicht für|${wordStart}${notGranted}${wordEnd}|\snicht für\s.{1,120}\s(?:gewährt|erteilt)$|${wordStart}(?:${granted}|${consent})\s?[?:=]{1,2}\s{0,4}${no}${wordEnd}|(?:^|\s)${declined}[.\s]{0,4}$`,
  'iu',
);
const given = new RegExp(
  String.raw`^${granted}${wordEnd}|[^\p{L}]${granted}\s${spoken({ de: 'für', en: 'for', fr: 'pour' })}\s|^${consent}[:\s]{1,3}(?:${granted}|given)${wordEnd}`,
  'iu',
);

/** The column before a status one blank apart: « Non Accordé pour … » is consented, « Non accordé pour … » is not. */
const columnBefore = /(?<!\p{L})(?:Non|Oui) (?=(?:Accord|Octroy)é)/u;

/** The status in the cells: true if granted, false if not, null if none says so. */
export function grantIn(cells: readonly string[]): boolean | null {
  for (const whole of cells) {
    const cell = whole.replace(columnBefore, '');
    if (refused.test(cell)) return false;
    if (given.test(cell)) return true;
  }
  return null;
}
