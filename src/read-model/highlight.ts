/** Highlights scripts at build time, with classes instead of inline styles, and keeps the slots for values. */

import { createCssVariablesTheme, createHighlighter } from 'shiki';
import { oncePerBuild } from './once-per-build.ts';
import { fillSlot, type QuotedSlot, type ScriptLine } from '../domain/scripts/script-lines.ts';

/** A piece of a highlighted script: text with the kind of its token, or a slot for a value. */
export type ColouredPiece =
  | { readonly text: string; readonly kind: string | undefined }
  | ({ readonly text: string } & QuotedSlot);

const theme = createCssVariablesTheme({ name: 'lotse', variablePrefix: '--t-' });
const highlighter = await createHighlighter({
  themes: [theme],
  langs: ['powershell', 'bash', 'json'],
});

interface Place extends QuotedSlot {
  readonly start: number;
  readonly end: number;
}

/** `var(--t-token-string-expression)` is the kind `string`; plain text has no kind. */
function kindOf(colour: string | undefined): string | undefined {
  return /--t-token-([a-z]+)/.exec(colour ?? '')?.[1];
}

function placeholderIn(
  { slot, or = slot, quote }: QuotedSlot,
  placeholderOf: (slot: string) => string,
): string {
  return fillSlot({ slot: or, quote }, {}, placeholderOf).text;
}

function printed(
  lines: readonly ScriptLine[],
  placeholderOf: (slot: string) => string,
): { readonly text: string; readonly places: readonly Place[] } {
  const places: Place[] = [];
  let text = '';
  lines.forEach((line, index) => {
    if (index > 0) text += '\n';
    for (const segment of line) {
      const start = text.length;
      text += 'text' in segment ? segment.text : placeholderIn(segment, placeholderOf);
      if ('slot' in segment) places.push({ start, end: text.length, ...segment });
    }
  });
  return { text, places };
}

/** A language that is highlighted. */
export type CodeLanguage = 'powershell' | 'bash' | 'json';

/** The kind of each token, by its position. The same script appears on several pages. */
const tokenKinds = oncePerBuild((lang: CodeLanguage, text: string) => {
  const tokens = highlighter.codeToTokensBase(text, { lang, theme });
  return tokens.flat().map(({ offset, color }) => [offset, kindOf(color)] as const);
});

/** The script in highlighted pieces; slots contain the names of their values. */
export function colouredScript(
  lines: readonly ScriptLine[],
  language: CodeLanguage,
  placeholderOf: (slot: string) => string,
): readonly ColouredPiece[] {
  const { text, places } = printed(lines, placeholderOf);
  const kinds = new Map(tokenKinds(language, text));
  // `-Name` is one word: a line must not break after its hyphen.
  for (const { index, 0: name } of text.matchAll(/(?<=[\s(])-[A-Za-z]+/g)) {
    for (let at = index + 1; at <= index + name.length; at += 1) {
      const after = kinds.get(at);
      kinds.delete(at);
      if (at === index + name.length) kinds.set(at, after);
    }
    kinds.set(index, 'parameter');
  }
  const cuts = [...new Set([...kinds.keys(), ...places.flatMap(({ start, end }) => [start, end])])];
  const starts = cuts.filter((cut) => cut < text.length).toSorted((a, b) => a - b);
  const pieces: ColouredPiece[] = [];
  let kind: string | undefined;
  starts.forEach((start, index) => {
    if (kinds.has(start)) kind = kinds.get(start);
    const place = places.find((one) => start >= one.start && start < one.end);
    if (place) {
      const { slot, or, quote } = place;
      if (start === place.start) {
        pieces.push({ text: text.slice(start, place.end), slot, or, quote });
      }
      return;
    }
    const piece = text.slice(start, starts[index + 1] ?? text.length);
    const last = pieces.at(-1);
    if (last && 'kind' in last && last.kind === kind) {
      pieces[pieces.length - 1] = { text: last.text + piece, kind };
    } else {
      pieces.push({ text: piece, kind });
    }
  });
  return pieces;
}
