/** Takes out of a text what must not be passed on, so that the rest can be sent to a support. */

import { guidPattern } from '../guid.ts';

/** Why something was taken out. */
export const redactionKinds = ['mail', 'code', 'token', 'secret', 'id'] as const;

/** Why something was taken out: a mail address, a one-time code, a token, a secret or password, an ID. */
export type RedactionKind = (typeof redactionKinds)[number];

/** A piece of the text, or a place from which something was taken; nothing of it is left. */
export type RedactedPiece =
  | { readonly kind: 'plain'; readonly text: string }
  | { readonly kind: 'hidden'; readonly hidden: RedactionKind };

/** What to take out besides tokens, codes and secrets, which are always taken out. */
export interface RedactionChoice {
  readonly mail: boolean;
  /** IDs are needed to tell tenant and app, and are no secret. */
  readonly ids: boolean;
}

/** A place in the text, from `start` to before `end`. */
export interface HiddenPlace {
  readonly start: number;
  readonly end: number;
  readonly kind: RedactionKind;
}

interface Rule {
  readonly kind: RedactionKind;
  /** The first group that matched, or else the whole match, is taken out. */
  readonly pattern: RegExp;
}

/** Between a name and its value, in an address, in JSON, in a form, in a copied table. */
const between = String.raw`["']?(?:\s{0,4}(?:=|:|%3[ad])\s{0,4}|\t{1,3})`;
/** A value: whole between quotes, else up to what ends one in addresses, JSON and logs. A code of Microsoft's errors is none. */
const value = String.raw`(?:"([^"\n]{1,2000})"|'([^'\n]{1,2000})'|["']?(?!AADSTS\d)([^\s"'&<>,;}]+))`;
/** Who speaks in a dialogue with a mail server, before the line. */
const speaker = String.raw`^[ \t]{0,8}(?:[CS]:|[<>]{1,3}|CLIENT -> SERVER:)?[ \t]{0,4}`;
/** To the end of the line: what people type as a password may hold blanks. */
const restOfLine = String.raw`([^\s][^\r\n]{0,2000})`;

function named(names: string): RegExp {
  return new RegExp(String.raw`(?<![\w-])(?:${names})${between}${value}`, 'dgi');
}

