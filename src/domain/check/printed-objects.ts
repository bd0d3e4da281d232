/** Says what a printed object is: whose, by which names, and of which command. */

import {
  isCut,
  nameProperties,
  smtpSwitch,
  tellingProperties,
  type OutputOrigin,
} from './exchange-properties.ts';
import { commandTarget, type CommandTarget, type PrintedCommand } from './powershell-command.ts';

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
  readonly command: PrintedCommand;
  readonly place: Place;
}

/** All by which an object goes, in lower case. */
export function namesIn(properties: Properties): readonly string[] {
  return nameProperties.flatMap((name) => {
    const value = properties.get(name)?.toLowerCase() ?? '';
    return value === '' ? [] : [value];
  });
}

function isAddress(text: string): boolean {
  return /^[^\s@*]+@[^\s@*]+$/.test(text) && !isCut(text);
}

/** `smtp:` stands before an address in some lists; `{SMTP:a@b, smtp:c@b}` is the list of all of a mailbox. */
function addressesIn(names: readonly string[], properties: Properties): readonly string[] {
  const list = (properties.get('emailaddresses') ?? '').toLowerCase().split(/[\s{},;]+/);
  return [...names, ...list.filter((one) => one.startsWith('smtp:'))]
    .map((one) => one.replace(/^smtp:/, ''))
    .filter(isAddress);
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

/** Whether it says of an object that it may send. */
export function hasSwitch({ properties }: PrintedObject): boolean {
  return properties.has(smtpSwitch);
}

/** What a command printed; a second object below one that prints one is of a command that was not copied. */
function objectsOf(command: PrintedCommand, drafts: readonly Draft[]): readonly PrintedObject[] {
  const target = commandTarget(command);
  const isOnly = drafts.filter(isAnswer).length === 1;
  const first = drafts.find(isAnswer);
  return drafts.map((draft) => {
    const { properties, place } = draft;
    const named = namesIn(properties);
    const isOther = target?.origin === 'organisation' && draft !== first;
    const origin = originOf(properties, named, isOther ? undefined : target);
    // What says its address itself is the one that was asked for only where it is the same.
    const isNameless = isOnly && target?.origin === origin && !named.some(isAddress);
    const asked = isNameless ? target.identity : undefined;
    const names = [...named, ...(asked === undefined ? [] : [asked])];
    return { origin, names, addresses: addressesIn(names, properties), properties, place };
  });
}

/** All objects in the order of their commands. */
export function allObjects(drafts: readonly Draft[]): readonly PrintedObject[] {
  const byCommand = Map.groupBy(drafts, ({ command }) => command);
  return [...byCommand].flatMap(([command, own]) => objectsOf(command, own));
}
