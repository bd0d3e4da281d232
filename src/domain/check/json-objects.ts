/** Finds objects printed by ConvertTo-Json among other lines. */

import { propertyName } from './exchange-properties.ts';
import { items, readJsonAt, type Json } from './json-text.ts';
import type { Properties } from './printed-objects.ts';

/** Objects by their properties, and the number of lines that they take. */
export interface JsonLines {
  readonly objects: readonly Properties[];
  readonly count: number;
}

/** The value as PowerShell would print it; nested values are ignored. */
function printedValue(value: Json): string {
  return typeof value === 'object' ? '' : String(value);
}

function propertiesOf(value: Json): readonly Properties[] {
  if (!(value instanceof Map)) return [];
  const members = [...(value as ReadonlyMap<string, Json>)];
  return [new Map(members.map(([name, one]) => [propertyName(name), printedValue(one)]))];
}

/** Matches a line that may be the first of JSON. */
const beginning = /^\s{0,40}(?:\[\s{0,5}(?:\{|$)|\{\s{0,5}(?:"|$))/;

/** The objects by the line that they start on. Broken or unfinished JSON is skipped, and read only once. */
export function jsonObjects(lines: readonly string[]): ReadonlyMap<number, JsonLines> {
  const text = lines.join('\n');
  const found = new Map<number, JsonLines>();
  let from = 0;
  let read = 0;
  for (const [at, line] of lines.entries()) {
    if (from >= read && beginning.test(line)) {
      const reading = readJsonAt(text, from);
      read = reading.end;
      if (reading.ok) {
        const { value } = reading;
        const objects = Array.isArray(value)
          ? items(value).flatMap(propertiesOf)
          : propertiesOf(value);
        const count = text.slice(from, read).split('\n').length;
        if (objects.length > 0) found.set(at, { objects, count });
      }
    }
    from += line.length + 1;
  }
  return found;
}
