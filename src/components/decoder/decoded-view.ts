/** How the decoder shows what it has found. Everything is text: nothing of what was pasted becomes markup. */

import type { Catalogue, CatalogueEntry } from '../../domain/errors/catalogue.ts';
import { lookUpAddress, numberOf } from '../../domain/errors/catalogue.ts';
import type { Decoded, DecodedFinding } from '../../domain/errors/decode.ts';
import { statusMatter } from '../../domain/errors/mail-statuses.ts';
import { oauthErrors } from '../../domain/errors/oauth-errors.ts';
import type { Contradiction } from '../../domain/errors/sent-redirects.ts';
import { shownAddress } from '../../domain/registration/address-parts.ts';
import type { Finding } from '../../domain/compare/findings.ts';
import type { MarkedPiece } from '../../domain/compare/marked-text.ts';
import {
  compareRedirect,
  type RedirectComparison,
  type RedirectDifference,
} from '../../domain/compare/redirect-difference.ts';
import type { ErrorChunk } from '../../i18n/error-chunk.ts';
import type { Say } from '../../i18n/words.ts';
import { markedPieces } from '../detail-rows.ts';
import { make, showLines } from '../dom.ts';

type Words = ErrorChunk['words'][string];

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

/** The words that explain a finding: a program that contradicts itself has nothing to register. */
function wordsOf(
  id: string,
  { contradiction }: Decoded,
  { chunk }: ViewContext,
): Words | undefined {
  return chunk.words[contradiction && id === 'aadsts50011' ? 'aadsts500112' : id];
}

function knownView(
  entry: CatalogueEntry,
  words: Words | undefined,
  context: ViewContext,
): HTMLElement {
  const { say, pages } = context;
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
  { number, guesses, topics }: Extract<DecodedFinding, { kind: 'unknown' }>,
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
    ...(topics.length === 0
      ? []
      : [make('p', { class: 'quiet' }, say('decoder.family')), context.stepsFor(topics)]),
    ...lookUp(number, context),
  );
}

/** A mail server's answer says in its own words what is wrong. */
function statusView(status: string, { say }: ViewContext): HTMLElement {
  const matter = statusMatter(status);
  return make(
    'article',
    { 'data-lotse-finding': 'status' },
    make('h3', {}, say('decoder.unknown', { code: status })),
    ...(matter === undefined ? [] : [make('p', {}, say(`decoder.status-matter.${matter}`))]),
    make('p', {}, say('decoder.status-advice')),
  );
}

function findingView(
  finding: DecodedFinding,
  decoded: Decoded,
  context: ViewContext,
): readonly HTMLElement[] {
  if (finding.kind === 'unknown') return [unknownView(finding, context)];
  if (finding.kind === 'status') return [statusView(finding.status, context)];
  if (finding.kind === 'known') {
    const entry = context.catalogue.entries.find(({ id }) => id === finding.id);
    return entry ? [knownView(entry, wordsOf(entry.id, decoded, context), context)] : [];
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
  tokenIssued,
}: Decoded):
  'decoder.token-issued' | 'decoder.signed-in' | 'decoder.nothing-read' | 'decoder.nothing' {
  if (tokenIssued) return 'decoder.token-issued';
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
  const { findings, more, truncated, signedIn, tokenIssued, contradiction } = decoded;
  const count = findings.length;
  return [
    ...(truncated ? [make('p', { class: 'odd' }, say('decoder.truncated'))] : []),
    make('p', {}, count === 0 ? say(nothing(decoded)) : say('decoder.found', { count })),
    ...(tokenIssued ? [make('div', {}, ...steps(['token'], context))] : []),
    ...(count === 0 && !signedIn && !tokenIssued
      ? [link(questions(context), say('decoder.without-code'))]
      : []),
    ...(contradiction ? [contradictionView(contradiction, context)] : []),
    ...findings.flatMap((finding) => findingView(finding, decoded, context)),
    ...(more > 0 ? [make('p', { class: 'odd' }, say('decoder.more', { count: more }))] : []),
  ];
}

/** What the findings are, in one line for screen readers. */
export function findingsLine(decoded: Decoded, context: ViewContext): string {
  const { say } = context;
  const { findings } = decoded;
  const titles = findings.map((finding) => {
    if (finding.kind === 'known') return wordsOf(finding.id, decoded, context)?.title ?? finding.id;
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

/** The two addresses of a program that contradicts itself, and the characters in which they differ. */
function contradictionView(
  { authorization, token }: Contradiction,
  { say }: ViewContext,
): HTMLElement {
  const comparison = compareRedirect(token, [authorization]);
  const { sent, nearest } = comparison?.marked ?? {
    sent: [{ text: shownAddress(token), differs: false }],
    nearest: [{ text: shownAddress(authorization), differs: false }],
  };
  return make(
    'article',
    { 'data-lotse-contradiction': '' },
    make('h3', {}, say('decoder.two-addresses')),
    markedLine(say('decoder.two-addresses-first'), nearest),
    markedLine(say('decoder.two-addresses-second'), sent),
    differenceList(comparison?.differences ?? [], say),
    make('p', {}, say('decoder.two-addresses-advice')),
  );
}