const rules: readonly Rule[] = [
  {
    kind: 'secret',
    pattern: named(
      'client[_ -]?secret(?:[_ -]?value)?|geheimnis|geheimer clientschlüssel|secret|password|passwort|kennwort|passwd|pwd',
    ),
  },
  { kind: 'secret', pattern: /\bPASS\s{1,4}([^\s][^\r\n]{0,2000})/dg },
  {
    kind: 'secret',
    pattern: new RegExp(
      String.raw`${speaker}[\w.]{1,20}[ \t]{1,4}LOGIN[ \t]{1,4}(?:"[^"\n]{1,320}"|[^\s"]{1,320})[ \t]{1,4}${restOfLine}`,
      'dgim',
    ),
  },
  {
    // AUTH LOGIN: after each 334 the client answers with its user name, then with its password.
    kind: 'secret',
    pattern: new RegExp(
      String.raw`${speaker}(?:SERVER -> CLIENT:[ \t]{0,4})?334(?:[ \t-][^\n]{0,200})?\n${speaker}(?!\d{3}[ -])${restOfLine}`,
      'dgim',
    ),
  },
  { kind: 'secret', pattern: /\bLOGIN\s{1,4}\S{1,320}@\S{1,320}\s{1,4}(\S{1,500})/dgi },
  { kind: 'secret', pattern: /[\w~.-]{3}\d(?:Q~|Q%7E)[\w~.%-]{0,100}/dgi },
  {
    kind: 'code',
    pattern: named('device_code|user_code|code_verifier|session_state'),
  },
  {
    kind: 'code',
    // Graph's own `code` is a word and is kept: a one-time code has digits and is long.
    pattern:
      /(?<![\w-])code["']?\s{0,4}(?:=|:|%3d)\s{0,4}["']?(?=[^\s"'&\d]{0,60}\d)([^\s"'&<>,;}]{20,})/dgi,
  },
  {
    kind: 'token',
    pattern: named(
      'access_token|id_token|refresh_token|client_assertion|assertion|samlresponse|x-ms-refreshtokencredential|set-cookie|cookie|estsauth\\w{0,20}',
    ),
  },
  {
    kind: 'token',
    pattern: /\b(?:Bearer|Basic|XOAUTH2|PLAIN)\s{1,4}(?!auth|anmeld|token)([\w+/.~=-]{8,})/dgi,
  },
  {
    // A terminal or a mail breaks a token into lines that hold nothing else.
    kind: 'token',
    pattern: /(?<![\w.~+/-])eyJ[\w.~+/=-]{8,}(?:\r?\n[ \t]{0,8}[\w.~+/=-]{8,}(?![^\r\n])){0,400}/dg,
  },
  {
    kind: 'token',
    // What is that long in one piece is no word; a line of hyphens in a log has neither letters nor digits.
    pattern: /(?<![\w.~-])(?=[\w.~-]{80})(?=[^\d\s]{0,79}\d)(?=[^a-z\s]{0,79}[a-z])[\w.~-]+/dg,
  },
  { kind: 'token', pattern: /^(?:334 )?(?=[^\d\n]{0,200}\d)([\w+/]{24,}={0,2})\r?$/dgm },
  {
    kind: 'code',
    pattern: /\b(?:enter the code|den Code)\s{1,4}["'„]?(?!AADSTS\d)([A-Z\d]{6,12})\b/dg,
  },
  { kind: 'mail', pattern: /[^\s@<>"'„“()[\]:;,=&?/%|]{1,64}(?:@|%40)[\p{L}\d.-]{1,253}/dgiu },
  {
    kind: 'id',
    pattern: new RegExp(String.raw`(?<![\da-f])${guidPattern}(?![\da-f])`, 'dgi'),
  },
];

function isHidden(kind: RedactionKind, choice: RedactionChoice): boolean {
  if (kind === 'mail') return choice.mail;
  return kind === 'id' ? choice.ids : true;
}

/** Places that overlap become one, of the first one's kind. */
function merged(places: readonly HiddenPlace[]): readonly HiddenPlace[] {
  const result: HiddenPlace[] = [];
  for (const place of places.toSorted((a, b) => a.start - b.start || b.end - a.end)) {
    const last = result.at(-1);
    if (!last || place.start >= last.end) result.push(place);
    else result[result.length - 1] = { ...last, end: Math.max(last.end, place.end) };
  }
  return result;
}

/** The places to take out, in order and apart. */
export function hiddenPlaces(text: string, choice: RedactionChoice): readonly HiddenPlace[] {
  const places = rules
    .filter(({ kind }) => isHidden(kind, choice))
    .flatMap(({ kind, pattern }) =>
      [...text.matchAll(pattern)].flatMap(({ indices }): HiddenPlace[] => {
        const [whole, ...groups] = indices ?? [];
        const [start, end] = groups.find((group) => group as unknown) ?? whole ?? [0, 0];
        return start === end ? [] : [{ start, end, kind }];
      }),
    );
  return merged(places);
}

/**
 * Takes tokens, one-time codes and secrets out of a text, and mail addresses and IDs where chosen. What has no known
 * form and no name before it cannot be told from other text.
 */
export function redact(text: string, choice: RedactionChoice): readonly RedactedPiece[] {
  const pieces: RedactedPiece[] = [];
  let at = 0;
  const keep = (end: number): void => {
    if (end > at) pieces.push({ kind: 'plain', text: text.slice(at, end) });
  };
  for (const { start, end, kind } of hiddenPlaces(text, choice)) {
    keep(start);
    pieces.push({ kind: 'hidden', hidden: kind });
    at = end;
  }
  keep(text.length);
  return pieces;
}

/** The text with blocks in the place of tokens, codes and secrets, as long as before: positions stay. */
export function masked(text: string): string {
  let result = '';
  let at = 0;
  for (const { start, end } of hiddenPlaces(text, { mail: false, ids: false })) {
    result += text.slice(at, start) + '█'.repeat(end - start);
    at = end;
  }
  return result + text.slice(at);
}
