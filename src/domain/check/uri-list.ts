/** Reads redirect URIs out of whatever holds them: a list, the portal's page, JSON, HTML, PowerShell, a mail. */

import type { Platform } from '../guide/guide.ts';
import { longerReadings, piecesBelow, type LongerReading } from './longer-readings.ts';
import { pastedLines } from './pasted-lines.ts';
import {
  platformIntroduced,
  platformKeyed,
  platformNamed,
  platformTyped,
  withWholeNames,
} from './platform-names.ts';
import type { SeenRedirect } from './registration.ts';
import { uriTokens, type UriToken } from './uri-tokens.ts';

/**
 * Why an address may be none that is registered: it stands in a sentence (`prose`), has no scheme (`bare`), is a
 * pattern (`pattern`), an address of Microsoft's own (`microsoft`), offered by the portal with a box (`offered`), or what
 * stands before it says that it is something else (`other`), or it stands below the end of a mail (`signature`). `cut` is
 * the rest of one that PowerShell has shortened.
 */
export type Doubt =
  'prose' | 'bare' | 'pattern' | 'microsoft' | 'offered' | 'other' | 'signature' | 'cut';

/** An address out of a text, and what else it may be. */
export interface ListedRedirect extends SeenRedirect {
  readonly doubt?: Doubt | undefined;
  /** The line that it stands in, from 0. */
  readonly line?: number;
  /** It may go on behind a blank, or in the next lines: only the expected addresses can tell. */
  readonly longer?: readonly LongerReading[];
  /** The longer reading that is likely though nothing expected tells so. */
  readonly likely?: LongerReading | undefined;
  /** Behind it there are more, which PowerShell has not printed. */
  readonly isLastShown?: boolean;
}

/** Microsoft allows 256; a paste with more is cut. */
const uriLimit = 1000;

