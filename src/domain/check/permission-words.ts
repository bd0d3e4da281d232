/** The words for types and APIs of permissions, as the portal, its readers and Microsoft's tools write them. */

import type { PermissionType } from '../guide/guide.ts';
import { permissionResources } from '../registration/permission-list.ts';

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

/** A type, with the words that people put around it: „Delegierte Berechtigungen“, „Application context“, „als Anwendung“. */
const typeForm =
  /^(?:(?:permission |berechtigungs)?type?\s?[:=]\s?|(?:as|als|all|alle|both|beide|jeweils|unter|under|und|and)\s){0,2}(?:(delegated|delegierte?[nrs]?)|(app(?:lication)?(?:[- ]only)?|anwendungs?|(?<!all )roles?))(?:[- ]?(?:api|user|benutzer))?(?:[- ]?(permissions|berechtigungen|rechte|scopes|permission|berechtigung|context|kontext|type?|access|zugriff))?$/i;

interface NamedType {
  readonly type: PermissionType;
  /** Whether it names several permissions: a heading. */
  readonly isPlural: boolean;
}

function namedType(text: string): NamedType | undefined {
  const found = typeForm.exec(text.trim());
  if (!found) return undefined;
  const isPlural = /^(?:permissions|berechtigungen|rechte|scopes)$/i.test(found[3] ?? '');
  return { type: found[1] === undefined ? 'application' : 'delegated', isPlural };
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
const nothing = /^(?:api)?[- ]?(?:permissions?|berechtigung(?:en)?|scopes|rechte)?$/i;

/** The parts of a heading: at brackets, dashes and colons, and after the name of an API. */
function partsOf(text: string): readonly string[] {
  return text
    .split(/[()[\]:/,–—>→»]|\s-\s|\s(?:for|für|of|von|in|bei)\s/)
    .flatMap((part) => {
      const own = part.trim();
      const [api] = apiWords.flatMap(([pattern]) => pattern.exec(own)?.[0] ?? []);
      return api === undefined ? [own] : [api, own.slice(api.length).trim()];
    })
    .filter((part) => part !== '' && !/^\d{1,3}$/.test(part));
}

/** A quick test: every heading has one of these. */
const anyHeading = /graph|exchange|deleg|app|anwendung|rol/i;

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

const refused =
  /^(?:nicht (?:für|gewährt|erteilt)|not granted|not consented)|\bnicht (?:gewährt|erteilt)\b|\bnot granted\b|\snicht für\s.{1,120}\s(?:gewährt|erteilt)$|\b(?:gewährt|erteilt|granted|consent|zustimmung)\s?[?:=]{1,2}\s{0,4}(?:nein|no)\b|(?:^|\s)(?:abgelehnt|verweigert|denied|rejected|declined)[.\s]{0,4}$/i;
const given =
  /^(?:gewährt|erteilt|granted)\b|[^\p{L}](?:gewährt für|erteilt für|granted for)\s|^(?:administrator|admin )(?:einwilligung|zustimmung|consent)[:\s]{1,3}(?:erteilt|gewährt|granted|given)\b/iu;

/** The status in the cells: true if granted, false if not, null if none says so. */
export function grantIn(cells: readonly string[]): boolean | null {
  for (const cell of cells) {
    if (refused.test(cell)) return false;
    if (given.test(cell)) return true;
  }
  return null;
}
