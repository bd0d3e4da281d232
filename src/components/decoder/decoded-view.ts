/** How the decoder shows what it has found. Everything is text: nothing of what was pasted becomes markup. */

import type { Catalogue, CatalogueEntry } from '../../domain/errors/catalogue.ts';
import { lookUpAddress, numberOf } from '../../domain/errors/catalogue.ts';
import type { Decoded, DecodedFinding } from '../../domain/errors/decode.ts';
import { oauthErrors } from '../../domain/errors/oauth-errors.ts';
import { shownAddress } from '../../domain/registration/address-parts.ts';
import type { Finding } from '../../domain/compare/findings.ts';
import type { MarkedPiece } from '../../domain/compare/marked-text.ts';
import type {
  RedirectComparison,
  RedirectDifference,
} from '../../domain/compare/redirect-difference.ts';
import type { ErrorChunk } from '../../i18n/error-chunk.ts';
import type { Say } from '../../i18n/words.ts';
import { markedPieces } from '../detail-rows.ts';
import { make, showLines } from '../dom.ts';

/** What the view needs besides the findings. */
export interface ViewContext {
  readonly chunk: ErrorChunk;
  readonly catalogue: Catalogue;
  readonly say: Say;
  /** Below which address each error has its page. */
  readonly pages: string;
  /** The links to the steps that fix one of these topics. */
  readonly stepsFor: (topics: readonly string[]) => Node;
}

function link(href: string, text: string): HTMLElement {
  return make('p', {}, make('a', { href }, text));
}

function lookUp(number: string | undefined, { say }: ViewContext): readonly Node[] {
  if (number === undefined) return [];
  const text = say('errors.look-up', { code: `AADSTS${number}` });
  return [make('p', {}, make('a', { href: lookUpAddress(number), rel: 'noreferrer' }, text))];
}

function steps(topics: readonly string[], { say, stepsFor }: ViewContext): readonly Node[] {
  if (topics.length === 0) return [make('p', { class: 'quiet' }, say('errors.no-step'))];
  return [make('p', { class: 'quiet' }, say('errors.steps')), stepsFor(topics)];
}

function knownView(entry: CatalogueEntry, context: ViewContext): HTMLElement {
  const { chunk, say, pages } = context;
  const words = chunk.words[entry.id];
  const lang = words?.lang;
  const term = (name: string, text: string, textLang?: string): readonly Node[] => [
    make('dt', {}, name),
    make('dd', { lang: textLang }, text),
  ];
  return make(
    'article',
    { 'data-lotse-finding': entry.id },
    make('h3', { lang }, words?.title ?? entry.code),
    make(
      'p',
      { class: 'kicker' },
      make('code', {}, entry.code),
      ` · ${say(`certainty.${entry.certainty}`)}`,
    ),
    make('p', { lang }, words?.cause ?? ''),
    make(
      'dl',
      {},
      ...term(say('errors.verify'), words?.verify ?? '', lang),
      ...term(say('errors.fix'), words?.fix ?? '', lang),
      ...term(say('errors.role'), say(`role.${entry.role}`)),
    ),
    ...steps(entry.topics, context),
    link(`${pages}${entry.id}/`, say('errors.page', { code: entry.code })),
    ...lookUp(numberOf(entry), context),
  );
}

function unknownView(
  { number, guesses }: Extract<DecodedFinding, { kind: 'unknown' }>,
  context: ViewContext,
): HTMLElement {
  const { chunk, catalogue, say, pages } = context;
  const code = `AADSTS${number}`;
  const list = guesses.flatMap((id) => {
    const entry = catalogue.entries.find((each) => each.id === id);
    if (!entry) return [];
    const words = chunk.words[id];
    const text = make('span', { lang: words?.lang }, words?.title ?? '');
    return [make('li', {}, make('a', { href: `${pages}${id}/` }, `${entry.code} `, text))];
  });
  return make(
    'article',
    { 'data-lotse-finding': 'unknown' },
    make('h3', {}, say('decoder.unknown', { code })),
    ...(list.length === 0
      ? [make('p', {}, say('decoder.unknown-advice'))]
      : [
          make('p', {}, say('decoder.guess')),
          make('ul', {}, ...list),
          make('p', {}, say('decoder.unknown-other')),
        ]),
    ...lookUp(number, context),
  );
}

