/** Finds redirect URIs in any text: a list, the portal's page, JSON, HTML, PowerShell, a mail. */

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
  isAbsent,
  isPattern,
  isClosing,
  quotedMail,
  wordsIn,
  isProse,
  type Label,
} from './uri-labels.ts';
import { uriTokens, type UriToken } from './uri-tokens.ts';

/**
 * Why an address may not be registered: it is in a sentence (`prose`), has no scheme (`bare`), contains a placeholder
 * (`pattern`), is one of Microsoft's own (`microsoft`) or one that the portal offers with a checkbox (`offered`), has a
 * label for something else (`other`), or is below the end of a mail (`signature`). `cut` is an address that PowerShell
 * has shortened.
 */
export type Doubt =
  'prose' | 'bare' | 'pattern' | 'microsoft' | 'offered' | 'other' | 'signature' | 'cut';

/** An address in a text, with any doubts about it. */
export interface ListedRedirect extends SeenRedirect {
  readonly doubt?: Doubt | undefined;
  /** Its line, counted from 0. */
  readonly line?: number;
  /** Whether it is (nearly) an expected address and was joined from several lines. */
  readonly isJoined?: boolean;
  /** A likely longer reading: it continues after a blank or on the next line. */
  readonly likely?: LongerReading | undefined;
  /** Whether PowerShell has omitted more addresses after it. */
  readonly isLastShown?: boolean;
}

/** The maximum number of addresses read; Microsoft allows 256. */
const uriLimit = 1000;

/** Splits a text into cells at columns, brackets and commas. */
function cellsOf(text: string): readonly string[] {
  return text.slice(0, labelReach).split(/\t| {2,}|[|,;()[\]{}<>–—]| - |:\s/);
}

/** The platform after an address: one of the cells, or the last words of the first cell. */
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

/** What a line without an address says about those below it. */
interface Heading {
  readonly platform: Platform | undefined;
  readonly label: Label | undefined;
}

interface Surroundings {
  /** The text from the previous address, or from the start of the line. */
  readonly before: string;
  /** The text up to the next address, or to the end of the line. */
  readonly after: string;
  /** The next line, if no other address follows on this one. */
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
  /** Whether a mail has ended after its list. */
  #isClosed = false;
  /** A cache, because lines repeat. */
  readonly #headingsRead = new Map<string, Heading>();
  /** The number of addresses before each heading, to recognise headings below their addresses. */
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
      // A table does not have more headings than addresses.
      if (this.#headings.length <= this.found.length) {
        this.#headings.push({ platform, after: this.found.length });
      }
    }
    if (platform !== undefined || label !== undefined) this.#label = label;
    this.#close(line.slice(0, nameReach + 1).trim(), platform);
  }

  /** Tracks whether a mail has ended. „Web:“ also appears in signatures, so it does not start a list. */
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
    // A line that links to no address of an app is a heading: `SPA: <safelinks …>`.
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
    // A label applies to one address; the portal's copy applies to all up to the next label.
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
    if (example.test(before) || isAbsent(before, after)) return 'other';
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

  /** The addresses; if a table was copied cell by cell, each takes the heading below it. */
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

/** Reads a heading. A sentence that mentions another address is not a label. */
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

/** The texts before, between and after addresses. */
function gapsIn(line: string, tokens: readonly UriToken[]): readonly string[] {
  const ends = [...tokens.map(({ from }) => from), line.length];
  return ends.map((end, index) => line.slice(tokens[index - 1]?.to ?? 0, end));
}

/** The type of an entry in the retired manifest format, on either side of its address. */
function typedBeside(before: string, after: string, isFirst: boolean): Platform | undefined {
  const [typeBefore, typeAfter] = [platformTyped(before), platformTyped(after)];
  if (typeBefore && (isFirst || before.lastIndexOf('}', typeBefore.at) >= 0))
    return typeBefore.platform;
  const end = after.indexOf('}');
  return typeAfter && (end < 0 || typeAfter.at < end) ? typeAfter.platform : undefined;
}

/** The platform of each address: by names before them, or after them if none starts the line. */
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
 * Whether an address is just the target of a link whose text is an address: `[…](…)`, or `… <…>` in a mail. The text may
 * contain a blank.
 */
function isTargetOf(line: string, text: UriToken | undefined, target: UriToken): boolean {
  if (!text || line.charAt(text.from - 1) === '<') return false;
  const between = line.slice(text.to, target.from);
  if (between.length > labelReach) return false;
  const isMail = between.trim() === '<' || target.text.startsWith(text.text);
  return between.endsWith('<') ? isMail : /^[^[\]]{0,99}\]\(<?$/.test(between);
}

/**
 * Reads addresses with their platforms, looking for the expected ones first. Headings apply to the lines below them; a
 * platform on the same line takes precedence. An address that may not be a redirect URI comes with its `doubt`.
 */
export function readUriList(
  lines: readonly PastedLine[],
  expected: readonly string[],
): readonly ListedRedirect[] {
  const known = new KnownAddresses(expected);
  return new UriListParser(known.joined(lines.map(({ text }) => text)), known).list();
}
