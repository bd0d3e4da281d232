/** Forms by which a secret, a token, a code or an address is recognised without a name before it. */

import { guidPattern } from '../text/guid-pattern.ts';

/** Why something was taken out. */
export const redactionKinds = ['mail', 'name', 'code', 'token', 'secret', 'id', 'address'] as const;

/** Why something was taken out: a mail address, the name of a person or an organisation, a one-time code, a token, a secret or password, an ID, an address. */
export type RedactionKind = (typeof redactionKinds)[number];

/** A place in a text, from `start` to before `end`, and what it holds. */
export interface HiddenPlace {
  readonly start: number;
  readonly end: number;
  readonly kind: RedactionKind;
}

type Form = (source: TemplateStringsArray, ...parts: readonly string[]) => RegExp;

/** Makes expressions with these flags of named parts. */
function formOf(flags: string): Form {
  return (source, ...parts) => new RegExp(String.raw(source, ...parts), flags);
}

const dgi = formOf('dgi');
const dgim = formOf('dgim');
const dgimu = formOf('dgimu');
const dgiu = formOf('dgiu');

/** Whatever a log puts before what a client says. */
const speaker = String.raw`^(?:[^\n]{0,60}?(?:\bC:|CLIENT -> SERVER:|->|>{1,3}))?[ \t]{0,4}`;
/** To the end of the line: what people type as a password may hold blanks. */
const restOfLine = String.raw`([^\s][^\r\n]{0,2000})`;
const quoted = String.raw`(?:"((?:[^"\\\n]|\\.){1,500})"|'((?:[^'\\\n]|\\.){1,500})')`;
/** Tried only where it can begin: no text is searched again from each of its letters. */
const mail = String.raw`(?<![^\s@<>"'„“()[\]:;,=&?/|])[^\s@<>"'„“()[\]:;,=&?/|]{1,320}@[\p{L}\d-]{1,63}(?:\.[\p{L}\d-]{1,63}){1,8}`;
const word = String.raw`(?:"[^"\n]{1,320}"|'[^'\n]{1,320}'|[^\s"']{1,320})`;
/** In a program's own message „login“ is no command: it is said to have failed, or an answer follows its colon. */
const command = String.raw`LOGIN(?![ \t]{1,4}(?:(?:attempt|versuch|a|est)[ \t])?(?:échec|échoué|refusé|pour|avec|est|failed|fails|failure|error|fehler|fehlgeschlagen|gescheitert|schlug|denied|refused|rejected|abgelehnt|verweigert|not|nicht|unsuccessful|unable|timed|timeout|response|reply|antwort|result|for|für|to|at|with|via|using|as|is|was|ist|war|wurde|has|hat|and|und|or|oder|by|the|button|page|seite|name|command|befehl)(?![\w@.-])|[ \t]{1,4}[45]\d\d[ -][45]\.\d|[ \t]{1,4}[^\s@"']{0,40}:(?:[ \t]|$))`;

