/** Takes off what terminals and mail programs add to the lines of an output. */

import { withoutEnd } from '../values/text.ts';

/** Colours and other orders to a terminal. */
const terminalOrder = /\u001B\[[\d;?]{0,20}[A-Za-z]/g;
/** A colour whose escape character got lost, or was replaced by a picture of it. */
const orphanedColour = /[\u2190\u241B\uFFFD]?\[\d{1,3}(?:;\d{1,3}){0,5}m/g;
const invisible = /\p{Default_Ignorable_Code_Point}/gu;
const oddBlank = /[\p{Zs}\v\f]/gu;

/** A line of an output, and how often it is quoted. */
export interface PrintedLine {
  readonly text: string;
  readonly depth: number;
}

/** `> ` and `>` as mail programs quote; `>>` may be PowerShell asking for more of a command. */
function unquoted(line: string): PrintedLine {
  const text = line.replace(/^(?:> ){1,5}/, '').replace(/^>(?!>)/, '');
  const marks = line.slice(0, line.length - text.length);
  return { text: trimmed(text), depth: marks.replaceAll(' ', '').length };
}

/** How many blank lines stand before each other line, the first left out. */
function gapsOf(lines: readonly PrintedLine[]): readonly number[] {
  const filled = lines.flatMap(({ text }, index) => (text === '' ? [] : [index]));
  return filled.slice(1).map((at, index) => at - (filled[index] ?? 0) - 1);
}

/** Mail programs and chats put a blank line between any two: where no two lines stand together, one of them goes. */
function singleSpaced(lines: readonly PrintedLine[]): readonly PrintedLine[] {
  const gaps = gapsOf(lines);
  const isDouble = gaps.includes(1) && gaps.every((gap) => gap % 2 === 1);
  if (!isDouble) return lines;
  const start = lines.findIndex(({ text }) => text !== '');
  const end = lines.findLastIndex(({ text }) => text !== '');
  // Counted from the first line, every second one is an added one.
  return lines.filter((_, index) => index <= start || index > end || (index - start) % 2 === 0);
}

/** An empty cell may be behind a tab at the end. */
function trimmed(line: string): string {
  return line.trim() === '' ? '' : withoutEnd(line, ' ');
}

/** The lines of an output without colours, quotation marks of mails, and blanks at their ends; tabs are kept. */
export function printedLines(text: string): readonly PrintedLine[] {
  const bare = text
    .replace(terminalOrder, '')
    .replace(orphanedColour, '')
    .replace(invisible, '')
    .replace(oddBlank, ' ');
  const lines = bare.split(/\r\n|[\n\r\u0085\u2028\u2029]/);
  return singleSpaced(lines.map(unquoted));
}
