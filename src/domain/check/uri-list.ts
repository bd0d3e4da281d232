/** Reads redirect URIs out of a list: lines, JSON, commas, or the portal's table with its platforms. */

import type { Platform } from '../guide.ts';
import type { SeenRedirect } from './registration.ts';

/** Microsoft allows 256; a paste with more is cut. */
const uriLimit = 1000;

/**
 * The portal's names of the platforms, German and English, and those of the manifest. Several stand for one thing.
 * @see https://learn.microsoft.com/entra/identity-platform/how-to-add-redirect-uri checked 2026-11-20 (facts/entra.md f)
 */
const platformNames: readonly (readonly [RegExp, Platform])[] = [
  [/single[- ]page|einzelseitenanwendung|\bspa\b/i, 'spa'],
  [
    /mobil\S{0,20} (?:und|and|&) desktop|public ?client|installedclient|öffentlicher client/i,
    'public-client',
  ],
  [/^\W*web(?:anwendung|app| application)?\W*$|\btype\W{1,5}web\b/i, 'web'],
];

function platformIn(text: string): Platform | undefined {
  return platformNames.find(([name]) => name.test(text))?.[1];
}

const schemeStart = /[a-z][a-z0-9+.-]{1,40}:\/\/|\burn:ietf:wg:oauth:|\bwww\./gi;
const marks = /[\s"'„“”‚‘’[\](){},;<>*•\p{Default_Ignorable_Code_Point}]/u;

/** Without the marks of a list at both ends. A slash or a bracket within stays. */
function bare(text: string): string {
  let start = 0;
  let end = text.length;
  while (start < end && marks.test(text.charAt(start))) start += 1;
  while (end > start && marks.test(text.charAt(end - 1))) end -= 1;
  return text.slice(start, end);
}

/** Where the URIs of a line begin; a `www.` within one is no beginning. */
function starts(line: string): readonly number[] {
  const found: number[] = [];
  for (const match of line.matchAll(schemeStart)) {
    const before = line.charAt(match.index - 1);
    const isInside = match[0].toLowerCase() === 'www.' && /[/.@\w-]/.test(before);
    if (!isInside && !/[=%]/.test(before)) found.push(match.index);
  }
  return found;
}

/**
 * A blank may belong to an address that was not encoded (CMX-06): only what stands between two addresses, in another
 * cell or behind a closing quotation mark is none of it.
 */
function uriAt(line: string, from: number, to: number): string {
  const piece = line.slice(from, to);
  const quote = line.charAt(from - 1);
  const closing = /["'„“‚‘«<]/.test(quote) ? piece.search(/["'“”’»>]/) : -1;
  if (closing >= 0) return bare(piece.slice(0, closing));
  const [cell = ''] = piece.split(/\t| {2,}|[,;](?=\s|$)/, 1);
  return bare(cell);
}

function urisIn(line: string): readonly { readonly uri: string; readonly rest: string }[] {
  const all = starts(line);
  return all.map((from, index) => {
    const end = all[index + 1] ?? line.length;
    const uri = uriAt(line, from, end);
    const before = index === 0 ? line.slice(0, from) : '';
    return { uri, rest: `${before} ${line.slice(from + uri.length, end)}` };
  });
}

/** A word of the table behind an address, with only one blank between. */
function withoutPlatform(uri: string): string {
  const blank = uri.search(/\s/);
  if (blank < 0) return uri;
  const behind = uri.slice(blank).trim();
  return platformIn(behind) === undefined || behind.includes('/') ? uri : uri.slice(0, blank);
}

/** Headings apply to the lines below them; what a line says of itself comes first. */
export function readUriList(text: string): readonly SeenRedirect[] {
  const found: SeenRedirect[] = [];
  let heading: Platform | undefined;
  for (const line of text.split(/\r\n|[\n\v\f\r\x85\u2028\u2029]/)) {
    const uris = urisIn(line);
    if (uris.length === 0) {
      heading = headingIn(line) ?? heading;
      continue;
    }
    // In one line of JSON several platforms may stand, each before its addresses.
    let own: Platform | undefined;
    for (const { uri: raw, rest } of uris) {
      const uri = withoutPlatform(raw);
      own = platformOf(`${rest} ${raw.slice(uri.length)}`) ?? own;
      if (uri !== '' && found.length < uriLimit) found.push({ uri, platform: own ?? heading });
    }
  }
  return found;
}

function headingIn(line: string): Platform | undefined {
  return line.length > 200 ? undefined : platformIn(line);
}

function platformOf(rest: string): Platform | undefined {
  return rest.length > 2000 ? undefined : platformIn(rest.trim());
}
