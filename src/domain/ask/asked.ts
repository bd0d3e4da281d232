/** Reads whatever a reader has in front of them: errors, settings, values, tokens, in one text and all at once. */

import { checkSettings, type ChosenKind, type SettingsReport } from '../check/check-settings.ts';
import type { KnownGuide } from '../check/expectation.ts';
import { readOverview } from '../check/overview-page.ts';
import { readTicket } from '../check/ticket.ts';
import { decode, type Decoded } from '../errors/decode.ts';
import type { Catalogue } from '../errors/catalogue.ts';
import { applicable } from '../guide/applicable.ts';
import type { Values } from '../guide/guide.ts';
import { coveredLines, type CoveredLine } from '../secrets/redact.ts';
import { mayHoldSecret } from '../secrets/secret-shape.ts';
import { tokenIn } from '../sign-in/jwt.ts';

/** What a text is read with: the catalogue of errors, and all guides by id. */
export interface Knowledge {
  readonly catalogue: Catalogue;
  readonly guides: Readonly<Record<string, KnownGuide>>;
}

/** A text, and what the page knows of its reader. */
export interface AskRequest {
  readonly text: string;
  /** The guide of the page, or the one that the reader chose. */
  readonly guide?: string | undefined;
  /** What the reader says that it is. */
  readonly kind?: ChosenKind | undefined;
  /** The reader's own values by guide. */
  readonly own: Readonly<Record<string, Values>>;
  /** `YYYY-MM-DD`. */
  readonly today: string;
}

/** The lines of a text as they may be passed on, with the organisation's IDs and addresses and without. */
export interface PassableLines {
  readonly withAddresses: readonly CoveredLine[];
  readonly without: readonly CoveredLine[];
}

/** What a text says. */
export interface Asked {
  readonly decoded: Decoded;
  /** The guide that it is about: the given one, or the only one that it names. */
  readonly guide?: string | undefined;
  /** The guide that it names, if it is another one than the given. */
  readonly otherGuide?: string | undefined;
  /** The settings in it, compared with the guide; undefined where there are none. */
  readonly settings?: SettingsReport | undefined;
  /** Whether settings are in it that cannot be compared before the reader chooses a guide. */
  readonly needsGuide: boolean;
  /** The values of the guide that it names, accepted by the guide's own rules. */
  readonly values: Values;
  /** The values that settings and addresses are compared with: the reader's own, and those of the text. */
  readonly compared: Values;
  /** The app's object ID, which nothing needs. */
  readonly objectId?: string | undefined;
  readonly holdsToken: boolean;
  readonly lines: PassableLines;
  /** Whether something in it looks like a secret. */
  readonly holdsSecret: boolean;
}

/** What a text has to look like to be searched for: one short line. */
const longestQuestion = 120;

/** Whether a text may be a question or a word to search for. */
export function isQuestion(text: string): boolean {
  const trimmed = text.trim();
  return trimmed !== '' && trimmed.length <= longestQuestion && !trimmed.includes('\n');
}

/** The values to compare with: the reader's own, unless the text is plainly about somebody else's. */
function comparedValues(own: Values, found: Values): Values {
  const isOther = Object.entries(found).some(([id, text]) => (own[id] ?? text) !== text);
  return isOther ? found : { ...own, ...found };
}

/** Errors and plain texts are no settings; neither is an address in a sentence that is about values. */
function isTelling({ kinds }: SettingsReport, hasValues: boolean, isChosen: boolean): boolean {
  if (isChosen) return true;
  return kinds.some((kind) => kind !== 'error' && !(kind === 'redirects' && hasValues));
}

/** Reads a text. Nothing of it is in the answer but `decoded.text` and what was recognised. */
export function readAsked(
  { text, guide: given, kind, own, today }: AskRequest,
  { catalogue, guides }: Knowledge,
): Asked {
  const all = Object.values(guides);
  const named = readTicket(
    text,
    all.map((each) => each.guide),
    { today },
  );
  const guide = given ?? named.guide;
  const known = guide === undefined ? undefined : guides[guide];
  const ticket = known ? readTicket(text, [known.guide], { today }) : named;
  const { objectId } = readOverview(text);
  const [any] = all;
  const values = comparedValues(own[guide ?? ''] ?? {}, ticket.values);
  const compare = (against: KnownGuide): SettingsReport => {
    const branch = applicable(against.guide, values);
    return checkSettings(
      text,
      { guide: branch, values, today, forms: against.forms, errors: catalogue },
      kind,
    );
  };
  const compared = known ?? any;
  const report = compared && compare(compared);
  const hasValues = Object.keys(ticket.values).length > 0 || objectId !== undefined;
  const isSettings = report !== undefined && isTelling(report, hasValues, kind !== undefined);
  const decoded = decode(text, catalogue);
  return {
    decoded,
    lines: {
      withAddresses: coveredLines(decoded.text, { mail: false, ids: false }),
      without: coveredLines(decoded.text, { mail: true, ids: true }),
    },
    guide,
    otherGuide: named.guide === guide ? undefined : named.guide,
    settings: known && isSettings ? report : undefined,
    needsGuide: !known && isSettings,
    values: ticket.values,
    compared: values,
    objectId,
    holdsSecret: mayHoldSecret(text),
    holdsToken: ['claims', 'encrypted', 'broken'].includes(tokenIn(text).kind),
  };
}
