/** Recognises the names of the portal's platforms in headings and cells, and as keys in JSON and commands. */

import type { Platform } from '../guide/guide.ts';

/**
 * The portal's names of the platforms in all languages, and those of the manifest, without filler words. A platform
 * has several names; iOS and Android addresses are registered as public clients.
 * @see https://learn.microsoft.com/entra/identity-platform/how-to-add-redirect-uri checked 2026-11-20
 */
const platformNames: readonly (readonly [RegExp, Platform])[] = [
  [/^web(?:app|apps|anwendung|anwendungen)?$/, 'web'],
  [
    /^(?:single page(?: ?web)?(?:anwendung|anwendungen)?|einzelseitenanwendung(?:en)?|monopage|(?:à )?page unique|spa)(?: spa)?$/,
    'spa',
  ],
  [
    /^(?:(?:public ?|öffentlicher )client )?mobil\S{0,12} desktop(?:anwendung|anwendungen|apps)?$/,
    'public-client',
  ],
  [/^(?:client public )?(?:mobiles? (?:de )?bureau|(?:de )?bureau mobiles?)$/, 'public-client'],
  [
    /^(?:public ?|öffentlicher |installed ?)client$|^client public$|^ios macos$|^android$/,
    'public-client',
  ],
];

/** „Umleitungs-URIs“ next to a platform's name, in all its spellings. */
const addressWord =
  /(?:(?:umleitungs|redirect|reply|antwort)[ -]{0,2}ur[il]s?|ur[il]s? de (?:redirection|réponse))(?![\p{L}\d])/gu;

/** Filler words next to a name: the portal's buttons, column heads, and optional parts of names. */
const besides: ReadonlySet<string> = new Set(
  'and und et native nativ natif app apps application applications anwendung anwendungen platform platforms plattform plattformen type typ quickstart schnellstart docs dokumente dokumentation delete edit remove löschen bearbeiten entfernen plateforme plateformes démarrage rapide supprimer modifier'.split(
    ' ',
  ),
);

/** Longer texts are sentences. */
const nameLimit = 90;
const anyName = /web|single|einzel|page|spa|mobil|client|ios|android/i;

/** A negated platform: „SPA (nicht Web)“, „SPA statt Web“, „nicht Web, sondern SPA“. */
const denied =
  /(?:[(,;–-]\s{0,3}(?:also |und |and |et )?(?:nicht|kein|not|no|pas|non)|\s(?:anstatt|statt|instead of|au lieu de))\s[^(),;]{1,40}\)?$|\b(?:nicht|kein|not|pas|non)\s[^(),;]{1,40}[,;]?\s(?:sondern|but|mais)\s/g;

function levelled(text: string): string {
  return text
    .normalize('NFC')
    .toLowerCase()
    .trim()
    .replace(denied, ' ')
    .replace(addressWord, ' ')
    .split(/[^\p{L}]+/u)
    .filter((word) => word !== '' && !besides.has(word))
    .join(' ');
}

/** The platform in a text that says nothing else: a heading, or a cell of a table. */
export function platformNamed(text: string): Platform | undefined {
  if (text.length > nameLimit || !anyName.test(text)) return undefined;
  const name = levelled(text);
  return platformNames.find(([pattern]) => pattern.test(name))?.[1];
}

/** The word before the name at the end of a sentence that introduces a list. */
const leading =
  /^(?:unter|bei|als|für|der|die|den|dem|under|at|as|for|the|sous|comme|pour|les?|la)$/i;

/** The platform at the end of a sentence above a list: „Eingetragen unter Single-Page-Webanwendung:“. */
export function platformIntroduced(line: string): Platform | undefined {
  const text = line.slice(-nameLimit).trim();
  if (!text.endsWith(':') || /\b(?:nicht|kein\w{0,2}|not|no|pas|non|aucune?)\b/i.test(text))
    return undefined;
  const words = text.split(/\s+/);
  return [1, 2, 3, 4, 5, 6]
    .filter((count) => leading.test(words.at(-1 - count) ?? ''))
    .map((count) => platformNamed(words.slice(-count).join(' ')))
    .find((platform) => platform !== undefined);
}

