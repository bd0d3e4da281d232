/** Reads lists as PowerShell's Format-List prints them, line by line. */

import { isCut, propertyName, smtpSwitch } from './exchange-properties.ts';
import type { Properties } from './printed-objects.ts';

/** `Name : value`; PowerShell puts a blank on either side of the colon. `column` is where values begin. */
export interface ListLine {
  readonly name: string;
  readonly value: string;
  readonly column: number;
}

/** With `=` in place of the colon it is written by hand. */
export function listLine(line: string): ListLine | undefined {
  const at = line.search(/[:=]/);
  const written = line.slice(0, Math.max(at, 0)).trim();
  if (!/^[A-Za-z]\w{0,79}$/.test(written)) return undefined;
  const name = propertyName(written);
  if (line.charAt(at) === '=' && name !== smtpSwitch) return undefined;
  return { name, value: line.slice(at + 1).trim(), column: at + 2 };
}

function isWholeAddress(text: string): boolean {
  const [name, domain, more] = text.split('@');
  return name !== '' && more === undefined && domain?.includes('.', 1) === true;
}

/** Whether a text is the rest of an address that was broken in the middle. */
export function isRestOfAddress(value: string, text: string): boolean {
  const isBroken = !isCut(value) && !isWholeAddress(value);
  return isBroken && /^[\w.@+-]+$/.test(text) && isWholeAddress(value + text);
}

/** `@{Name=value; Name=value}`, as an object looks within a text. */
export function splattedObject(line: string): Properties | undefined {
  const text = line.trim();
  if (!text.startsWith('@{') || !text.endsWith('}')) return undefined;
  const pairs = text.slice(2, -1).split(';');
  return new Map(
    pairs.map((pair) => {
      const [name = '', ...value] = pair.split('=');
      return [propertyName(name), value.join('=').trim()];
    }),
  );
}

/**
 * Whether lists without a blank line between them may have been divided wrongly. Objects of one command have the same
 * properties in the same order; a switch that stands alone may be the organisation's, with a mailbox below it.
 */
export function isAmbiguous(lists: readonly Properties[]): boolean {
  const orders = lists.map((list) => [...list.keys()].join(' '));
  const [first = ''] = orders;
  const others = orders.filter((order) => order !== first);
  return others.some((order) => order !== smtpSwitch || !first.endsWith(smtpSwitch));
}

/** Each with every value of the switch that there is, since any may be its own; as many as can be shown. */
export function blurred(lists: readonly Properties[]): readonly Properties[] {
  const values = new Set(lists.flatMap((list) => list.get(smtpSwitch) ?? []));
  const all = [...values]
    .slice(0, 3)
    .map((value) => value || '–')
    .join(' / ');
  return values.size < 2 ? lists : lists.map((list) => new Map([...list, [smtpSwitch, all]]));
}
