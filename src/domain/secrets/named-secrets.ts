/** Secrets, codes and tokens that a text calls by name, however name and value are put together. */

import type { HiddenPlace } from './redaction-rules.ts';

/** What follows a name. */
interface Named {
  readonly kind: 'secret' | 'code' | 'token';
  readonly name: RegExp;
  /** A bare value must look like one: the name also means other things. */
  readonly looksLike?: RegExp;
}

/** As in `smtpPassword`, `client_secret_value`, `Kennwort (optional)`, `password2`. */
const suffix = String.raw`(?:[ _.-]?(?:value|wert|text|plain|new|neu|old|alt|confirm|confirmation|wiederholen|repeat|base64|enc|encrypted|hash|key|e?s|\d{1,3})(?![\p{L}\d]))?(?: ?\([^()\n"']{1,30}\))?`;

function name(names: string): RegExp {
  return new RegExp(`(?:${names})${suffix}(?![\\p{L}\\d_])`, 'giu');
}

/** Short names count only by themselves or after a word that goes with them. */
const short = String.raw`(?<!\p{L})(?:(?:smtp|imap|pop3?|mail|user|login|app|db|ftp|admin|auth|proxy)_?)?(?:pass|pw)`;

const named: readonly Named[] = [
  {
    kind: 'secret',
    name: name(
      `passwor[dt]|kennwort|mots? de passe|(?<!\\p{L})mdp|secret client|clés? (?:secrète|client|privée|d['’](?:api|accès)|de (?:sécurité|chiffrement))|phrase (?:secrète|de passe)|passwd|passphrase|pwd|${short}|secret|geheimnis|client[ _-]?credential|(?:client|app|zugangs|zugriffs|einrichtungs|geheime[nr]?|wlan|netzwerk|sicherheits)[ _-]?schlüssel|(?:api|access|account|private|shared|app|client|setup)[ _-]?key|(?:otp|2fa|mfa)[ _-]?(?:seed|key)|(?<!\\p{L})seed`,
    ),
  },
  {
    kind: 'code',
    name: name(
      `(?:device|user|verification|recovery|backup|security|authorization|auth)[ _-]?code|(?:geräte|benutzer|wiederherstellungs|einmal|bestätigungs|prüf|sicherheits|autorisierungs)-?code|code (?:de (?:vérification|sécurité|récupération|confirmation|validation)|d['’](?:autorisation|authentification)|à usage unique|utilisateur)|code_verifier|session_state|otp|totp`,
    ),
    looksLike: /\d|^[A-Z]{6}|^\S{20}/,
  },
  {
    kind: 'code',
    name: name(String.raw`(?<!\p{L})(?:(?:sms|mobile?)-?)?(?:pin|puk|tan)`),
    looksLike: /^\d{4,10}$/,
  },
  {
    kind: 'token',
    name: name(
      String.raw`(?:access|id|refresh|flow|session|auth|bearer|csrf|request)[ _-]?token|assertion|samlresponse|x-ms-refreshtokencredential|(?:estsauth|esctx|signinstatecookie)[\w-]{0,20}|(?<![\p{L}\d_])(?:buid|fpc|sft|sctx|ccstate|(?:api)?canary)|sess(?:ion)?_?id`,
    ),
  },
  { kind: 'token', name: name('(?:set-)?cookie'), looksLike: /=/ },
  { kind: 'token', name: name('token'), looksLike: /^(?!https?:)(?=\S*\d)\S{12}/ },
];

