/** Takes out of a text what must not be passed on, so that the rest can be sent to a support. */

import { originalPlace, readLayers } from '../text/encodings.ts';
import { answeredPlaces } from './mail-dialogue.ts';
import { namedPlaces } from './named-secrets.ts';
import { formedPlaces } from './secret-forms.ts';
import {
  redactionKinds,
  redactionRules,
  type HiddenPlace,
  type RedactionKind,
} from './redaction-rules.ts';

export { redactionKinds, type RedactionKind } from './redaction-rules.ts';

/** A piece of the text, or a place from which something was taken; nothing of it is left. */
export type RedactedPiece =
  | { readonly kind: 'plain'; readonly text: string }
  | { readonly kind: 'hidden'; readonly hidden: RedactionKind };

/** A line of a text, covered; a covered place that goes over several lines is one. */
export interface CoveredLine {
  /** Where it begins in the text. */
  readonly start: number;
  readonly pieces: readonly RedactedPiece[];
}

/** What to take out besides tokens, codes and secrets, which are always taken out. */
export interface RedactionChoice {
  /** Mail addresses, and the names of people and organisations where a form tells them. */
  readonly mail: boolean;
  /** IDs are needed to tell tenant and app, and are no secret. */
  readonly ids: boolean;
}

function isHidden(kind: RedactionKind, choice: RedactionChoice): boolean {
  if (kind === 'mail' || kind === 'name') return choice.mail;
  return kind === 'id' ? choice.ids : true;
}

/** Places that overlap, or of one kind that touch, become one, of the first one's kind. */
function merged(places: readonly HiddenPlace[]): readonly HiddenPlace[] {
  const result: HiddenPlace[] = [];
  for (const place of places.toSorted((a, b) => a.start - b.start || b.end - a.end)) {
    const last = result.at(-1);
    const isApart =
      !last || place.start > last.end || (place.start === last.end && place.kind !== last.kind);
    if (isApart) result.push(place);
    else result[result.length - 1] = { ...last, end: Math.max(last.end, place.end) };
  }
  return result;
}

