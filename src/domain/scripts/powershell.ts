/** Commands as data, and the one place where they become text. */

import { quoteBash, type Quoted } from './bash.ts';
import type { Values } from '../guide/guide.ts';
import type { Problem } from '../values/problems.ts';
import { isNonEmpty, refuse, type Refused } from '../values/reading.ts';
import { lineProblems, slotId, type SlotSegment, type TextSegment } from '../values/template.ts';

/** What stands behind a parameter. `raw` is for text written in our own code, never for a value. */
export type Argument =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'slot'; readonly slot: string; readonly or?: string | undefined }
  | { readonly kind: 'filter'; readonly property: string; readonly slot: string }
  | { readonly kind: 'boolean'; readonly value: boolean }
  | { readonly kind: 'switch'; readonly value: boolean }
  | { readonly kind: 'variable'; readonly name: string }
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'list'; readonly texts: readonly string[] }
  | { readonly kind: 'raw'; readonly text: string };

/** A parameter by its name without the dash, and what it is given. */
export interface Parameter {
  readonly name: string;
  readonly argument: Argument;
}

/** One cmdlet with its parameters. */
export interface Command {
  readonly name: string;
  /** What stands right behind the name, without a parameter's name. */
  readonly first?: Exclude<Argument, { kind: 'switch' }> | undefined;
  readonly parameters: readonly Parameter[];
}

/** A command run for each item of a list of values, where it stands as `$_`; `pipeline` takes what comes out. */
export interface EachLine {
  readonly each: string;
  readonly run: Command;
  readonly pipeline: readonly Command[];
}

/** A line of a script: commands joined by pipes, the same for each of a list, or pieces of text written in our own code. */
export type PowerShellLine =
  EachLine | { readonly pipeline: readonly Command[] } | { readonly raw: ScriptLine };

/** A script before it is printed. */
export type PowerShellScript = readonly PowerShellLine[];

/**
 * How a value is quoted where it is filled in; `powershell-opath` stands inside the quotes of an OPATH filter,
 * `powershell-list` makes a literal of each part between commas.
 */
export type Quoting = 'powershell' | 'powershell-list' | 'powershell-opath' | 'bash';

/** A place in a script for the value with this id. */
export interface QuotedSlot extends SlotSegment {
  readonly quote: Quoting;
}

/** A piece of a printed script. */
export type ScriptSegment = TextSegment | QuotedSlot;

/** A line of a printed script, in pieces so that a page can fill each place on its own. */
export type ScriptLine = readonly ScriptSegment[];

/** The name of a value in the page's language; it is shown in angle brackets while the value is unknown. */
export type PlaceholderOf = (slot: string) => string;

/** What stands in a place now. A refused value is not known, and its problems say why. */
export interface FilledSlot {
  readonly text: string;
  readonly known: boolean;
  readonly problems: readonly Problem[];
}

/** A script as text. It is ready to run only with nothing missing and no problem. */
export interface FilledScript {
  readonly text: string;
  /** Ids of the values that are unknown or refused, each once. */
  readonly missing: readonly string[];
  readonly problems: readonly Problem[];
}

/** A command with its parameters in the order given; `first` needs no name. */
export function command(
  name: string,
  parameters: Readonly<Record<string, Argument>> = {},
  first?: Command['first'],
): Command {
  const list = Object.entries(parameters).map(([key, argument]) => ({ name: key, argument }));
  return { name, first, parameters: list };
}

/**
 * The text as one single-quoted literal. PowerShell takes five characters for single quotes, so all five are doubled.
 * Refuses line breaks (`value-has-line-break`) and controls (`value-has-control-character`).
 * @see https://github.com/PowerShell/PowerShell `engine/lang/codegen.cs`, checked 2026-11-20 (facts/exchange.md d)
 */
export function quotePowerShell(text: string): Quoted | Refused {
  const problems = lineProblems(text);
  if (isNonEmpty(problems)) return refuse(...problems);
  return { ok: true, text: `'${doubleQuotes(text)}'` };
}

/**
 * The text for the inside of an OPATH literal inside a single-quoted PowerShell literal, without the outer quotes:
 * doubled once for each. Whether OPATH takes typographic quotes for quotes is unknown; doubled, they cannot end it.
 * @see https://learn.microsoft.com/powershell/exchange/recipient-filters checked 2026-11-20 (facts/exchange.md d)
 */
export function quoteOpath(text: string): Quoted | Refused {
  const problems = lineProblems(text);
  if (isNonEmpty(problems)) return refuse(...problems);
  return { ok: true, text: doubleQuotes(doubleQuotes(text)) };
}

/**
 * A list such as `a@x.de, b@x.de` as one literal for each of its parts: `'a@x.de', 'b@x.de'`. Never empty, since a list
 * without parts would be a syntax error or every mailbox: `value-missing`. Other problems as `quotePowerShell`.
 * @see https://learn.microsoft.com/powershell/module/exchange/get-casmailbox checked 2026-11-20 (facts/exchange.md a.2)
 */
export function quotePowerShellList(text: string): Quoted | Refused {
  const problems = lineProblems(text);
  if (isNonEmpty(problems)) return refuse(...problems);
  const parts = text.split(',').map((part) => part.trim());
  const literals = parts.filter((part) => part !== '').map((part) => `'${doubleQuotes(part)}'`);
  if (literals.length === 0) return refuse({ code: 'value-missing' });
  return { ok: true, text: literals.join(', ') };
}

