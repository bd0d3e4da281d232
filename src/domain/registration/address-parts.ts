/** The parts of an address as it is written, and how it is shown. `URL` would repair what differs. */

/** The names of the parts, in the order in which they stand: joined in it, the parts are the text. */
export const addressPartNames = [
  /** With its slashes, also mistyped. */
  'scheme',
  /** User name and password, with the `@` after them. */
  'user',
  'host',
  'port',
  'path',
  'query',
  'fragment',
] as const;

/** The parts by their names; empty where an address lacks one. */
export type AddressParts = Readonly<Record<(typeof addressPartNames)[number], string>>;

/** Cuts at the first of these characters: what is before, and the rest with it. */
function cutAt(text: string, characters: RegExp): readonly [string, string] {
  const at = text.search(characters);
  return at < 0 ? [text, ''] : [text.slice(0, at), text.slice(at)];
}

/** With its slashes, also mistyped: twice, without colon, with one slash. Digits after the colon are a port. */
const schemePart =
  /^(?:https?:\/\/https?:?\/\/|https?\/\/|[a-z][a-z0-9+.-]{0,80}:(?:\/{1,2}|(?!\d)))/i;

/**
 * What stands before the server's name. A password may hold the signs that would end it, and a text may break off
 * within it: what follows a colon and is no port belongs to it, and after a name without a dot also what looks like one.
 */
const userPart = new RegExp(
  [
    String.raw`^(?:[^/?#\\:@]{0,2000}@)?`,
    String.raw`(?:(?!localhost:)[^/?#\\:@[.]{1,2000}:.{0,2000}(?:@|%40)`,
    String.raw`|[^/?#\\:@[]{1,2000}:(?!\d{1,5}(?:[/?#\\]|$)|$)(?:.{0,2000}(?:@|%40)|.{0,2000}$))?`,
  ].join(''),
  'is',
);

/** The parts of an address, as written. */
export function addressParts(uri: string): AddressParts {
  const [scheme = ''] = schemePart.exec(uri) ?? [];
  const rest = uri.slice(scheme.length);
  const [user = ''] = scheme.endsWith('//') ? (userPart.exec(rest) ?? []) : [];
  const [beforeFragment, fragment] = cutAt(rest.slice(user.length), /#/);
  const [beforeQuery, query] = cutAt(beforeFragment, /\?/);
  const [authority, path] = cutAt(beforeQuery, /[/\\]/);
  const [host, port] = cutAt(authority, /:\d{0,5}$/);
  return { scheme, user, host, port, path, query, fragment };
}

/** Blanks as they are written in addresses: `%20`, encoded once more, `+`, or as they are. */
export function sameEncoding(path: string): string {
  return path
    .replace(/%(?:25){1,3}(?=[\da-f]{2})/gi, '%')
    .replace(/%20|%c2%a0|[+ \u00A0]/gi, ' ')
    .replace(/%([\da-f]{2})/gi, (_, hex: string) => `%${hex.toLowerCase()}`);
}

/** An address with an ellipsis in place of user name and password: they are never shown, only that they are there. */
export function withoutUser(uri: string): string {
  const { scheme, user } = addressParts(uri);
  return user === '' ? uri : `${scheme}…@${uri.slice(scheme.length + user.length)}`;
}

/**
 * An address that a message names, as it may be shown: without user name and password, and with an ellipsis for what stands
 * after `?` or `#`, unless the `known` address beside it has the same.
 */
export function shownAddress(uri: string, known = ''): string {
  const bare = withoutUser(uri);
  const { query, fragment } = addressParts(bare);
  const expected = addressParts(known);
  const after = (part: string, same: string): string =>
    part.length < 2 || part === same ? part : `${part.charAt(0)}…`;
  return (
    bare.slice(0, bare.length - query.length - fragment.length) +
    after(query, expected.query) +
    after(fragment, expected.fragment)
  );
}