/** As in „Kennwort für info:“, „Authorization code received:“. */
const whose = String.raw`(?: (?:für|for|of|von|received|erhalten|pour|de|du|reçu)(?![\p{L}\d])(?:[^\n:"'{}.]|\.(?! )){0,60}(?=:(?!//)))?`;
/** Between name and value where one is said to be the other. */
const assigned = String.raw`["'\])*]{0,4}[ \t]{0,8}${whose}(?:={1,3}>?|:=|:)\*{0,2}[ \t]{0,8}`;
const quoted = String.raw`(?:"(?<one>(?:[^"\\\n]|\\.){1,2000})"|'(?<two>(?:[^'\\\n]|\\.){1,2000})'|[„“”«»‚‘](?<three>[^“”«»’‘\n]{1,500})[“”«»’‘])`;
/** Up to what ends a value in addresses, JSON, logs, settings and markup; what may as well be part of it does not. */
const ends = String.raw`[&;,](?:amp;)?[ ]?["']?[a-z][\w.-]{0,39}["']?[ ]?[=:]|[,;)}\]]{1,3}(?:\s|$)|<\/?[a-z]{1,12}[\s>/]`;
/** A quotation mark ends what one began; else only one that closes a whole text does. */
const bare = String.raw`(?:["'„]{1,3}(?<opened>(?:(?!["'“]{1,3}(?:[\s,;:)}\]>&]|$)|${ends})\S){1,2000})|(?<bare>(?:(?!["'“]{1,3}(?:[\s,:)}\]]|$)|${ends})\S){1,2000}))`;
const line = String.raw`(?<line>[^\s][^\n]{0,1000})`;
/** Not the label of the next field. */
const valueLine = String.raw`(?![\p{L} ()/-]{1,40}:(?:\s|$)|\d{3}[ -])${line}`;
const tag = String.raw`<\/?[a-z][\w:.-]{0,30}[^<>\n]{0,200}>`;
/** In the next cell, or after a colon in this one: what goes on after a closing tag is a sentence. */
const element = String.raw`(?:[ \t]{0,4}:(?:\s{0,20}${tag}){1,5}|(?:\s{0,20}${tag}){1,3}\s{0,4}:|(?:\s{0,20}${tag}){0,4}?\s{0,20}(?!<\/)${tag})\s{0,20}(?<line>[^<>\s][^<\n]{0,1000})`;

function dress(source: string): RegExp {
  return new RegExp(source, 'iyu');
}

const afterSign = dress(
  String.raw`${assigned}(?:\s{0,20}string\(\d{1,6}\)\s{1,4}|\s{0,20})${quoted}`,
);
const restOfLine = dress(
  String.raw`[ \t]{0,4}[*)\]]{0,3}${whose}(?::\*{0,2}[ \t]{0,40}|[ \t]{0,8}\|[ \t|]{0,8})${line}`,
);
/** After another label on the same line: up to the next one. */
const restOfItem = dress(
  String.raw`[ \t]{0,4}[*)\]]{0,3}${whose}:[ \t]{0,40}(?!["'{[])(?<line>(?:(?![,;|] ?[\w -]{1,30}[:=]| [\p{L}_-]{2,30}[:=])[^\n]){1,1000})`,
);
const afterParameter = dress(String.raw`[ \t:=]{1,4}(?:${quoted}|(?![(-])${bare})`);

