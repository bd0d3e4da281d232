/** Says what a printed object is: whose, by which names, and of which command. */

import {
  isCut,
  nameProperties,
  smtpSwitch,
  tellingProperties,
  type OutputOrigin,
} from './exchange-properties.ts';
import type { CommandTarget } from './powershell-command.ts';
import type { Command } from './printed-command.ts';

/** What was printed of an object, by the name of the property in lower case. */
export type Properties = ReadonlyMap<string, string>;

/** Where something stands. */
export interface Place {
  /** How many objects were printed before. */
  readonly at: number;
  /** Counts the mails in a text; which of two is the newer one is not known. */
  readonly passage: number;
  /** Differs where somebody may have signed in to another organisation. */
  readonly session: string;
}

/** An object that PowerShell has printed. */
export interface PrintedObject {
  readonly origin: OutputOrigin;
  /** Every name by which it goes, in lower case. */
  readonly names: readonly string[];
  /** Its mail addresses as far as they are whole, in lower case. */
  readonly addresses: readonly string[];
  /** By the name of the property in lower case; empty where nothing is set. */
  readonly properties: Properties;
  readonly place: Place;
}

/** An object before it is known which of its command's it is. */
export interface Draft {
  readonly properties: Properties;
  readonly command: Command;
  readonly place: Place;
}

function namesIn(properties: Properties): readonly string[] {
  return nameProperties.flatMap((name) => {
    const value = properties.get(name)?.toLowerCase() ?? '';
    return value === '' ? [] : [value];
  });
}

/** `smtp:` stands before an address in some lists; `{SMTP:a@b, smtp:c@b}` is the list of all of a mailbox. */
function addressesIn(names: readonly string[], properties: Properties): readonly string[] {
  const list = (properties.get('emailaddresses') ?? '').toLowerCase().split(/[\s{},;]+/);
  return [...names, ...list.filter((one) => one.startsWith('smtp:'))]
    .map((one) => one.replace(/^smtp:/, ''))
    .filter((one) => /^[^\s@*]+@[^\s@*]+$/.test(one) && !isCut(one));
}

/** Objects that say what is asked here; Exchange prints one of them for a mailbox, and one for the organisation. */
function isAnswer({ properties }: Draft): boolean {
  return [smtpSwitch, 'popenabled', 'imapenabled'].some((name) => properties.has(name));
}

/** The only object that Exchange gives this one its name. */
const transportSettings = 'transport settings';

function originOf(
  properties: Properties,
  names: readonly string[],
  target: CommandTarget | undefined,
): OutputOrigin {
  const told = tellingProperties.find(([name]) => properties.has(name))?.[1];
  if (told !== undefined) return told;
  if (target) return target.origin;
  if (names.includes(transportSettings)) return 'organisation';
  return names.length > 0 ? 'mailbox' : 'unsaid';
}

function withoutSwitch(properties: Properties): Properties {
  return new Map([...properties].filter(([name]) => name !== smtpSwitch));
}

/** What a command printed; a second object below one that prints one is of a command that was not copied. */
function objectsOf(
  { target, isCalculated: isOwn }: Command,
  drafts: readonly Draft[],
): readonly PrintedObject[] {
  const isOnly = drafts.filter(isAnswer).length === 1;
  const first = drafts.find(isAnswer);
  return drafts.map((draft) => {
    const { properties, place } = draft;
    const named = namesIn(properties);
    const isOther = target?.origin === 'organisation' && draft !== first;
    const origin = originOf(properties, named, isOther ? undefined : target);
    const asked = isOnly && target?.origin === origin ? target.identity : undefined;
    const names = [...named, ...(asked === undefined ? [] : [asked])];
    const addresses = addressesIn(names, properties);
    return {
      origin,
      names,
      addresses,
      properties: isOwn ? withoutSwitch(properties) : properties,
      place,
    };
  });
}

/** All objects in the order of their commands. */
export function allObjects(drafts: readonly Draft[]): readonly PrintedObject[] {
  const byCommand = Map.groupBy(drafts, ({ command }) => command);
  return [...byCommand].flatMap(([command, own]) => objectsOf(command, own));
}
