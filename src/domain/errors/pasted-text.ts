/** What a pasted text says, however it comes: part of an address, JSON, source of a page, or cut out of a log. */

import { withWholeGuids, withWholeSecrets } from '../values/broken-values.ts';

/** Of longer texts only head and tail are read, this many characters of each, */
export const readAtEachEnd = 65_536;
/** and from what is between, this much around each code, of the first few codes. */
const readAround = 1000;
const mostAround = 20;
/** What a log repeats line by line must not take the place of what comes after it. */
const mostAlike = 3;

/** A pasted text made readable. */
export interface PastedText {
  /** Without invisible characters; all positions refer to it. */
  readonly text: string;
  /** Whether parts in the middle were left out. */
  readonly truncated: boolean;
}

const unseen = /[\0\p{Default_Ignorable_Code_Point}]/gu;

/** A word that is cut may be what is left of a secret that can no longer be recognised. */
const cutWord = { start: /^[^\s&"'<>,;]{1,200}/, end: /[^\s&"'<>,;]{1,200}$/ } as const;

/** What gives a message of Microsoft's sign-in, its mail servers, Graph or OAuth away. */
const answers =
  /AADSTS[\s:]{0,2}\d{3,9}|\b[45]\d\d[-: ,(b'"#]{1,8}[45]\.\d{1,3}\.\d{1,3}\b|\b5\.(?:7\.(?:139|57|60|54|64|30|3|233|70[58]|750)|2\.2[57]\d)\b(?!\.\d)|error_codes|error_description|sign-in error code|fehlercode für|anmeldefehlercode|code d['’]erreur de|(?:AUTHENTICATE|LOGIN) failed|LOGINDISABLED|-ERR [AL]|unknown user name|but not connected|unexpectedly disconnected|SendAsDenied|throttled due to|QuotaExceeded|quota exceeded|XOAUTH2 argument|enabled for consumers|Error(?:AccessDenied|InvalidUser|ItemNotFound)|Access to OData|Authorization_RequestDenied|InvalidAuthenticationToken|NoPermissionsInAccessToken|ApplicationThrottled|MailboxNotEnabled|ResourceNotFound|Punycode|invalid property|admin approval|genehmigung (?:ist )?erforderlich|approval required|wrong version number|TLS handshake|CommandNotFound|not recognized as|nicht als Name eines|Unrecognized authentication|(?:invalid|unauthorized|unsupported|consent|interaction)_[a-z]{5,13}/gi;

/** What gives a program's own message, or one of PowerShell or the portal, away. */
const complaints =
  /\b40[017]\b.{1,8}(?:Unauthorized|Bad Request|from proxy)|(?:resulted in a|status code) .?40[01]|\/\.default |getaddrinfo|ENOTFOUND|not (?:be )?resolved?|connection refused|ECONN|ETIMEDOUT|timed? ?out|certificate (?:problem|verify)|(?:issuer|Remote)[ -]?(?:certificate|Zertifikat)|PKIX|SSL\/TLS|handshake|STARTTLS|Expected JSON|Unexpected token|suitable wrapper|Command not implemented|-whitespace username|(?:no|worthy) mech|authentication data|Relay access denied|Exchange\.asmx|cannot (?:change|select) |password (?:is )?wrong|could not authenticate|EAUTH|valid with delegated|TenantGuid|StoreUnavailable|AccessTokenExpired|Command Argument Error|is throttled|scripts is disabled|von Skripts|module file|parameter name|couldn't be|must call the|write scope|type not allowed|start with .HTTPS|register applications|TokenVersion|OAuth state|invalid state|failed to refresh|user email|banned sending|recipients?\b|DMARC|userAudience|API version|admin consent/gi;

/** The places of answers; only where there is none, those of complaints, which any log has. */
function marksIn(middle: string): Iterable<RegExpMatchArray & { readonly index: number }> {
  return middle.search(answers) < 0 ? middle.matchAll(complaints) : middle.matchAll(answers);
}

/** What stands around the codes in the middle of a long text, in its order and each place once. */
function aroundCodes(middle: string): string {
  const parts: string[] = [];
  const alike = new Map<string, number>();
  let read = 0;
  for (const { 0: mark, index } of marksIn(middle)) {
    const count = alike.get(mark) ?? 0;
    if (index < read || count === mostAlike) continue;
    if (parts.length === mostAround) break;
    alike.set(mark, count + 1);
    const before = middle.slice(Math.max(read, index - readAround), index);
    const after = middle.slice(index, index + readAround);
    parts.push(before.replace(cutWord.start, '') + after.replace(cutWord.end, ''));
    read = index + readAround;
  }
  return parts.join('\n');
}

function ends(pasted: string): string {
  const head = pasted.slice(0, readAtEachEnd).replace(cutWord.end, '');
  const tail = pasted.slice(-readAtEachEnd).replace(cutWord.start, '');
  return [head, aroundCodes(pasted.slice(readAtEachEnd, -readAtEachEnd)), tail].join('\n');
}

/** Reads a pasted text. At most 174,000 characters of it are kept: head, tail, and what stands around codes between. */
export function readPasted(pasted: string): PastedText {
  const truncated = pasted.length > 2 * readAtEachEnd;
  const part = truncated ? ends(pasted) : pasted;
  const seen = part
    .replace(/\p{Surrogate}/gu, '\uFFFD')
    .replace(unseen, '')
    // As mail programs quote a line.
    .replace(/^(?:> ){1,5}/gm, '')
    .replace(/[\uFF01-\uFF5E]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0));
  return { text: withWholeSecrets(withWholeGuids(seen)), truncated };
}