function doubleQuotes(text: string): string {
  return text.replace(/['\u2018-\u201b]/g, '$&$&');
}

/** The script's lines in pieces. Throws where text of our own cannot be quoted: a mistake in code or content. */
export function printPowerShell(script: PowerShellScript): readonly ScriptLine[] {
  return script.map((line) => mergeText(printLine(line)));
}

function printLine(line: PowerShellLine): ScriptLine {
  if ('raw' in line) return line.raw;
  return 'each' in line ? printEach(line) : printPipeline(line.pipeline);
}

function printPipeline(commands: readonly Command[]): ScriptLine {
  return commands.flatMap((one, index) => [
    ...(index === 0 ? [] : [{ text: ' | ' }]),
    ...printCommand(one),
  ]);
}

function printEach({ each, run, pipeline }: EachLine): ScriptLine {
  return [
    { slot: each, quote: 'powershell-list' },
    { text: ' | ForEach-Object { ' },
    ...printCommand(run),
    { text: ' }' },
    ...pipeline.flatMap((one) => [{ text: ' | ' }, ...printCommand(one)]),
  ];
}

function printCommand({ name, first, parameters }: Command): ScriptLine {
  const behind = first ? [{ text: ' ' }, ...printArgument(first)] : [];
  return [{ text: name }, ...behind, ...parameters.flatMap(printParameter)];
}

function printParameter({ name, argument }: Parameter): ScriptLine {
  if (argument.kind !== 'switch') return [{ text: ` -${name} ` }, ...printArgument(argument)];
  return [{ text: argument.value ? ` -${name}` : ` -${name}:$false` }];
}

function printArgument(argument: Exclude<Argument, { kind: 'switch' }>): ScriptLine {
  switch (argument.kind) {
    case 'text':
      return [{ text: ownLiteral(argument.text) }];
    case 'slot':
      return [{ slot: argument.slot, or: argument.or, quote: 'powershell' }];
    case 'filter':
      return printFilter(argument.property, argument.slot);
    case 'boolean':
      return [{ text: argument.value ? '$true' : '$false' }];
    case 'variable':
      return [{ text: `$${argument.name}` }];
    case 'number':
      return [{ text: String(argument.value) }];
    case 'list':
      return [{ text: argument.texts.map(ownLiteral).join(', ') }];
    case 'raw':
      return [{ text: argument.text }];
    default:
      return argument satisfies never;
  }
}

function printFilter(property: string, slot: string): ScriptLine {
  return [{ text: `'${property} -eq ''` }, { slot, quote: 'powershell-opath' }, { text: "'''" }];
}

function ownLiteral(text: string): string {
  const quoted = quotePowerShell(text);
  if (quoted.ok) return quoted.text;
  throw new Error(`Text of a script cannot be quoted: ${JSON.stringify(text)}`);
}

function mergeText(line: ScriptLine): ScriptLine {
  const merged: ScriptSegment[] = [];
  for (const segment of line) {
    const last = merged.at(-1);
    if (last && 'text' in last && 'text' in segment) {
      merged[merged.length - 1] = { text: last.text + segment.text };
    } else {
      merged.push(segment);
    }
  }
  return merged;
}

const quoting = {
  powershell: quotePowerShell,
  'powershell-list': quotePowerShellList,
  'powershell-opath': quoteOpath,
  bash: quoteBash,
} as const satisfies Record<Quoting, (text: string) => Quoted | Refused>;

/**
 * What stands in one place: the quoted value of `slot`, or its name in angle brackets, quoted as well.
 * Never empty, because Exchange takes an empty `-Identity` for every mailbox (facts/exchange.md a.2, checked 2026-11-20).
 */
export function fillSlot(
  { slot, quote }: QuotedSlot,
  values: Values,
  placeholderOf: PlaceholderOf,
): FilledSlot {
  const value = values[slot]?.trim();
  const quoted = value ? quoting[quote](value) : undefined;
  if (quoted?.ok) return { text: quoted.text, known: true, problems: [] };
  const text = placeholder(slot, quote, placeholderOf);
  return { text, known: false, problems: quoted?.problems ?? [] };
}

function placeholder(slot: string, quote: Quoting, placeholderOf: PlaceholderOf): string {
  // The name of a list may hold a comma, and is one placeholder all the same.
  const whole = quote === 'powershell-list' ? 'powershell' : quote;
  const quoted = quoting[whole](`<${placeholderOf(slot)}>`);
  if (quoted.ok) return quoted.text;
  throw new Error(`The placeholder of ${slot} cannot be quoted`);
}

/** The whole script, PowerShell or bash, with these values; lines end in `\n`, the last one without. */
export function fillScript(
  lines: readonly ScriptLine[],
  values: Values,
  placeholderOf: PlaceholderOf,
): FilledScript {
  const missing = new Set<string>();
  const problems: Problem[] = [];
  const fill = (segment: ScriptSegment): string => {
    if ('text' in segment) return segment.text;
    const slot = slotId(segment, values);
    const filled = fillSlot({ slot, quote: segment.quote }, values, placeholderOf);
    if (!filled.known && !missing.has(slot)) problems.push(...filled.problems);
    if (!filled.known) missing.add(slot);
    return filled.text;
  };
  const text = lines.map((line) => line.map(fill).join('')).join('\n');
  return { text, missing: [...missing], problems };
}