/** What stands before an address of another kind, in the portal, in manifests and in mails. */
const otherLabel =
  /(?:log-?out|sign-?out|abmelde|home ?page|startseiten|sign-?in|anmelde|terms ?of ?service|nutzungsbedingungen|privacy ?statement|datenschutz\w{0,12}|marketing|support|logo|token|authori(?:ty|zation|sation|ze)|issuer|metadata|application ?id|anwendungs-?id|identifier)[ -]{0,2}(?:ur[il]s?|endpoint|endpunkt)(?![a-z])|@odata\.\w{1,20}|\bscopes?["'“”]?\s{0,4}[:=]/gi;
/** The portal's own copy of the addresses, with an index for each. */
const settingsLabel = /redirecturisettings/gi;
const redirectLabel =
  /(?:umleitungs|redirect|reply|antwort)[ -]{0,2}ur[il]s?(?!\w)|\burl["'“”]?\s{0,4}:/gi;

type Label = 'redirect' | 'other' | 'settings';

/** What every label holds. */
const anyLabel = /ur[il]|endp|@odata|scope/i;

/** How far from an address its label stands, and how long a line is that holds nothing else. */
const labelReach = 300;
const nameReach = 100;

/** The last label before an address. */
function labelIn(text: string): Label | undefined {
  const near = text.slice(-labelReach);
  if (!anyLabel.test(near)) return undefined;
  const last = (pattern: RegExp): number => [...near.matchAll(pattern)].at(-1)?.index ?? -1;
  const places: readonly (readonly [Label, number])[] = [
    ['redirect', last(redirectLabel)],
    ['other', last(otherLabel)],
    ['settings', last(settingsLabel)],
  ];
  const [best] = places.toSorted(([, a], [, b]) => b - a);
  return best && best[1] >= 0 ? best[0] : undefined;
}

/** Microsoft's help, portals, endpoints and scopes: no app of a customer is there. */
const microsoftsOwn: readonly RegExp[] = [
  /^https?:\/\/(?:learn|docs|support|go|admin|entra|graph|techcommunity)\.microsoft\.com(?:[/?#]|$)/i,
  /^https?:\/\/(?:aka\.ms|(?:aad\.)?portal\.azure\.com|outlook\.office(?:365)?\.com|[^/?#]{1,80}\.safelinks\.protection\.outlook\.com)(?:[/?#]|$)/i,
  /^https?:\/\/login\.microsoftonline\.com\/[^/?#]{1,80}\/(?:oauth2\/(?:v2\.0\/)?(?:authorize|token|devicecode|logout|deviceauth)|v2\.0|saml2|wsfed|federationmetadata)(?:[/?#]|$)/i,
  /^https?:\/\/schemas?\.[a-z]{1,30}\.(?:com|org)\//i,
  /^api:\/\//i,
];

/** What the portal offers below „Mobilgerät- und Desktopanwendungen“ with a box before it. */
const offered = /^https:\/\/login\.live\.com\/oauth20_desktop\.srf$|^msal[^\s/]{1,60}:\/\/auth$/i;

const example = /(?:\be\.\s?g\.|\bz\.\s?B\.|\bbeispiel|\bexample)[\s:.,„"']{0,6}$/i;

/** The place of a name that the reader should have filled in: `https://[NAME].example`. */
function isPattern(uri: string): boolean {
  return /[[{<][\p{L}][^\]}>]{0,60}[\]}>]/u.test(uri);
}

/** How a mail ends: a greeting in a short line, or the line above a signature. */
const greeting =
  /^(?:mfg|vg|lg|bg)(?![\p{L}\d])|(?<!\p{L})(?:gr(?:u|ü|ue)(?:ß|ss)(?:e|en)?|regards|sincerely)(?!\p{L})|^--$/iu;

function isClosing(line: string): boolean {
  return line.length <= 80 && !line.includes(':') && greeting.test(line);
}

/** A mail within a mail begins, which may hold a list of its own. */
const quotedMail =
  /^(?:von|from|gesendet|sent):\s|^-{2,10} ?(?:ursprüngl|original|weitergeleit|forwarded)|(?:schrieb|wrote)[^:]{0,99}:$/i;

const conjunctions = /^(?:und|and|oder|or|sowie|plus)$/i;

function wordsIn(text: string): readonly string[] {
  return (text.slice(0, labelReach).match(/[^\s"'„“(){}[\]<>|]+/g) ?? [])
    .filter((word) => /^\p{L}[\p{L}-]+[.,;:!?]?$/u.test(word))
    .filter((word) => !conjunctions.test(word));
}

/** A label ends with a colon; what has an option is a command. */
function isProse(before: string, behind: string): boolean {
  if (/[:=|>({["]$/.test(before.trimEnd()) || /\t *$| --?[a-z]/i.test(before)) return false;
  if (platformNamed(before) !== undefined) return false;
  const first = wordsIn(before.slice(-labelReach)).length;
  return first >= 3 || (first >= 1 && first + wordsIn(behind).length >= 4);
}

/** The text in cells, as columns, brackets and commas part it. */
function cellsOf(text: string): readonly string[] {
  return text.slice(0, labelReach).split(/\t| {2,}|[|,;()[\]{}<>–—]| - |:\s/);
}

/** The platform that is said behind an address: in the next cell, or in its last words. */
function platformBehind(text: string): Platform | undefined {
  const cells = cellsOf(text);
  const whole = cells.map(platformNamed).find((platform) => platform !== undefined);
  if (whole !== undefined) return whole;
  const words = (cells[0] ?? '').trim().split(/\s+/);
  return [1, 2, 3, 4]
    .map((count) => platformNamed(words.slice(-count).join(' ')))
    .find((platform) => platform !== undefined);
}

function platformBefore(text: string): Platform | undefined {
  const named = cellsOf(text.slice(-labelReach)).map(platformNamed);
  return platformKeyed(text) ?? named.findLast((platform) => platform !== undefined);
}

/** What a line without an address says of those below it. */
interface Heading {
  readonly platform: Platform | undefined;
  readonly label: Label | undefined;
}

interface Surroundings {
  /** From the address before it, or the beginning of the line. */
  readonly before: string;
  /** Up to the next address, or the end of the line. */
  readonly behind: string;
  /** The next lines, where no other address follows. */
  readonly below: readonly string[];
  readonly prose: boolean;
}

class UriListParser {
  readonly found: ListedRedirect[] = [];
  readonly #lines: readonly string[];
  #heading: Platform | undefined;
  #label: Label | undefined;
  /** The list is above, and a mail has ended. */
  #isClosed = false;
  /** What lines say, as they repeat. */
  readonly #headingsRead = new Map<string, Heading>();
  /** How many addresses stand before each heading; where headings stand below their addresses, one each. */
  readonly #headings: { readonly platform: Platform; readonly after: number }[] = [];

  constructor(lines: readonly string[]) {
    this.#lines = lines;
    for (const [at, line] of lines.entries()) this.#read(line, at);
  }

  #read(line: string, at: number): void {
    if (this.found.length >= uriLimit) return;
    const tokens = uriTokens(line);
    if (tokens.length === 0) this.#readHeading(line);
    else this.#readAddresses(line, at, tokens);
  }

  #readHeading(line: string): void {
    const typed = platformTyped(line);
    const last = this.found.at(-1);
    if (typed && last && last.platform === undefined) {
      this.found[this.found.length - 1] = { ...last, platform: typed.platform };
      return;
    }
    const heading = this.#headingsRead.get(line) ?? headingIn(line);
    this.#headingsRead.set(line, heading);
    const { platform, label } = heading;
    if (platform !== undefined) {
      this.#heading = platform;
      // More headings than addresses are no table.
      if (this.#headings.length <= this.found.length) {
        this.#headings.push({ platform, after: this.found.length });
      }
    }
    if (platform !== undefined || label !== undefined) this.#label = label;
    this.#close(line.slice(0, nameReach + 1).trim(), platform);
  }

  /** „Web:“ stands in signatures too. */
  #close(line: string, platform: Platform | undefined): void {
    if (isClosing(line)) {
      this.#isClosed = this.found.some(({ doubt }) => doubt === undefined);
    } else if (quotedMail.test(line) || (platform !== undefined && !/^web:$/i.test(line))) {
      this.#isClosed = false;
    }
  }

  #readAddresses(line: string, at: number, tokens: readonly UriToken[]): void {
    const shown = tokens.filter((token, index) => !isTargetOf(line, tokens[index - 1], token));
    const gaps = gapsIn(line, shown);
    const prose = isProse(gaps[0] ?? '', gaps.at(-1) ?? '');
    const said = platformsIn(gaps);
    for (const [index, token] of shown.entries()) {
      const [before = '', behind = ''] = gaps.slice(index, index + 2);
      const isLast = index === shown.length - 1;
      const below = isLast ? this.#lines.slice(at + 1, at + 1 + piecesBelow) : [];
      this.#add(token, said[index] ?? this.#heading, at, { before, behind, below, prose });
    }
    // What leads to no address of an app is a heading: `SPA: <safelinks …>`.
    const isLink = this.found
      .slice(-shown.length)
      .every(({ doubt }) => doubt === 'microsoft' || doubt === 'other');
    if (isLink) this.#heading = platformNamed(gaps[0] ?? '') ?? this.#heading;
  }

  #add(
    token: UriToken,
    platform: Platform | undefined,
    line: number,
    { before, behind, below, prose }: Surroundings,
  ): void {
    this.#label = labelIn(before) ?? this.#label;
    const doubt = this.#doubt(token, before, behind, prose);
    // A label is for one address, the portal's own copy for all up to the next label.
    if (this.#label === 'other') this.#label = undefined;
    const { longer, likely } = longerReadings(token, behind, below);
    this.found.push({
      uri: token.text,
      platform,
      doubt,
      line,
      longer,
      likely: doubt === 'prose' && likely?.lines === 0 ? undefined : likely,
      isLastShown: token.cut === 'behind',
    });
  }

  #doubt(token: UriToken, before: string, behind: string, prose: boolean): Doubt | undefined {
    const { text: uri, cut, isBare } = token;
    if (this.#label === 'other' || this.#label === 'settings') return 'other';
    if (example.test(before)) return 'other';
    if (isPattern(uri)) return 'pattern';
    if (microsoftsOwn.some((own) => own.test(uri))) {
      return prose || /\]\($|^<|\s<$/.test(before) ? 'other' : 'microsoft';
    }
    if (offered.test(uri) && /^\s{0,4}\(/.test(behind)) return 'offered';
    if (cut === 'inside') return 'cut';
    if (prose) return 'prose';
    if (isBare) return 'bare';
    return this.#isClosed ? 'signature' : undefined;
  }

  /** Each address with the heading below it, where a table was copied cell by cell. */
  list(): readonly ListedRedirect[] {
    const isBelow =
      this.#headings.length === this.found.length &&
      this.#headings.every(({ after }, index) => after === index + 1);
    if (!isBelow) return this.found;
    return this.found.map((one, index) => ({
      ...one,
      platform: this.#headings[index]?.platform ?? one.platform,
    }));
  }
}

/** A sentence that speaks of another address is no label. */
function headingIn(line: string): Heading {
  const isSentence = line.length > nameReach || wordsIn(line).length > 4;
  return {
    platform:
      platformNamed(line) ??
      platformKeyed(line.length > labelReach ? '' : line) ??
      platformIntroduced(line),
    label: isSentence ? undefined : labelIn(line),
  };
}

/** The texts before, between and behind addresses. */
function gapsIn(line: string, tokens: readonly UriToken[]): readonly string[] {
  const ends = [...tokens.map(({ from }) => from), line.length];
  return ends.map((end, index) => line.slice(tokens[index - 1]?.to ?? 0, end));
}

/** In an entry of the retired manifest the type stands on either side of its address. */
function typedBeside(before: string, behind: string, isFirst: boolean): Platform | undefined {
  const [ahead, after] = [platformTyped(before), platformTyped(behind)];
  if (ahead && (isFirst || before.lastIndexOf('}', ahead.at) >= 0)) return ahead.platform;
  const end = behind.indexOf('}');
  return after && (end < 0 || after.at < end) ? after.platform : undefined;
}

/** The platform of each address: as names stand before them, or behind them where none leads the line. */
function platformsIn(gaps: readonly string[]): readonly (Platform | undefined)[] {
  const [first = ''] = gaps;
  const isAhead =
    platformBefore(first) !== undefined && platformBehind(gaps.at(-1) ?? '') === undefined;
  let last: Platform | undefined;
  return gaps.slice(1).map((behind, index) => {
    const before = gaps[index] ?? '';
    last = (isAhead || index === 0 ? platformBefore(before) : platformKeyed(before)) ?? last;
    const own = isAhead ? undefined : platformBehind(behind);
    return typedBeside(before, behind, index === 0) ?? own ?? last;
  });
}

/**
 * Where a link's text is an address, what it leads to says nothing new: `[…](…)`, or `… <…>` in a mail. The text may
 * hold a blank.
 */
function isTargetOf(line: string, text: UriToken | undefined, target: UriToken): boolean {
  if (!text || line.charAt(text.from - 1) === '<') return false;
  const between = line.slice(text.to, target.from);
  if (between.length > labelReach) return false;
  const isMail = between.trim() === '<' || target.text.startsWith(text.text);
  return between.endsWith('<') ? isMail : /^[^[\]]{0,99}\]\(<?$/.test(between);
}

/**
 * Reads addresses with the platform that stands beside or above each. Headings apply to the lines below them; what a
 * line says of itself comes first. Addresses that are no redirect URI, or may be none, come with their `doubt`.
 */
export function readUriList(text: string): readonly ListedRedirect[] {
  return new UriListParser(withWholeNames(pastedLines(text))).list();
}