/** What is hidden in every layer of a text: the first group that matched, or else the whole match, is taken out. */
export const redactionRules: Readonly<Partial<Record<RedactionKind, readonly RegExp[]>>> = {
  secret: [
    /\bPASS\s{1,4}([^\s][^\r\n]{0,2000})/dg,
    dgim`^[^\n]{0,60}?(?:\bC:|CLIENT -> SERVER:|->|>{1,3})[ \t]{0,4}pass[ \t]{1,4}${restOfLine}`,
    dgim`${speaker}(?!no\b|bad\b|ok\b|auth\b)[\w.]{1,20}[ \t]{1,4}${command}[ \t]{1,4}${word}[ \t]{1,4}(?!(?:failed|denied|rejected|fehlgeschlagen|abgelehnt)(?![\w-]))${restOfLine}`,
    // The tag of a command has a digit; what is before it can be anything.
    dgim`\b[a-z]{0,5}\d{1,6}[ \t]{1,4}${command}[ \t]{1,4}${word}[ \t]{1,4}(?!(?:failed|denied|rejected|fehlgeschlagen|abgelehnt)(?![\w-]))${restOfLine}`,
    /\bLOGIN\s{1,4}\S{1,320}@\S{1,320}\s{1,4}(\S{1,500})/dgi,
    /\bAUTH(?:ENTICATE)?[ \t]{1,4}(?:LOGIN|PLAIN|NTLM|CRAM-MD5)[ \t]{1,4}(?!(?:LOGIN|PLAIN|NTLM|CRAM-MD5|X?OAUTH\w{0,8}|GSSAPI|is|ist|not|nicht|failed|failure|error|fehler|fehlgeschlagen|refused|rejected|denied|abgelehnt|unsuccessful|response|with|mit|for|für|to|command|mechanism|method|was|und|and|or|oder)(?![\w+/=-]))([\w+/=-]{4,})/dgi,
    // A call with user name and password.
    dgi`(?:log_?in|auth(?:enticat(?:e|ion))?|credentials?)\]?(?:::new)?(?: ?= ?)?\(\s{0,4}[^(),\n]{1,200},\s{0,4}[a-z]{0,2}\(?${quoted}`,
    dgi`ConvertTo-SecureString(?:[ \t]{1,4}-(?:String|AsPlainText|Force)){0,3}[ \t]{1,4}(?:${quoted}|([^\s$(-]\S{0,500}))`,
    /(?<=(["'][^\n]{1,500}["'])[ \t]{0,4}\|[ \t]{0,4})ConvertTo-SecureString/dgi,
    // Microsoft's libraries take the secret or password last; a call that is named after it, alone.
    dgi`(?:ClientSecretCredential|UsernamePassword)\w{0,20}\([^()\n]{1,300},\s{0,4}${quoted}`,
    dgiu`\([^()\n]{0,200}?["']${mail}["'],\s{0,4}(?!["'][^"'\n]{0,100}@)${quoted}`,
    // curl, wget
    /(?<!\S)(?:-u[ \t]{0,4}|--(?:proxy-)?user[ \t=]{1,4})(?:"[^":\n]{1,320}:((?:[^"\\\n]|\\.){1,500})|'[^':\n]{1,320}:([^'\n]{1,500})|[^\s"':]{1,320}:(\S{1,500}))/dg,
    // mysql, sshpass
    /\b(?:mysql\w{0,10}|mariadb\w{0,10}|sshpass)[ \t][^\n]{0,200}?(?<=[ \t])-p[ \t]?(?:"([^"\n]{1,200})"|'([^'\n]{1,200})'|([^\s"'][^\s]{0,200}))/dgi,
    /:\/\/[^\s/:@"'<>]{1,200}:([^\s/"<>]{1,200})@/dg,
    // A user and a password side by side: with a colon, below a word for both, or alone in a line.
    dgiu`${mail}:(?!\/\/|\d{1,5}(?!\S))(\S{3,200})`,
    dgiu`(?<![\p{L}\d/])(?:zugangs?(?:daten)?|anmelde(?:daten)?|anmeldung|log-?in(?:daten)?|credentials?|account|konto|user(?:name)?|benutzer(?:name)?|connexion|identifiants?|compte|utilisateur)[^\n:=]{0,30}[:=][ \t]{0,8}[^\s\/|]{1,320}[ \t]{0,8}(?:[\/|\u2013]|[ \t]-[ \t])[ \t]{0,8}(?!\/)([^\s][^\n]{0,200})`,
    // Without a colon only what is no word.
    dgiu`(?<![\p{L}\d])(?:log-?in|user(?:name)?|benutzer(?:name)?|account|konto|e?-?mail|identifiant|utilisateur|compte)[ \t]?[\/|+&-][ \t]?(?:pw|pwd|pass(?:wor[dt])?|kennwort|mdp|mot de passe)[ \t]{1,4}(?!(?:f[oü]r|of|von|at|bei|on|auf|an|to|mit|with|is|ist)[ ])[^\s\/|]{1,320}(?:[ \t]{0,4}[\/|\u2013][ \t]{0,4}|[ \t]{1,4})(?=[^\s\d]{0,63}\d)(?=[^\s\p{L}]{0,63}\p{L})(\S{6,200})`,
    dgimu`(?:^|(?:zugang|zugangsdaten|anmeldedaten|logindaten|log-?in|credentials?|account|konto|user|benutzer|connexion|identifiants?|compte|utilisateur)[^\n:=]{0,30}[:=])[ \t]{0,8}${mail}[ \t,;/|]{1,8}(?=\S{0,63}\d)(?=\S{0,63}\p{L})(?![^\s:]{1,40}:|\S{0,63}@|\d\d\d?\d?-)(\S{6,64})[ \t]{0,8}\r?$`,
    // Letters of both cases, digits, and a sign that words and addresses do not have within.
    /(?<![\w!#$§€*^~+&?%@./-])(?=[^\s"'<>]{0,63}[a-z])(?=[^\s"'<>]{0,63}[A-Z])(?=[^\s"'<>]{0,63}\d)(?=[\w%+?.-]{0,63}[!#$§€*^~])(?![^\s"'<>]{0,63}#EXT#)([\w!#$§€%*+?@^~.-]{8,64})(?![\w/@])/dg,
    // Seeds for one-time codes: Base32, in one piece or in groups of four.
    /(?<![\w/+=.-])(?=[A-Z]{0,64}[2-7])(?=[2-7]{0,64}[A-Z])[A-Z2-7]{16,128}(?![\w/+.-])/dg,
    /(?<![\w-])(?=(?:[a-z2-7]{4}[ -]){3})(?=[a-z2-7 -]{0,160}(?:[a-z][2-7]|[2-7][a-z]))(?:[a-z2-7]{4}[ -]){3,31}[a-z2-7]{4}(?![\w-])/dgi,
    /[\w~.-]{3}\d(?:Q~|Q%7E)[\w~.%-]{0,100}/dgi,
    /-----BEGIN [A-Z ]{0,30}PRIVATE KEY-----([^-]{1,20000})/dg,
  ],
  token: [
    // What a signed link holds, and a hash or a session in hexadecimal digits.
    /[?&;](?:amp;)?(?:sig|signature|x-(?:amz|goog)-(?:signature|credential|security-token)|token|hmac|ticket|key|jwt|auth|nonce|sid)=([^&\s"'<>#]{4,})/dgi,
    /(?<![\w-])(?=\d{0,127}[a-f])(?=[a-f]{0,127}\d)[\da-f]{32,128}(?![\w-])/dgi,
    // A header of cookies holds sessions and nothing else.
    /\b(?:set-)?cookie2?["']?[ \t]{0,4}[:=][ \t]{0,4}(?:"((?:[^"\\\n]|\\.){1,4000})"|'((?:[^'\\\n]|\\.){1,4000})'|((?:(?!AADSTS\d|(?<!\d)[45]\d\d[ -]\d\.\d)[^\n]){1,8000}))/dgi,
    // No word of a sentence, nor the next mechanism of a list.
    /\b(?:[Bb]earer|BEARER|[Bb]asic|BASIC|[Xx]oauth2|XOAUTH2|PLAIN|NTLM|[Nn]egotiate)\s{1,4}(?!realm=|error|OAUTHBEARER|CRAM-|SCRAM-|[A-Za-z]?[a-z]{1,20}(?:[-_][a-z]{1,20}){0,3}(?![\w+/~=-]))([\w+/.~=-]{8,})/dg,
    // A terminal or a mail breaks a token into lines that hold nothing else.
    /(?<![\w.~+/-])eyJ[\w.~+/=-]{8,}(?:\r?\n[ \t]{0,8}[\w.~+/=-]{8,}(?![^\r\n])){0,400}/dg,
    // One with blanks in it: its parts begin or end with a point, or are no word.
    /(?<![\w.~+/-])eyJ[\w-]{8,}(?:[ \t]{0,4}\.[ \t]{0,4}[\w-]{8,}|[ \t]{1,4}(?:eyJ|(?!AADSTS)(?=[A-Z\d_-]{0,40}[a-z])(?=[\w-]{0,40}\d)(?=[a-z\d_-]{0,40}[A-Z]))[\w-]{8,}){1,40}/dg,
    // Microsoft's opaque tokens and codes.
    /(?<![\w.~-])(?:[01]\.A(?=[A-Z\d])(?=[\w.-]{0,40}[a-z\d])[\w.-]{6,}|M\.[A-Z]\d{1,4}_[A-Z\d]{2,4}\.[\w!*.$-]{8,}|Ew[A-Z](?=[\w+/-]{0,40}\d)[\w+/=-]{20,}|(?:O|P)?AQABA[\w-]{10,})/dg,
    // What is that long in one piece is no word; a line of hyphens in a log has neither letters nor digits.
    /(?<![\w.~-])(?=[\w.~-]{80})(?=[^\d\s]{0,79}\d)(?=[^a-z\s]{0,79}[a-z])[\w.~-]+/dg,
    /^(?:334 )?(?=[^\d\n]{0,200}\d)([\w+/]{24,}={0,2})\r?$/dgm,
  ],
  code: [
    // Graph's own `code` is a word and is kept: a one-time code has digits and is long.
    /(?<![\w-])code["']?\s{0,4}(?:=|:|%3d)\s{0,4}["']?(?=[^\s"'&\d]{0,60}\d)([^\s"'&<>,;}]{20,})/dgi,
    // In an address it is a one-time code, however short, unless it is a word or a number.
    /[?&#]code=(?!(?:0x[\da-f]{1,16}|[\d.]{1,20}|[a-z_]{1,80}|AADSTS\d{1,9})(?:[\s"'&<>#]|$))([^\s"'&<>#]{4,})/dgi,
    // As a text message or a mail brings it: „Bestätigungscode 556677“, “739201 is your code”.
    /(?:verifi[ck]ations?|verifizierungs|security|sicherheits|bestätigungs|einmal|prüf|zugangs|anmelde|sms|otp|mfa|2fa|pass|one-?time|authenti\w{2,12}|login|microsoft|google|ihr|your|dein|votre)[ -]{0,2}(?:code|kode|passwort|kennwort|password|pin)(?!\p{L})[^\n\d]{0,40}(\d{3}[ -]?\d{3,5}|\d{4,8})(?!\d|\.\d)/dgiu,
    /(?<![\d.-])(?:[A-Z]-)?(\d{3}[ -]?\d{3}|\d{4,8}) (?:ist|is|lautet|als|as|est) [^\n]{0,40}(?:code|kode|passwor[td]|kennwort)(?!\p{L})/dgiu,
    /\b(?:enter the code|den Code|le code)\s{1,4}["'„]?(?!AADSTS\d)([A-Z\d]{6,12})\b/dg,
  ],
  mail: [
    /(?<![^\s@<>"'„“()[\]:;,=&?/%|])[^\s@<>"'„“()[\]:;,=&?/%|][^\s@<>"„“()[\]:;,=&?/%|]{0,319}(?:(?:@|%40)[\p{L}\d.-]{1,253}|=40[\p{L}][\p{L}\d-]{0,60}\.[\p{L}\d.-]{2,200})/dgiu,
  ],
  name: [
    // As Microsoft names an organisation and an app.
    dgi`(?:tenant|directory|organi[sz]ation|mandant(?:en)?|verzeichnis|locataire|annuaire|organisation)\s{0,4}['„“‚«]\s?(?!${guidPattern})([^'“”’»\n]{1,120})['“”’»]`,
    dgi`(?<=${guidPattern}['“”’]\s?)\(([^()\n]{1,120})\)`,
    /(?<![\p{L}\d])(\p{Lu}[\p{L}.'’-]{0,40}(?:,?[ ]\p{Lu}[\p{L}.'’-]{0,40}){1,3})(?=[ ]{0,2}(?:<|\[mailto:)[^<>@\s]{1,64}@)/dgu,
    /"([^"@\n]{2,80})"(?=[ ]{0,2}<[^<>@\s]{1,64}@)/dg,
    /(?<=\b(?:(?:user|tenant)?displayName|display_name|tenantName|companyName|givenName|surname|given_name|family_name|anzeigename|nom d['’]affichage)["']?[ \t]{0,20}[:=][ \t]{0,4}["']?)(?!["'\s])([^"'\n,;}]{1,100})/dgi,
  ],
  id: [dgi`(?<![\da-f])${guidPattern}(?![\da-f])`],
};
