/** Reads whatever a reader has in front of them: errors, settings, values, tokens, in one text and all at once. */

import { checkSettings, type ChosenKind, type SettingsReport } from '../check/check-settings.ts';
import type { PasteKind } from '../check/paste-kinds.ts';
import type { KnownGuide } from '../check/expectation.ts';
import { readOverview } from '../check/overview-page.ts';
import { readTicket } from '../check/ticket.ts';
import { decode, topicsOf, type Decoded } from '../errors/decode.ts';
import type { Catalogue } from '../errors/catalogue.ts';
import { applicable } from '../guide/applicable.ts';
import type { Values } from '../guide/guide.ts';
import { coveredLines, holdsNamedSecret, type CoveredLine } from '../secrets/redact.ts';
import { holdsEntraSecret, holdsToken } from '../secrets/held-secrets.ts';
import { acceptedValues, explainLink, type ExplainedLink } from '../support/explain-link.ts';
import { readValue, type ReadingContext } from '../values/read-value.ts';

/** What a text is read with: the catalogue of errors, all guides by id, and what their addresses are made of. */
export interface Knowledge {
  readonly catalogue: Catalogue;
  readonly guides: Readonly<Record<string, KnownGuide>>;
  /** The codes of all languages. */
  readonly languages: readonly string[];
  /** The ids of a guide's pages that are no steps. */
  readonly pages: readonly string[];
}

/** A text, and what the page knows of its reader. */
export interface AskRequest {
  readonly text: string;
  /** The guide of the page. */
  readonly page?: string | undefined;
  /** The guide that the reader chose for this text. */
  readonly program?: string | undefined;
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
  /** The kinds of settings in it that cannot be compared before the reader chooses a guide. */
  readonly kindsWaiting: readonly PasteKind[];
  /** The values of the guide that it names, accepted by the guide's own rules. */
  readonly values: Values;
  /** The reader's own values, as far as the text is about them: what it is compared with. */
  readonly compared: Values;
  /** The link to a guide's page in it, with values or not. */
  readonly link?: ExplainedLink | undefined;
  /** The app's object ID, which nothing needs. */
  readonly objectId?: string | undefined;
  readonly holdsToken: boolean;
  readonly lines: PassableLines;
  /** Whether something in it looks like a secret. */
  readonly holdsSecret: boolean;
  /** Whether it looks like one, or its name says that it is one, such as „Kennwort:“. */
  readonly tellsSecret: boolean;
}

/** What a text has to look like to be searched for: one short line. */
const longestQuestion = 120;

/** Whether a text may be a question or a word to search for. */
export function isQuestion(text: string): boolean {
  const trimmed = text.trim();
  return trimmed !== '' && trimmed.length <= longestQuestion && !trimmed.includes('\n');
}

/**
 * The values to compare with: the reader's own. Those that a text names are not compared with the same text, and where it
 * names other IDs than the reader's, away from the guide, it is about somebody else's set-up.
 */
function comparedValues(own: Values, found: Values, isOnPage: boolean): Values {
  const isOther = Object.entries(found).some(([id, text]) => (own[id] ?? text) !== text);
  return isOther && !isOnPage ? {} : own;
}

/** What tickets are about: whoever names it beside an address tells of the address, and lists none. */
const ticketValues = ['tenantId', 'clientId', 'mailbox'] as const;

/**
 * The kinds of settings in a text. Errors are explained apart. Addresses are no list in a ticket, in an answer of
 * Microsoft's, and where none of them can be a program's.
 */
function kindsIn({ kinds, findings }: SettingsReport, isTold: boolean): readonly PasteKind[] {
  const isNone = findings.some(({ finding }) => finding.code === 'redirect-none-read');
  return kinds.filter((kind) => kind !== 'error' && !(kind === 'redirects' && (isTold || isNone)));
}