/** The start of a name at the end of a line, and its rest on the next line. */
const nameBegun =
  /(?:^|[\s|:;,>(["„“*#])(?:single(?:[ -]page(?:[ -]web)?)?|mobil\p{L}{0,8}(?:-? (?:und|and|&)(?: desktop)?|-)?|public|öffentlicher)[ -]?$/iu;
const nameEnd =
  /^(?:(?:page[ -])?(?:web[ -]?)?(?:anwendung(?:en)?|applications?|apps?)|page(?:[ -]web)?|web|(?:(?:und|and) )?desktop[ -]?(?:anwendungen|applications|apps)?|client)-?(?![\p{L}\d/@_.]|:\/)/iu;

/** In French a name begins with what other languages end with. */
const frenchBegun =
  /(?:^|[\s|:;,>(["«*#])applications?(?: (?:à(?: page)?|de(?: bureau(?: et)?)?|mobiles(?: et(?: de)?)?))?$/iu;
const frenchEnd =
  /^(?:monopage|(?:(?:à )?page )?unique|(?:(?:et )?de )?bureau(?: et mobiles)?|(?:et )?mobiles(?: et de bureau)?)(?![\p{L}\d/@_.])/iu;

function endsWithHyphen(line: string): boolean {
  return /[-‐‑]$/.test(line);
}

/** The rest of a name on the next line; „Web“ alone is a name of its own, except after a hyphen. */
function restOfName(line: string, next: string): string | undefined {
  if (frenchBegun.test(line.slice(-nameLimit))) {
    const [rest] = frenchEnd.exec(next.slice(0, nameLimit)) ?? [];
    if (rest !== undefined) return rest;
  }
  if (!nameBegun.test(line.slice(-nameLimit).replace(/[‐‑]/g, '-'))) return undefined;
  const [rest] = nameEnd.exec(next.slice(0, nameLimit)) ?? [];
  return rest === 'Web' && !endsWithHyphen(line) ? undefined : rest;
}

/** Rejoins names that a narrow column has broken over lines; line numbers stay the same. */
export function withWholeNames(lines: readonly string[]): readonly string[] {
  const whole = [...lines];
  for (let at = 0; at < lines.length - 1; at += 1) {
    for (let below = at + 1; below < lines.length; below += 1) {
      const line = (whole[at] ?? '').replace(/[\s\u00AD\u200B]{1,9}$/, '');
      const next = (whole[below] ?? '').trimStart();
      if (next === '' && below === at + 1 && endsWithHyphen(line)) continue;
      const rest = restOfName(line, next);
      if (rest === undefined) break;
      whole[at] = line + (endsWithHyphen(line) ? '' : ' ') + rest;
      whole[below] = next.slice(rest.length);
      if (whole[below] !== '') break;
    }
  }
  return whole;
}

const keys: Readonly<Record<string, Platform>> = {
  web: 'web',
  spa: 'spa',
  publicclient: 'public-client',
  installedclient: 'public-client',
};

/** How much of a text is searched for a key, which is close to its address. */
const keyReach = 2000;

const key = '(web|spa|publicclient)';
const keyed = new RegExp(
  `\\b${key}(?:["'“”]?\\s{0,30}[:=]|\\.redirecturis\\b)|(?:\\)\\.|\\$\\w{1,40}\\.|-expand\\w{0,10} |--query ["']?)${key}\\b`,
  'gi',
);

/** The last platform in a text that is a key: `"spa": {`, `Web :`, `web.redirectUris`, `(…).Spa | Format-List`. */
export function platformKeyed(text: string): Platform | undefined {
  if (!anyName.test(text)) return undefined;
  const [, one, other = ''] = [...text.slice(-keyReach).matchAll(keyed)].at(-1) ?? [];
  return keys[(one ?? other).toLowerCase()];
}

/** The type of an entry in the retired manifest format, `"type": "Spa"`, and its position in the text. */
export function platformTyped(
  text: string,
): { readonly platform: Platform; readonly at: number } | undefined {
  const found = /\btype["'“”]?\s{0,4}[:=]\s{0,4}["'“”„]?(web|spa|installedclient)\b/i.exec(
    text.slice(0, keyReach),
  );
  const platform = keys[found?.[1]?.toLowerCase() ?? ''];
  return found && platform ? { platform, at: found.index } : undefined;
}