/** How name and value are put together; the first that fits is taken. */
const dresses: readonly RegExp[] = [
  afterSign,
  dress(assigned + bare),
  // `WithClientSecret("…")`
  dress(String.raw`\(\s{0,4}[a-z@$]{0,2}${quoted}`),
  dress(String.raw`["'\]]{0,2}[ ]{0,4}\t[ \t]{0,8}(?<line>[^\t\s][^\t\n]{0,1000})`),
  // `key="SmtpPassword" value="…"`, `"name":"Password","value":"…"`
  dress(String.raw`["'][^<>{}\n]{0,200}?\b(?:value|wert|content)["']?\s{0,4}[=:]\s{0,4}${quoted}`),
  // `define('SMTP_PASSWORD', '…')`
  dress(String.raw`["'][ \t]{0,4},\s{0,20}${quoted}(?!\s{0,4}[:=])`),
  dress(String.raw`(?:[ ][^<>\n]{0,200})?>\s{0,20}<!\[CDATA\[\s{0,20}(?<line>[^]{1,1000}?)\]\]>`),
  dress(String.raw`(?:[ ][^<>\n]{0,200})?>\s{0,20}(?<line>[^<>\s][^<]{0,1000})<`),
  dress(element),
  // „Kennwort für info ist "…"“
  dress(
    String.raw` (?:für|for|of|von|pour|de|du)(?: [^\s:"'„{}]{1,80}){1,3} (?:lautet|lautete|heißt|is|ist|was|war|est|était)[ ]{0,4}:?[ ]{1,4}(?:${quoted}|(?=\p{L}{1,80}\d|\d{1,80}\p{L})${bare})`,
  ),
  dress(
    String.raw`[ ]{1,4}(?:lautet|lautete|heißt|is|ist|was|war|est|était)[ ]{0,4}:?[ ]{1,4}(?:${quoted}|(?=\S{0,80}\d)${bare})`,
  ),
  dress(String.raw`[ ]{1,4}(?:lautet|lautete|heißt)[ ]{0,4}:?[ ]{1,4}(?<line>[^\s][^\n]{0,200})`),
  dress(
    String.raw`[ ]{1,4}(?=["'„]?[^\s"']{0,40}\d)(?=["'„]?[^\s"']{0,40}\p{L})(?=[^\s]{6})(?!["'„]?(?:x?oauth|smtp|office|sha|base|id\b|[\da-f]{8}-[\da-f]{4}-))(?:${quoted}|${bare})`,
  ),
];
/** As YAML writes a text of several lines. */
const block = dress(String.raw`:[ \t]{1,4}[|>][-+]?[ \t]{0,4}\r?\n[ \t]{1,40}${line}`);
const below = dress(
  String.raw`[ \t]{0,4}[:*=]{0,2}[ \t]{0,4}\r?\n(?:[ \t]{0,8}\r?\n)?[ \t]{0,8}${valueLine}`,
);