/** What an error names, where it is not the error itself that they are wrong. */
function namedInError({ details }: Decoded, topics: readonly string[]): Values {
  const of = (kind: 'app' | 'tenant') => details.find((detail) => detail.kind === kind)?.value;
  return {
    ...(!topics.includes('client-id') && { clientId: of('app') }),
    ...(!topics.includes('tenant') && { tenantId: of('tenant') }),
  };
}

/** What a word may be too, which is rather searched for. */
function isWord(kind: PasteKind): boolean {
  return kind === 'permissions' || kind === 'redirects';
}

const nothing: SettingsReport = { kind: 'unknown', kinds: [], findings: [] };

/** The settings in a text, compared with a guide. */
function settingsIn(
  text: string,
  known: KnownGuide | undefined,
  more: Pick<AskRequest, 'kind' | 'today'> & Pick<Asked, 'compared'> & Pick<Knowledge, 'catalogue'>,
): SettingsReport {
  if (!known) return nothing;
  const { kind, compared, today, catalogue } = more;
  const guide = applicable(known.guide, compared);
  const expected = { guide, values: compared, today, forms: known.forms, errors: catalogue };
  const report = checkSettings(text, expected, kind);
  const findings = report.findings.filter(({ finding }) => finding.code !== 'paste-is-error');
  return { ...report, findings };
}

/** The values that the guide accepts, in its order; without a guide, what tickets name. */
function accepted(values: Values, known: KnownGuide | undefined, context: ReadingContext): Values {
  if (!known)
    return Object.fromEntries(Object.entries(values).filter(([, text]) => text !== undefined));
  const read = known.guide.values.flatMap((value): readonly (readonly [string, string])[] => {
    const text = values[value.id];
    const reading = text === undefined ? undefined : readValue(value, text, context);
    return reading?.ok ? [[value.id, reading.value]] : [];
  });
  return Object.fromEntries(read);
}

/** Reads a text. Nothing of it is in the answer but `decoded.text`, its lines to pass on, and what was recognised. */
export function readAsked(
  { text, page, program, kind, own, today }: AskRequest,
  { catalogue, guides, languages, pages }: Knowledge,
): Asked {
  const all = Object.values(guides);
  const context = { today };
  const named = readTicket(
    text,
    all.map(({ guide }) => guide),
    context,
  );
  const link = explainLink(
    text,
    { guides: all.map(({ guide }) => guide), languages, pages },
    context,
  );
  const namedGuide = link?.guide ?? named.guide;
  const id = program ?? page ?? namedGuide;
  const known = id === undefined ? undefined : guides[id];
  const decoded = decode(text, catalogue);
  const ticket = known ? readTicket(text, [known.guide], context) : named;
  const topics = topicsOf(decoded, catalogue);
  const told = { ...namedInError(decoded, topics), ...ticket.values };
  const values = accepted({ ...told, ...(link && acceptedValues(link)) }, known, context);
  const compared = comparedValues(own[id ?? ''] ?? {}, values, id === page);
  const settings = settingsIn(text, known ?? all[0], { kind, compared, today, catalogue });
  const isToken = holdsToken(text);
  const isSecret = holdsEntraSecret(text);
  const isTold =
    isToken ||
    decoded.signedIn ||
    link !== undefined ||
    ticketValues.some((value) => values[value] !== undefined);
  const kinds = kind === undefined ? kindsIn(settings, isTold) : settings.kinds;
  const isSettings = kinds.length > 0 || kind !== undefined;
  return {
    decoded,
    lines: {
      withAddresses: coveredLines(decoded.text, { mail: false, ids: false }),
      without: coveredLines(decoded.text, { mail: true, ids: true }),
    },
    guide: id,
    otherGuide: namedGuide === id ? undefined : namedGuide,
    settings: known && isSettings ? { ...settings, kinds } : undefined,
    kindsWaiting: known ? [] : kinds.filter((each) => !(isQuestion(text) && isWord(each))),
    values,
    compared,
    link,
    objectId: readOverview(text).objectId,
    holdsSecret: isSecret,
    tellsSecret: isSecret || holdsNamedSecret(text),
    holdsToken: isToken,
  };
}
