/** Reads what Exchange's PowerShell prints: lists, tables, CSV, JSON, bare values, with or without the commands. */

import { delimitedCells, delimitedHead, type DelimitedHead } from './delimited-rows.ts';
import {
  addressProperties,
  isCut,
  isKnownProperty,
  nameProperties,
  propertyName,
  smtpSwitch,
  switchValue,
  tellingProperties,
  type OutputOrigin,
} from './exchange-properties.ts';
import { beginsJson, jsonObjectsAt } from './json-objects.ts';
import {
  commandChanges,
  commandTarget,
  isCalculated,
  isCommand,
  isFailure,
  isMailHeader,
  isOpenEnded,
  mayBeCommand,
  signInOf,
  type CommandTarget,
  type SettingChange,
} from './powershell-command.ts';
import { printedLines, type PrintedLine } from './printed-lines.ts';
import { isRule, rowsOf, tableBelow, type PrintedTable } from './printed-table.ts';

type Properties = ReadonlyMap<string, string>;

/** Where something stands. */
export interface Place {
  /** How many objects were printed before. */
  readonly at: number;
  /** Counts the mails in a text; which of two is the newer one is not known. */
  readonly passage: number;
  /** Differs where somebody may have signed in to another organisation. */
  readonly session: string;
}

/** A command that changed the switch, and where it stands. */
export interface PlacedChange extends Omit<SettingChange, 'isLast'> {
  readonly place: Place;
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

/** The objects, what was changed, complaints of PowerShell's own, and whether a table came in pieces and was not read. */
export interface PowerShellOutput {
  readonly objects: readonly PrintedObject[];
  readonly changes: readonly PlacedChange[];
  readonly complaints: readonly ('not-connected' | 'not-found')[];
  readonly hasBrokenTable: boolean;
}

/**
 * PowerShell's complaints, in English and German.
 * @see https://learn.microsoft.com/powershell/exchange/connect-to-exchange-online-powershell checked 2026-11-20
 */
const complaintWords: readonly (readonly [RegExp, PowerShellOutput['complaints'][number]])[] = [
  [
    /CommandNotFoundException|is not recognized as|(?:wurde|wird) nicht als Name eines Cmdlet|must call the Connect-ExchangeOnline/i,
    'not-connected',
  ],
  [
    /ManagementObjectNotFoundException|couldn['’]t be found|could not be found|konnte nicht gefunden werden|wurde nicht gefunden|nicht gefunden wurde|nicht auf .{1,120} gefunden/i,
    'not-found',
  ],
];

/** Longer than any command, and than a line of one. */
const commandLimit = 4000;

/** A command with the lines below it that may still be its own. */
class Command {
  isOpen: boolean;
  #text: string;
  readonly #below: string[] = [];
  #target: CommandTarget | undefined;
  #changes: readonly SettingChange[] = [];
  #isCalculated = false;

  /** Without text there is none: what follows was printed by nobody knows which. */
  constructor(text = '') {
    this.#text = text.slice(0, commandLimit).trim();
    this.isOpen = text !== '';
  }

  get text(): string {
    return this.#text;
  }

  get isOpenEnded(): boolean {
    return this.isOpen && isOpenEnded(this.#text);
  }

  append(text: string): void {
    if (this.#text.length < commandLimit) this.#text = `${this.#text} ${text}`.trim();
  }

  /** A line that may be the end of one that did not fit into the window. */
  appendBelow(line: string): void {
    if (this.isOpen && this.#below.length < 3) this.#below.push(line.slice(0, commandLimit));
  }

  /** Nothing of what comes belongs to it any more. */
  close(): void {
    if (!this.isOpen) return;
    this.#target = commandTarget(this.#text, this.#below);
    this.#changes = commandChanges(this.#text, this.#below);
    this.#isCalculated = isCalculated(this.#text, this.#below);
    this.isOpen = false;
  }

  get target(): CommandTarget | undefined {
    this.close();
    return this.#target;
  }

  get changes(): readonly SettingChange[] {
    this.close();
    return this.#changes;
  }

  /** Whether its switch is none of Exchange's. */
  get isCalculated(): boolean {
    this.close();
    return this.#isCalculated;
  }
}

/** An object before it is known which of its command's it is. */
interface Draft {
  readonly properties: Properties;
  readonly command: Command;
  readonly place: Place;
}

interface OpenTable {
  readonly table: PrintedTable;
  readonly rows: string[];
  /** Blank lines between the rule and the first row. */
  blanks: number;
}

/** `Name : value`; PowerShell puts a blank on either side of the colon. `column` is where values begin. */
interface ListLine {
  readonly name: string;
  readonly value: string;
  readonly column: number;
}

/** With `=` in place of the colon it is written by hand. */
function listLine(line: string): ListLine | undefined {
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

/** The rest of an address that was broken in the middle. */
function isRestOfAddress(value: string, text: string): boolean {
  const isBroken = !isCut(value) && !isWholeAddress(value);
  return isBroken && /^[\w.@+-]+$/.test(text) && isWholeAddress(value + text);
}

/** `@{Name=value; Name=value}`, as an object looks within a text. */
function splattedObject(line: string): Properties | undefined {
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
function isAmbiguous(lists: readonly Properties[]): boolean {
  const orders = lists.map((list) => [...list.keys()].join(' '));
  const [first = ''] = orders;
  const others = orders.filter((order) => order !== first);
  return others.some((order) => order !== smtpSwitch || !first.endsWith(smtpSwitch));
}

/** Each with every value of the switch that there is, since any may be its own; as many as can be shown. */
function blurred(lists: readonly Properties[]): readonly Properties[] {
  const values = new Set(lists.flatMap((list) => list.get(smtpSwitch) ?? []));
  const all = [...values]
    .slice(0, 3)
    .map((value) => value || '–')
    .join(' / ');
  return values.size < 2 ? lists : lists.map((list) => new Map([...list, [smtpSwitch, all]]));
}

/** No value that is looked at is longer; those that are lists may be. */
const valueLimit = 20_000;

/** More lines than the head of any table has. */
const headLimit = 40;

class Reader {
  readonly drafts: Draft[] = [];
  readonly changes: PlacedChange[] = [];
  readonly complaints = new Set<PowerShellOutput['complaints'][number]>();
  hasBrokenTable = false;
  #command = new Command();
  /** Where the command stands. */
  #from: Place = { at: 0, passage: 0, session: '' };
  #passage = 0;
  /** How often the last line was quoted. */
  #depth = 0;
  #session = '';
  #signIns = 0;
  /** The lists that stand together, without a blank line between them. */
  #lists: Map<string, string>[] = [];
  /** The last line of a list, which may go on in the next one. */
  #last: ListLine | undefined;
  #table: OpenTable | undefined;
  #rows: DelimitedHead | undefined;
  /** Whether the last line was quoted as mails quote a quotation. */
  #isQuoted = false;
  /** What may be the head of a table. */
  #above: string[] = [];

  read({ text: line, depth }: PrintedLine): void {
    const complaint = complaintWords.find(([words]) => words.test(line))?.[1];
    if (complaint !== undefined) this.complaints.add(complaint);
    const [asked = ''] = /^>{2,6}(?: |$)/.exec(line) ?? [];
    if (this.#continuesCommand(line, asked)) return;
    const bare = line.slice(asked.length);
    this.#turn(bare, depth + asked.trim().length);
    if (isMailHeader(bare)) this.#start(new Command());
    else this.#line(bare);
    this.#isQuoted = asked !== '';
  }

  /** Another mail begins with its header, or where it is quoted less, or more. */
  #turn(line: string, depth: number): void {
    if (line === '') return;
    const isHeader = isMailHeader(line);
    if (isHeader) this.#endAll(true);
    if (isHeader || depth !== this.#depth) {
      if (isKnownProperty(listLine(line)?.name ?? '')) this.#endList();
      this.#passage += 1;
    }
    this.#depth = depth;
  }

  #line(line: string): void {
    if (line === '') this.#blank();
    else if (isFailure(line)) this.#start(new Command());
    else if (isCommand(line, this.#table !== undefined || this.#rows !== undefined)) {
      this.#start(new Command(line));
    } else if (isRule(line)) this.#rule(line);
    else if (!this.#row(line)) this.#text(line);
  }

  /** All that was printed in one go. */
  keepAll(objects: readonly Properties[], { text, depth }: PrintedLine): void {
    this.#endAll(true);
    this.#turn(text, depth);
    for (const properties of objects) this.#keep(properties);
  }

  end(): void {
    // The last line break of a text is followed by no line.
    this.#endAll((this.#table?.blanks ?? 0) > 1);
    this.#keepChanges();
  }

  get #place(): Place {
    return { at: this.drafts.length, passage: this.#passage, session: this.#session };
  }

  #start(command: Command): void {
    this.#endAll(true);
    this.#keepChanges();
    this.#command = command;
    this.#signIn(command.text);
    this.#from = this.#place;
  }

  /** Whoever names the same account in the same way is in the same organisation. */
  #signIn(text: string): void {
    const signIn = signInOf(text);
    if (signIn === undefined) return;
    this.#signIns += 1;
    this.#session = signIn.includes('@') ? signIn : String(this.#signIns);
  }

  #keepChanges(): void {
    for (const { isLast, ...change } of this.#command.changes) {
      const at = isLast ? this.drafts.length : this.#from.at;
      this.changes.push({ ...change, place: { ...this.#from, at } });
    }
  }

  #endAll(isFollowed: boolean): void {
    this.#endTable(isFollowed);
    this.#endList();
    this.#rows = undefined;
    this.#above = [];
    this.#command.close();
  }

  #keep(properties: Properties): void {
    if (properties.size > 0) {
      this.drafts.push({ properties, command: this.#command, place: this.#place });
    }
  }

  #keepAlone(properties: Properties): void {
    this.#endList();
    this.#keep(properties);
  }

  /** `>> ` is PowerShell asking for more of a command, unless a mail quotes the command so too. */
  #continuesCommand(line: string, asked: string): boolean {
    const isAsked = this.#command.isOpen && asked !== '' && !this.#isQuoted;
    if (!isAsked && !(this.#command.isOpenEnded && line !== '')) return false;
    this.#command.append(line.slice(asked.length).trim());
    this.#signIn(line);
    return true;
  }

  #blank(): void {
    this.#command.close();
    this.#endList();
    this.#rows = undefined;
    this.#above = [];
    if (!this.#table) return;
    if (this.#table.rows.length > 0) this.#endTable(true);
    else this.#table.blanks += 1;
  }

  #endList(): void {
    // Whoever does not know the command cannot tell where one object ends.
    const isMixed = isAmbiguous(this.#lists) && !this.#command.target;
    const lists = isMixed ? blurred(this.#lists) : this.#lists;
    for (const properties of lists) this.#keep(properties);
    this.#lists = [];
    this.#last = undefined;
  }

  /** A single column without rows has a blank one, if the text goes on behind it: PowerShell prints no head alone. */
  #endTable(isFollowed: boolean): void {
    if (!this.#table) return;
    const { table, rows, blanks } = this.#table;
    this.#table = undefined;
    const [only = '', ...others] = table.names;
    const isBlank = rows.length === 0 && blanks > 0 && isFollowed;
    if (isBlank && others.length === 0) this.#keep(new Map([[only, '']]));
    for (const properties of rowsOf(table, rows)) this.#keep(properties);
  }

  #rule(dashes: string): void {
    const isBroken = this.#table?.rows.length === 0 && this.#table.blanks === 0;
    const head = this.#headAbove();
    if (isBroken) {
      this.#table = undefined;
      this.hasBrokenTable = true;
    }
    this.#endAll(true);
    const table = isBroken ? undefined : tableBelow(head, dashes);
    if (table) this.#table = { table, rows: [], blanks: 0 };
  }

  /** Where blank lines were lost, the head of the next table seems to be a row of the last one. */
  #headAbove(): readonly string[] {
    const row = this.#table?.rows.pop();
    return row === undefined ? this.#above : [row];
  }

  /** Whether a line is one of a table or of CSV. */
  #row(line: string): boolean {
    if (!this.#table && !this.#rows) return false;
    if (isKnownProperty(listLine(line)?.name ?? '') || delimitedHead(line)) {
      this.#endTable(true);
      this.#rows = undefined;
      return false;
    }
    if (this.#table) {
      const { table, rows, blanks } = this.#table;
      const isAlone = table.names.length === 1 && blanks > 0;
      if (!isAlone || typeof switchValue(line) === 'boolean') {
        rows.push(line);
        return true;
      }
      this.#endTable(true);
    }
    if (!this.#rows) return false;
    const { names, delimiter } = this.#rows;
    // What has quotes around its head has them around each value.
    if (names.length === 1 && !line.trimStart().startsWith('"')) return false;
    const cells = delimitedCells(line, delimiter);
    if (cells.length !== names.length) return false;
    this.#keep(new Map(names.map((name, index) => [name, cells[index] ?? ''])));
    return true;
  }

  #text(line: string): void {
    const splatted = splattedObject(line);
    if (splatted) this.#keepAlone(splatted);
    else if (this.#isBareValue(line)) this.#keepAlone(new Map([[smtpSwitch, line.trim()]]));
    else if (!this.#goesOn(line)) this.#property(line);
  }

  #isBareValue(line: string): boolean {
    if (typeof switchValue(line) !== 'boolean') return false;
    return this.#command.target?.isBare === true;
  }

  /** A value that was too long goes on below where it began, or, without its indent, where it cannot be anything else. */
  #goesOn(line: string): boolean {
    if (!this.#last) return false;
    const { name, column } = this.#last;
    const properties = this.#lists.at(-1);
    const value = properties?.get(name) ?? '';
    const text = line.trim();
    const isIndented = line.length - line.trimStart().length >= column;
    const isSwitch = value === '' && typeof switchValue(text) === 'boolean';
    const isAddress = addressProperties.includes(name) && isRestOfAddress(value, text);
    const isOwn = isKnownProperty(listLine(line)?.name ?? '');
    if (isOwn || !(isIndented || isSwitch || isAddress) || value.length > valueLimit) return false;
    properties?.set(name, value + text);
    return true;
  }

  #property(line: string): void {
    const found = listLine(line);
    if (!found) {
      this.#other(line);
      return;
    }
    // Without a blank line between them, the next object begins with a property that the last one had.
    const list = this.#lists.at(-1);
    if (!list || list.has(found.name)) this.#lists.push(new Map([[found.name, found.value]]));
    else list.set(found.name, found.value);
    this.#command.close();
    this.#last = found;
  }

  #other(line: string): void {
    if (mayBeCommand(line)) {
      this.#start(new Command(line));
      return;
    }
    this.#last = undefined;
    if (this.#above.length < headLimit) this.#above.push(line);
    const head = delimitedHead(line);
    if (head) this.#endList();
    this.#rows = head ?? this.#rows;
    this.#command.appendBelow(line.trim());
  }
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

function allObjects(drafts: readonly Draft[]): readonly PrintedObject[] {
  const byCommand = Map.groupBy(drafts, ({ command }) => command);
  return [...byCommand].flatMap(([command, own]) => objectsOf(command, own));
}

/** The objects in the order in which they were printed. Needs time in proportion to the text. */
export function readPowerShellOutput(text: string): PowerShellOutput {
  const reader = new Reader();
  const printed = printedLines(text);
  const lines = printed.map((line) => line.text);
  // Brackets in which there is no JSON, or that are never closed, are looked into once.
  let isNoJsonUntil = 0;
  for (let at = 0; at < lines.length; at += 1) {
    const line = printed[at] ?? { text: '', depth: 0 };
    const json =
      at >= isNoJsonUntil && beginsJson(line.text) ? jsonObjectsAt(lines, at) : undefined;
    isNoJsonUntil = Math.max(isNoJsonUntil, at + (json?.count ?? 0));
    if (json && json.objects.length > 0) {
      reader.keepAll(json.objects, line);
      at += json.count - 1;
    } else {
      reader.read(line);
    }
  }
  reader.end();
  const { drafts, changes, complaints, hasBrokenTable } = reader;
  return { objects: allObjects(drafts), changes, complaints: [...complaints], hasBrokenTable };
}
