/** The text to pass on: the report, and below it lines of the paste that the reader ticks one by one. */

import type { Decoded } from '../../domain/errors/decode.ts';
import {
  nearestLines,
  redact,
  type CoveredLine,
  type RedactedPiece,
} from '../../domain/secrets/redact.ts';
import { reportOf, type ReportMessage } from '../../domain/errors/report.ts';
import type { PassableLines } from '../../domain/ask/asked.ts';
import { make, partOf } from '../dom.ts';
import { announce } from '../page-speaker.ts';
import type { ViewContext } from './decoded-view.ts';

/** Where a report was made, and what was compared there. */
export interface ReportPlace {
  readonly version: string;
  /** The guide's program and the title of its step that fixes the first message; missing where there is no guide. */
  readonly product?: string | undefined;
  readonly step?: string | undefined;
  /** The guide's address that is nearest to the one that was sent. */
  readonly expected?: string | undefined;
  /** What else was understood, in lines: settings compared, a token. IDs and addresses in them are covered as elsewhere. */
  readonly besides?: readonly string[];
  /** Values that the text names, in lines; they are about the organisation, and so only where the reader wants that. */
  readonly values?: readonly string[];
}

/** How many lines are offered at first, and how many more with each click. */
const offered = { first: 7, more: 50 } as const;

type Say = ViewContext['say'];

function said(pieces: readonly RedactedPiece[], say: Say): string {
  return pieces
    .map((piece) => (piece.kind === 'plain' ? piece.text : say(`redacted.${piece.hidden}`)))
    .join('');
}

/** A line of our own without the organisation's IDs and addresses. */
function covered(line: string, say: Say): string {
  const address = say('redacted.address');
  return said(redact(line, { mail: true, ids: true }), say).replace(
    /https?:\/\/[^\s“”"]+/g,
    address,
  );
}

function messageLines(
  { code, id, sentence }: ReportMessage,
  { chunk, say }: ViewContext,
): readonly string[] {
  const title = id === undefined ? undefined : chunk.words[id]?.title;
  return [
    title === undefined ? say('report.unknown', { code }) : say('report.known', { code, title }),
    ...(sentence ? [say('report.sentence', { sentence: said(sentence, say) })] : []),
  ];
}

/** The lines of a report. */
export function reportLines(
  decoded: Decoded,
  withAddresses: boolean,
  { version, product, step, expected, besides = [], values = [] }: ReportPlace,
  context: ViewContext,
): readonly string[] {
  const { say, catalogue } = context;
  const { messages, details, sent } = reportOf(decoded, catalogue, withAddresses);
  return [
    say('report.head', { version }),
    product !== undefined && say('report.program', { product }),
    messages.length + besides.length === 0 && say('report.none'),
    ...messages.flatMap((message) => messageLines(message, context)),
    decoded.more > 0 && say('decoder.more', { count: decoded.more }),
    step !== undefined && say('report.step', { title: step }),
    sent !== undefined && say('report.sent', { uri: sent }),
    sent !== undefined && expected !== undefined && say('report.expected', { uri: expected }),
    ...details.map(
      ({ kind, value }) => `${say('site.lead', { name: say(`detail.${kind}`) })} ${value}`,
    ),
    ...(withAddresses ? values : []),
    ...(withAddresses ? besides : besides.map((line) => covered(line, say))),
  ].filter((line) => line !== false);
}

/** The part of the decoder that holds this text. Nothing is ticked at first, and nothing stays ticked for another paste. */
export class TextToPassOn {
  readonly #part: HTMLElement;
  readonly #ticked = new Set<number>();
  #count: number = offered.first;
  #pasted = '';
  #lines: readonly CoveredLine[] = [];
  #report: readonly string[] = [];
  #shown = '';
  #context: ViewContext | undefined;
  #places: readonly number[] = [];

  constructor(part: HTMLElement) {
    this.#part = part;
    this.#inner('[data-lotse-more]').addEventListener('click', () => {
      this.#showMore();
    });
  }

  /** Shows what can be passed on of a text. */
  show(decoded: Decoded, lines: PassableLines, place: ReportPlace, context: ViewContext): void {
    if (this.#pasted !== decoded.text) this.#forget();
    this.#pasted = decoded.text;
    this.#context = context;
    const withAddresses = this.#part.querySelector('[data-lotse-ids]:checked') !== null;
    this.#report = reportLines(decoded, withAddresses, place, context);
    const key = `${String(withAddresses)} ${decoded.text}`;
    if (key !== this.#shown) {
      this.#lines = withAddresses ? lines.withAddresses : lines.without;
      this.#places = decoded.findings.flatMap(({ at }) => at?.start ?? []);
      this.#showLines();
    }
    this.#shown = key;
    this.#part.hidden = false;
    this.#fill();
  }

  /** Takes everything away. */
  clear(): void {
    this.#forget();
    this.#pasted = '';
    this.#lines = [];
    this.#report = [];
    this.#part.hidden = true;
    this.#inner('[data-lotse-source]').textContent = '';
    this.#inner('[data-lotse-lines] ul').replaceChildren();
  }

  #forget(): void {
    this.#ticked.clear();
    this.#count = offered.first;
    this.#shown = '';
  }

  #inner(selector: string): HTMLElement {
    return partOf(this.#part, selector, HTMLElement);
  }

  #text(line: CoveredLine): string {
    return this.#context ? said(line.pieces, this.#context.say).trim() : '';
  }

  #fill(): void {
    const lines = this.#lines.filter((_, index) => this.#ticked.has(index));
    const added =
      lines.length === 0 || !this.#context
        ? []
        : ['', this.#context.say('report.lines'), ...lines.map((line) => this.#text(line))];
    this.#inner('[data-lotse-source]').textContent = [...this.#report, ...added].join('\n');
  }

  #line(index: number): HTMLElement {
    const box = make('input', { type: 'checkbox', autocomplete: 'off' });
    box.checked = this.#ticked.has(index);
    box.addEventListener('change', () => {
      if (box.checked) this.#ticked.add(index);
      else this.#ticked.delete(index);
      this.#fill();
    });
    const line = this.#lines[index];
    const text = make('code', {}, line ? this.#text(line) : '');
    return make('li', { 'data-lotse-index': String(index) }, make('label', {}, box, ' ', text));
  }

  #showLines(): void {
    const indices = nearestLines(this.#lines, this.#places, this.#count);
    const lines = indices.map((index) => this.#line(index));
    this.#inner('[data-lotse-lines] ul').replaceChildren(...lines);
    this.#inner('[data-lotse-lines]').hidden = lines.length === 0;
    const left = this.#lines.length - lines.length;
    const more = this.#inner('[data-lotse-more]');
    more.hidden = left === 0;
    more.textContent = this.#context?.say('decoder.share-more', { count: left }) ?? '';
  }

  /** The focus goes to the first line that is new. */
  #showMore(): void {
    const known = new Set(nearestLines(this.#lines, this.#places, this.#count));
    this.#count += offered.more;
    this.#showLines();
    const fresh = [...this.#part.querySelectorAll<HTMLElement>('[data-lotse-index]')].filter(
      ({ dataset }) => !known.has(Number(dataset['lotseIndex'])),
    );
    fresh[0]?.querySelector('input')?.focus();
    const said = this.#context?.say('decoder.share-shown', { count: fresh.length });
    if (said !== undefined) announce(said);
  }
}