/** An answer of Microsoft's is no part of a secret: it is what the reader wants to have explained. */
const answer =
  /AADSTS\s?\d|(?<!\d)[45]\d\d[ -][45]\.\d|(?<![\w])(?:NO|BAD)[ ]{1,2}(?:AUTHENTICATE|LOGIN|\[|User is)|-ERR[ ]|Authentication unsuccessful/;

/** Up to an answer, if there is one. */
function withoutAnswer({ start, end, kind }: HiddenPlace, text: string): HiddenPlace {
  const at = kind === 'secret' ? text.slice(start, end).search(answer) : -1;
  return at < 0 ? { start, end, kind } : { start, end: start + at, kind };
}

/** Blanks that do not break, as mail programs and HTML write them. */
const hardBlanks = /[\u00A0\u2007\u202F]/g;

/** The places in a text as it is read, without undoing any encoding. */
function placesIn(written: string, choice: RedactionChoice): readonly HiddenPlace[] {
  // As long as before, so that places stay the same.
  const text = written.replace(hardBlanks, ' ');
  const formed = redactionKinds
    .filter((kind) => isHidden(kind, choice))
    .flatMap((kind) =>
      (redactionRules[kind] ?? []).flatMap((pattern) =>
        [...text.matchAll(pattern)].map(({ indices }): HiddenPlace => {
          const [whole, ...groups] = indices ?? [];
          const [start, end] = groups.find((group) => group as unknown) ?? whole ?? [0, 0];
          return { start, end, kind };
        }),
      ),
    );
  return [...namedPlaces(text), ...answeredPlaces(text), ...formed, ...formedPlaces(text)]
    .map((place) => withoutAnswer(place, text))
    .filter(({ start, end }) => start < end);
}

/** The places to take out, in order and apart; also of what shows only when encodings are undone. */
export function hiddenPlaces(text: string, choice: RedactionChoice): readonly HiddenPlace[] {
  const places = readLayers(text).flatMap((layer) =>
    placesIn(layer.text, choice).map(({ start, end, kind }): HiddenPlace => {
      const [first, last] = originalPlace(layer, start, end);
      return { start: first, end: last, kind };
    }),
  );
  return merged(places);
}

/** Whether a text holds a token, a one-time code, or a secret by its form or by the name before it, such as „Kennwort:“. */
export function holdsSecret(text: string): boolean {
  return hiddenPlaces(text, { mail: false, ids: false }).length > 0;
}

/** Whether a text holds a secret or password by its form or name; a token or a one-time code is none. */
export function holdsNamedSecret(text: string): boolean {
  return hiddenPlaces(text, { mail: false, ids: false }).some(({ kind }) => kind === 'secret');
}

/** The pieces of a text, each with the place where it begins. */
function* piecesOf(
  text: string,
  choice: RedactionChoice,
): Generator<{ readonly at: number; readonly piece: RedactedPiece }> {
  let at = 0;
  for (const { start, end, kind } of hiddenPlaces(text, choice)) {
    if (start > at) yield { at, piece: { kind: 'plain', text: text.slice(at, start) } };
    yield { at: start, piece: { kind: 'hidden', hidden: kind } };
    at = end;
  }
  if (at < text.length) yield { at, piece: { kind: 'plain', text: text.slice(at) } };
}

/**
 * Takes tokens, one-time codes and secrets out of a text, and mail addresses and IDs where chosen. What has no known
 * form and no name before it cannot be distinguished from other text.
 */
export function redact(text: string, choice: RedactionChoice): readonly RedactedPiece[] {
  return Array.from(piecesOf(text, choice), ({ piece }) => piece);
}

/** Longer lines are cut: whoever reads one has to see all of it. */
const longestLine = 300;
/** How much of a line a covered place takes. */
const coveredLength = 10;

/** The lines of a text that hold something, covered as a whole first: what gives a secret away may stand in another line. */
export function coveredLines(text: string, choice: RedactionChoice): readonly CoveredLine[] {
  const lines: { start: number; length: number; pieces: RedactedPiece[] }[] = [];
  let line: (typeof lines)[number] | undefined;
  const add = (start: number, piece: RedactedPiece, length: number): void => {
    if (!line || line.length + length > longestLine) {
      line = { start, length: 0, pieces: [] };
      lines.push(line);
    }
    line.pieces.push(piece);
    line.length += length;
  };
  for (const { at, piece } of piecesOf(text, choice)) {
    if (piece.kind === 'hidden') {
      add(at, piece, coveredLength);
      continue;
    }
    let from = at;
    for (const [index, written] of piece.text.split('\n').entries()) {
      if (index > 0) line = undefined;
      for (let cut = 0; cut < written.length; cut += longestLine) {
        const part = written.slice(cut, cut + longestLine);
        add(from + cut, { kind: 'plain', text: part }, part.length);
      }
      from += written.length + 1;
    }
  }
  return lines.filter(({ pieces }) =>
    pieces.some((piece) => piece.kind === 'plain' && /[\p{L}\d]/u.test(piece.text)),
  );
}

/** Which lines to offer first: the `count` nearest to what was found, in the text's order. */
export function nearestLines(
  lines: readonly CoveredLine[],
  places: readonly number[],
  count: number,
): readonly number[] {
  const indices = places.map((place) => lines.findLastIndex(({ start }) => start <= place));
  const distance = (index: number): number =>
    Math.min(...(indices.length === 0 ? [0] : indices).map((one) => Math.abs(one - index)));
  return lines
    .map((_, index) => ({ index, distance: distance(index) }))
    .toSorted((a, b) => a.distance - b.distance)
    .slice(0, count)
    .map(({ index }) => index)
    .toSorted((a, b) => a - b);
}
