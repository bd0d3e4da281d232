/** Reads redirect URIs out of whatever holds them: a list, the portal's page, JSON, HTML, PowerShell, a mail. */

import type { Platform } from '../guide/guide.ts';
import { KnownAddresses, type JoinedLines } from './known-addresses.ts';
import { likelyReading, type LongerReading } from './likely-reading.ts';
import type { PastedLine } from './paste.ts';
import {
  platformIntroduced,
  platformKeyed,
  platformNamed,
  platformTyped,
  withWholeNames,
} from './platform-names.ts';
import type { SeenRedirect } from './registration.ts';
import {
  labelReach,
  nameReach,
  labelIn,
  microsoftsOwn,
  offered,
  example,
  isPattern,
  isClosing,
  quotedMail,
  wordsIn,
  isProse,
  type Label,
} from './uri-labels.ts';
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
  /** It is nearly one that is expected, and was joined out of several lines. */
  readonly isJoined?: boolean;
  /** The longer reading that is likely: it goes on behind a blank, or in the next line. */
  readonly likely?: LongerReading | undefined;
  /** Behind it there are more, which PowerShell has not printed. */
  readonly isLastShown?: boolean;
}

/** Microsoft allows 256; a paste with more is cut. */
const uriLimit = 1000;

/** The text in cells, as columns, brackets and commas part it. */
function cellsOf(text: string): readonly string[] {
  return text.slice(0, labelReach).split(/\t| {2,}|[|,;()[\]{}<>–—]| - |:\s/);
}

/** The platform that is said behind an address: in the next cell, or in its last words. */
function platformAfter(text: string): Platform | undefined {
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
  readonly after: string;
  /** The next line, where no other address follows. */
  readonly below: string;
  readonly prose: boolean;
}

class UriListParser {
  readonly found: ListedRedirect[] = [];
  readonly #lines: readonly string[];
  readonly #known: KnownAddresses;
  readonly #joined: JoinedLines['joined'];
  #heading: Platform | undefined;
  #label: Label | undefined;
  /** The list is above, and a mail has ended. */
  #isClosed = false;
  /** What lines say, as they repeat. */
  readonly #headingsRead = new Map<string, Heading>();
  /** How many addresses stand before each heading; where headings stand below their addresses, one each. */
  readonly #headings: { readonly platform: Platform; readonly after: number }[] = [];

  constructor({ lines, joined }: JoinedLines, known: KnownAddresses) {
    this.#lines = withWholeNames(lines);
    this.#joined = joined;
    this.#known = known;
    for (const [at, line] of this.#lines.entries()) this.#read(line, at);
  }

  #read(line: string, at: number): void {
    if (this.found.length >= uriLimit) return;
    const tokens = uriTokens(line, this.#known);
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
    const platforms = platformsIn(gaps);
    for (const [index, token] of shown.entries()) {
      const [before = '', after = ''] = gaps.slice(index, index + 2);
      const isLast = index === shown.length - 1;
      const below = isLast ? (this.#lines[at + 1] ?? '') : '';
      this.#add(token, platforms[index] ?? this.#heading, at, { before, after, below, prose });
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
    { before, after, below, prose }: Surroundings,
  ): void {
    this.#label = labelIn(before) ?? this.#label;
    const doubt = this.#doubt(token, before, after, prose);
    // A label is for one address, the portal's own copy for all up to the next label.
    if (this.#label === 'other') this.#label = undefined;
    const likely = token.isKnown ? undefined : likelyReading(token, after, below);
    this.found.push({
      uri: token.text,
      platform,
      doubt,
      line,
      likely: doubt === 'prose' && likely?.lines === 0 ? undefined : likely,
      isLastShown: token.cut === 'after',
      isJoined: token.isKnown === true && this.#joined.has(line),
    });
  }

  #doubt(token: UriToken, before: string, after: string, prose: boolean): Doubt | undefined {
    const { text: uri, cut, isBare } = token;
    if (this.#label === 'other' || this.#label === 'settings') return 'other';
    if (example.test(before)) return 'other';
    if (isPattern(uri)) return 'pattern';
    if (microsoftsOwn.some((own) => own.test(uri))) {
      return prose || /\]\($|^<|\s<$/.test(before) ? 'other' : 'microsoft';
    }
    if (offered.test(uri) && /^\s{0,4}\(/.test(after)) return 'offered';
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
function typedBeside(before: string, after: string, isFirst: boolean): Platform | undefined {
  const [typeBefore, typeAfter] = [platformTyped(before), platformTyped(after)];
  if (typeBefore && (isFirst || before.lastIndexOf('}', typeBefore.at) >= 0))
    return typeBefore.platform;
  const end = after.indexOf('}');
  return typeAfter && (end < 0 || typeAfter.at < end) ? typeAfter.platform : undefined;
}

/** The platform of each address: as names stand before them, or behind them where none leads the line. */
function platformsIn(gaps: readonly string[]): readonly (Platform | undefined)[] {
  const [first = ''] = gaps;
  const isAhead =
    platformBefore(first) !== undefined && platformAfter(gaps.at(-1) ?? '') === undefined;
  let last: Platform | undefined;
  return gaps.slice(1).map((after, index) => {
    const before = gaps[index] ?? '';
    last = (isAhead || index === 0 ? platformBefore(before) : platformKeyed(before)) ?? last;
    const own = isAhead ? undefined : platformAfter(after);
    return typedBeside(before, after, index === 0) ?? own ?? last;
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
 * Reads addresses with the platform that stands beside or above each, the expected ones first. Headings apply to the lines
 * below them; what a line says of itself comes first. What is no redirect URI, or may be none, comes with its `doubt`.
 */
export function readUriList(
  lines: readonly PastedLine[],
  expected: readonly string[],
): readonly ListedRedirect[] {
  const known = new KnownAddresses(expected);
  return new UriListParser(known.joined(lines.map(({ text }) => text)), known).list();
}