/** An error that follows on the same line is what the reader wants to have explained. */
const errorAhead =
  /[\s,;|(]{0,4}(?:AADSTS\s?\d|(?<!\d)[45]\d\d[ -]\d\.\d|(?<!\d)5\.7\.\d)|[\s,;|(]{1,4}(?:error|fehler)(?:code)?["']?\s?[:=]/i;

/** What is said of a secret, in the place of one. */
const sayings = new Set(
  'ist sind war wurde wird ist/war hat nicht noch nie falsch abgelaufen ungültig leer fehlt fehlend erforderlich vergessen geändert ändern gesperrt korrekt richtig unbekannt oder und eingeben anzeigen zurücksetzen bitte anmelden weiter is are was were has been be not no never wrong incorrect invalid bad expired missing required forgotten forgot changed change locked correct valid unknown empty null none undefined true false set unset or and enter show reset please login sign in next optional ja nein yes est sont était a été n l d pas non oui jamais ou et incorrecte incorrecte expiré expirée invalide vide manque manquant manquante requis requise obligatoire oublié oubliée modifié modifiée changé changée verrouillé correcte inconnu inconnue saisir afficher réinitialiser suivant connexion facultatif'.split(
    ' ',
  ),
);

function isSaid(value: string): boolean {
  const words = value.toLowerCase().match(/[^\s.,;:!?*()"'’{}[\]]+/g) ?? [];
  if (words.every((word) => sayings.has(word))) return true;
  const isSentence = words.length > 3 && /\p{Ll}\.$/u.test(value.trimEnd());
  const isQuestion = words.length > 1 && /\p{Ll}\?$/u.test(value.trimEnd());
  return (isSentence || isQuestion) && !/\d/.test(value);
}

interface Found {
  readonly start: number;
  readonly end: number;
  /** What stands there is a word on the secret, or an error, and not the secret. */
  readonly isNone: boolean;
  /** Whether it has no end of its own, and so may hold names itself. */
  readonly isBare: boolean;
}

/** What follows a name that ends at `at`, in one dress. */
function foundIn(
  text: string,
  at: number,
  pattern: RegExp,
  { looksLike }: Named,
): Found | undefined {
  pattern.lastIndex = at;
  const match = pattern.exec(text);
  if (!match) return undefined;
  const { one, two, three, opened, bare: plain, line: rest } = match.groups ?? {};
  const value = one ?? two ?? three ?? opened ?? plain ?? rest ?? '';
  const start = at + match[0].lastIndexOf(value);
  const cut = /^AADSTS\s?\d/i.test(value) ? 0 : errorAhead.exec(value)?.index;
  const end = start + (cut ?? value.trimEnd().length);
  const isNone = start >= end || isSaid(text.slice(start, end)) || looksLike?.test(value) === false;
  return { start, end, isNone, isBare: (opened ?? plain) !== undefined };
}

/** What stands before a name in its line, if it is little and no code, JSON or address: then it is a label. */
function beforeLabel(text: string, start: number): string | undefined {
  const before = text.slice(Math.max(0, start - 120), start);
  const own = before.slice(before.lastIndexOf('\n') + 1);
  return own.length < 100 && !/["'{}<=?&;]/.test(own) ? own : undefined;
}

/** Without any of these soon after a name, no value of it follows in the same line. */
const valueAhead = /[:=|"'„“”«»‚‘<>()\t\d]|\b(?:is|ist|wa[rs]|est|lautete?|hei(?=ß))|\sétait/i;
/** How far a name and its value can be apart. */
const farthest = 120;

function dressesAt(text: string, start: number, at: number): readonly RegExp[] {
  const isParameter = /(?:^|\s)--?[\w-]{0,40}$/.test(text.slice(Math.max(0, start - 50), start));
  if (isParameter) return [afterParameter, ...dresses];
  const soon = text.slice(at, at + farthest);
  const [own = ''] = soon.split('\n', 1);
  const before = beforeLabel(text, start);
  const isItem = before !== undefined && /[:,](?!\d)/.test(before);
  if (!valueAhead.test(own) && !soon.includes('<')) {
    return before === undefined || isItem || own === soon ? [] : [below];
  }
  if (before === undefined) return dresses;
  if (isItem) return [afterSign, restOfItem, ...dresses];
  return [afterSign, block, restOfLine, below, ...dresses];
}

/** `"value":"…","key":"password"`: the value may come first, in the same object or tag. */
const valueBefore = new RegExp(
  String.raw`\b(?:value|wert|content)["']?\s{0,4}[=:]\s{0,4}${quoted}(?=[^{}<>]{0,200}$)`,
  'diu',
);

function placeBefore(text: string, at: number): readonly [number, number] | undefined {
  const from = Math.max(0, at - 400);
  const near = text.slice(from, at);
  const own = Math.max(near.lastIndexOf('{'), near.lastIndexOf('<')) + 1;
  const { one, two, three } = valueBefore.exec(near.slice(own))?.indices?.groups ?? {};
  const place = one ?? two ?? three;
  return place && [from + own + place[0], from + own + place[1]];
}

/** Whether a cell above others is a name of what stands below it. */
export function namesSecret(cell: string): boolean {
  const isShort = cell.length <= 40 && !/ (?:und|oder|and|or|et|ou) /i.test(cell);
  return isShort && named.some((one) => cell.search(one.name) >= 0);
}

/** The places of all values that a text calls by name. */
export function namedPlaces(text: string): readonly HiddenPlace[] {
  return named.flatMap((one) => {
    const places: HiddenPlace[] = [];
    let bareUntil = 0;
    for (const { 0: found, index } of text.matchAll(one.name)) {
      const at = index + found.length;
      const before = placeBefore(text, index);
      if (before) places.push({ start: before[0], end: before[1], kind: one.kind });
      // A name within a bare value, as in `a=b=c`, only leads on to what is quoted.
      const fitting = index < bareUntil ? [afterSign] : dressesAt(text, index, at);
      // The first that fits decides.
      let value: Found | undefined;
      for (const pattern of fitting) value ??= foundIn(text, at, pattern, one);
      if (!value) continue;
      if (value.isBare) bareUntil = value.end;
      if (!value.isNone) places.push({ start: value.start, end: value.end, kind: one.kind });
    }
    return places;
  });
}