/** A mail server's answer says in its own words what is wrong. */
function statusView(status: string, { say }: ViewContext): HTMLElement {
  return make(
    'article',
    { 'data-lotse-finding': 'status' },
    make('h3', {}, say('decoder.unknown', { code: status })),
    make('p', {}, say('decoder.status-advice')),
  );
}

function findingView(finding: DecodedFinding, context: ViewContext): readonly HTMLElement[] {
  if (finding.kind === 'unknown') return [unknownView(finding, context)];
  if (finding.kind === 'status') return [statusView(finding.status, context)];
  if (finding.kind === 'known') {
    const entry = context.catalogue.entries.find(({ id }) => id === finding.id);
    return entry ? [knownView(entry, context)] : [];
  }
  return [
    make(
      'article',
      { 'data-lotse-finding': 'oauth' },
      make('h3', {}, make('code', {}, finding.error)),
      make('p', {}, context.say(`oauth.${finding.error}`, {})),
      ...steps(oauthErrors[finding.error], context),
    ),
  ];
}

function nothing({
  truncated,
  signedIn,
}: Decoded): 'decoder.signed-in' | 'decoder.nothing-read' | 'decoder.nothing' {
  if (signedIn) return 'decoder.signed-in';
  return truncated ? 'decoder.nothing-read' : 'decoder.nothing';
}

/** The questions for readers without a code: on this page or on that of all errors. */
function questions({ pages }: ViewContext): string {
  return document.getElementById('symptoms') ? '#symptoms' : `${pages}#symptoms`;
}

/** All findings, or a sentence saying that there are none. */
export function findingsView(decoded: Decoded, context: ViewContext): readonly HTMLElement[] {
  const { say } = context;
  const { findings, truncated } = decoded;
  const count = findings.length;
  return [
    ...(truncated ? [make('p', { class: 'odd' }, say('decoder.truncated'))] : []),
    make('p', {}, count === 0 ? say(nothing(decoded)) : say('decoder.found', { count })),
    ...(count === 0 && !decoded.signedIn
      ? [link(questions(context), say('decoder.without-code'))]
      : []),
    ...findings.flatMap((finding) => findingView(finding, context)),
  ];
}

/** What the findings are, in one line for screen readers. */
export function findingsLine(decoded: Decoded, { chunk, say }: ViewContext): string {
  const { findings } = decoded;
  const titles = findings.map((finding) => {
    if (finding.kind === 'known') return chunk.words[finding.id]?.title ?? finding.id;
    if (finding.kind === 'oauth') return say(`oauth.${finding.error}`, {});
    if (finding.kind === 'status') return say('decoder.unknown', { code: finding.status });
    return say('decoder.unknown', { code: `AADSTS${finding.number}` });
  });
  if (titles.length === 0) return say(nothing(decoded));
  return [say('decoder.found', { count: titles.length }), ...titles].join(' ');
}

function markedLine(text: string, pieces: readonly MarkedPiece[]): HTMLElement {
  return make('p', {}, `${text} `, make('code', {}, ...markedPieces(pieces)));
}

function differenceList(all: readonly RedirectDifference[], say: Say): HTMLElement {
  const list = make('ul', { class: 'findings' });
  const lines = all.map(({ code, ...details }) => ({
    text: say(`redirect-difference.${code}`, details),
    severity: 'wrong' as const,
  }));
  showLines(list, lines);
  return list;
}

/** What is known of the address that was sent: how it differs from the guide's, and which side has to change. */
export function redirectView(
  sent: string,
  comparison: RedirectComparison | undefined,
  advice: readonly Finding[],
  { say }: ViewContext,
): HTMLElement {
  const pieces = comparison?.marked.sent ?? [{ text: shownAddress(sent), differs: false }];
  const differences = comparison?.differences ?? [];
  return make(
    'article',
    { 'data-lotse-redirect': '' },
    make('h3', {}, say('decoder.redirect')),
    markedLine(say('decoder.redirect-sent'), pieces),
    ...(comparison && differences.length > 0
      ? [
          markedLine(say('decoder.redirect-expected'), comparison.marked.nearest),
          differenceList(differences, say),
        ]
      : []),
    ...advice.map(({ code, ...details }) => make('p', {}, say(`findings.${code}`, details))),
  );
}
