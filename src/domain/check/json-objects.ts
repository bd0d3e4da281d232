/** Finds the objects that ConvertTo-Json has printed among other lines. */

import { propertyName } from './exchange-properties.ts';
import { items, readJson, type Json } from './json-text.ts';

/** Objects by their properties, and how many lines they take. */
export interface JsonLines {
  readonly objects: readonly ReadonlyMap<string, string>[];
  readonly count: number;
}

/** Follows brackets outside of quotes through lines. */
class Brackets {
  depth = 0;
  #isQuoted = false;

  read(line: string): void {
    for (const [mark] of line.matchAll(/\\.|["[\]{}]/g)) {
      if (mark === '"') this.#isQuoted = !this.#isQuoted;
      else if (this.#isQuoted || mark.length > 1) continue;
      else this.depth += mark === '{' || mark === '[' ? 1 : -1;
    }
  }
}

function endOf(lines: readonly string[], start: number): number | undefined {
  const brackets = new Brackets();
  for (let at = start; at < lines.length; at += 1) {
    brackets.read(lines[at] ?? '');
    if (brackets.depth <= 0) return at + 1;
  }
  return undefined;
}

/** As PowerShell would print it; what is nested says nothing here. */
function printedValue(value: Json): string {
  return typeof value === 'object' ? '' : String(value);
}

function propertiesOf(value: Json): readonly ReadonlyMap<string, string>[] {
  if (!(value instanceof Map)) return [];
  const members = [...(value as ReadonlyMap<string, Json>)];
  return [new Map(members.map(([name, one]) => [propertyName(name), printedValue(one)]))];
}

/** Whether a line may be the first one of JSON. */
export function beginsJson(line: string): boolean {
  return /^\s{0,40}(?:\[\s{0,5}(?:\{|$)|\{\s{0,5}(?:"|$))/.test(line);
}

/** The objects that begin in this line; none where it is no JSON, or where its end is missing. */
export function jsonObjectsAt(lines: readonly string[], start: number): JsonLines {
  const end = endOf(lines, start);
  if (end === undefined) return { objects: [], count: lines.length - start };
  const reading = readJson(lines.slice(start, end).join('\n'));
  if (!reading.ok) return { objects: [], count: end - start };
  const { value } = reading;
  const objects = Array.isArray(value) ? items(value).flatMap(propertiesOf) : propertiesOf(value);
  return { objects, count: end - start };
}
