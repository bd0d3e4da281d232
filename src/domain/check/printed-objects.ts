/** Identifies printed objects: their kind, their names, and their command. */

import {
  isCut,
  nameProperties,
  smtpSwitch,
  tellingProperties,
  type OutputOrigin,
} from './exchange-properties.ts';
import { commandTarget, type CommandTarget, type PrintedCommand } from './powershell-command.ts';

/** The printed values of an object, by property name in lower case. */
export type Properties = ReadonlyMap<string, string>;

/** A place in the output. */
export interface Place {
  /** How many objects were printed before it. */
  readonly at: number;
  /** Counts the mails in a text; which of two is newer is unknown. */
  readonly passage: number;
  /** Differs after a sign-in that may be to another organisation. */
  readonly session: string;
}

/** An object printed by PowerShell. */
export interface PrintedObject {
  readonly origin: OutputOrigin;
  /** All its names, in lower case. */
  readonly names: readonly string[];
  /** Its complete mail addresses, in lower case. */
  readonly addresses: readonly string[];
  /** By property name in lower case; an empty text if not set. */
  readonly properties: Properties;
  readonly place: Place;
}

/** A printed object before it is identified. */
export interface Draft {
  readonly properties: Properties;
  readonly command: PrintedCommand;
  readonly place: Place;
}

/** All names of an object, in lower case. */
export function namesIn(properties: Properties): readonly string[] {
  return nameProperties.flatMap((name) => {
    const value = properties.get(name)?.toLowerCase() ?? '';
    return value === '' ? [] : [value];
  });
}

function isAddress(text: string): boolean {
  return /^[^\s@*]+@[^\s@*]+$/.test(text) && !isCut(text);
}

/** The addresses of an object. Some lists prefix them with `smtp:`; `{SMTP:a@b, smtp:c@b}` lists all of a mailbox. */
function addressesIn(names: readonly string[], properties: Properties): readonly string[] {
  const list = (properties.get('emailaddresses') ?? '').toLowerCase().split(/[\s{},;]+/);
  return [...names, ...list.filter((one) => one.startsWith('smtp:'))]
    .map((one) => one.replace(/^smtp:/, ''))
    .filter(isAddress);
}

/** Whether an object has a setting that is checked here; Exchange prints one per mailbox, and one for the organisation. */
function isAnswer({ properties }: Draft): boolean {
  return [smtpSwitch, 'popenabled', 'imapenabled'].some((name) => properties.has(name));
}

/** The name of the organisation's object; Exchange has only one. */
const transportSettings = 'transport settings';

function originOf(
  properties: Properties,
  names: readonly string[],
  target: CommandTarget | undefined,
): OutputOrigin {
  const kind = tellingProperties.find(([name]) => properties.has(name))?.[1];
  if (kind !== undefined) return kind;
  if (target) return target.origin;
  if (names.includes(transportSettings)) return 'organisation';
  return names.length > 0 ? 'mailbox' : 'unsaid';
}

/** Whether an object has the switch for sending. */
export function hasSwitch({ properties }: PrintedObject): boolean {
  return properties.has(smtpSwitch);
}

/** Identifies a command's objects. After a command that prints one object, a second one is from a command not copied. */
function objectsOf(command: PrintedCommand, drafts: readonly Draft[]): readonly PrintedObject[] {
  const target = commandTarget(command);
  const isOnly = drafts.filter(isAnswer).length === 1;
  const first = drafts.find(isAnswer);
  return drafts.map((draft) => {
    const { properties, place } = draft;
    const named = namesIn(properties);
    const isOther = target?.origin === 'organisation' && draft !== first;
    const origin = originOf(properties, named, isOther ? undefined : target);
    // Only an object without an address of its own takes the address in the command.
    const isNameless = isOnly && target?.origin === origin && !named.some(isAddress);
    const asked = isNameless ? target.identity : undefined;
    const names = [...named, ...(asked === undefined ? [] : [asked])];
    return { origin, names, addresses: addressesIn(names, properties), properties, place };
  });
}

/** Identifies all objects, in the order of their commands. */
export function allObjects(drafts: readonly Draft[]): readonly PrintedObject[] {
  const byCommand = Map.groupBy(drafts, ({ command }) => command);
  return [...byCommand].flatMap(([command, own]) => objectsOf(command, own));
}
