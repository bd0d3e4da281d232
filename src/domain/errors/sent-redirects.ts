/** The redirect URIs that an error text or an address says were sent. */

import { addressParts, withoutUser } from '../registration/address-parts.ts';
import { redact } from '../secrets/redact.ts';
import { percentDecoded } from '../text/encodings.ts';

/** `redirect_uri=…` of an address or a form, or of JSON. */
const parameter = /\bredirect_?uri["']?\s{0,4}[=:]\s{0,4}["']?([^\s"'&<>]{1,2000})/gi;
/** The sentence of AADSTS50011 and its kin, in the languages of Microsoft's page, with any kind of quotation marks. */
const sentence =
  /(?:(?:redirect|reply|umleitungs|antwort)[ _-]{0,2}(?:ur[il]|adresse|address)|(?:ur[il]|adresse)\sde\s(?:redirection|réponse))[^\n'"„“‚‘«»:]{0,40}["'„“‚‘«»]\s?([a-z][a-z0-9+.-]{0,80}:[^'"“”‘’«»\n]{1,2000})["'“”‘’«»]/gi;

/** The older AADSTS50011 and AADSTS500112: what is asked for the token, and what was asked for the code. */
const twoAddresses =
  /(?:reply|redirect|antwort|umleitungs)[ -]?(?:address|ur[il]|adresse)[^\n'"„“‚‘]{0,40}["'„“‚‘]([a-z][a-z0-9+.-]{0,80}:[^'"“”‘’\n]{0,2000})["'“”‘’][^\n'"„“‚‘]{1,120}["'„“‚‘]([a-z][a-z0-9+.-]{0,80}:[^'"“”‘’\n]{0,2000})["'“”‘’][^\n]{0,60}(?:requesting|anforder|abruf)/i;

/** Two redirect URIs that one program sent: to be compared, and shown by `shownAddress`. */
export interface Contradiction {
  /** When it asked for the one-time code. */
  readonly authorization: string;
  /** When it asked for the token. */
  readonly token: string;
}

function decoded(text: string): string {
  return /^[a-z][a-z0-9+.-]{0,80}%3a/i.test(text) ? percentDecoded(text) : text;
}

/** Nothing of a user name or a password, nor of what looks like a secret in the path. */
function withoutSecrets(uri: string): string {
  const bare = withoutUser(uri);
  const { path, query, fragment } = addressParts(bare);
  const safe = redact(path, { mail: false, ids: false }).map((piece) =>
    piece.kind === 'plain' ? piece.text : '…',
  );
  const before = bare.length - path.length - query.length - fragment.length;
  return bare.slice(0, before) + safe.join('') + query + fragment;
}

/**
 * The redirect URIs that a text says were sent, each once, without user name and password. Those that look encoded as a
 * parameter are decoded once; `%20` of the address itself stays (CMX-06). Query and fragment are for comparing only.
 */
export function sentRedirects(text: string): readonly string[] {
  const found = [...text.matchAll(sentence), ...text.matchAll(parameter)]
    .toSorted((a, b) => a.index - b.index)
    .map(([, uri = '']) => decoded(uri.trim()))
    .filter((uri) => /^[a-z][a-z0-9+.-]{0,80}:/i.test(uri))
    .slice(0, 20)
    .map(withoutSecrets);
  return [...new Set(found)];
}

/** The two addresses of a message that says that a program has sent different ones, without user name and password. */
export function contradiction(text: string): Contradiction | undefined {
  const [, token, authorization] = twoAddresses.exec(text) ?? [];
  if (token === undefined || authorization === undefined || token === authorization)
    return undefined;
  return { authorization: withoutSecrets(authorization), token: withoutSecrets(token) };
}
