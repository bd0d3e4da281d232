/** Reads what Exchange's PowerShell prints: lists, tables, CSV, JSON, bare values, with or without the commands. */

import { delimitedCells, delimitedHead, type DelimitedHead } from './delimited-rows.ts';
import {
  addressProperties,
  isKnownProperty,
  smtpSwitch,
  switchValue,
} from './exchange-properties.ts';
import { beginsJson, jsonObjectsAt } from './json-objects.ts';
import { isCommand, isFailure, isMailHeader, mayBeCommand } from './powershell-command.ts';
import { complaintIn, type Complaint } from './powershell-complaints.ts';
import { Command } from './printed-command.ts';
import { printedLines, type PrintedLine } from './printed-lines.ts';
import {
  blurred,
  isAmbiguous,
  isRestOfAddress,
  listLine,
  splattedObject,
  type ListLine,
} from './printed-list.ts';
import { allObjects, type PrintedObject, type Properties } from './printed-objects.ts';
import { isRule, rowsOf, tableBelow, type PrintedTable } from './printed-table.ts';
import { Transcript, type PlacedChange } from './printed-transcript.ts';

/** The objects, what was changed, complaints of PowerShell's own, and whether a table came in pieces and was not read. */
export interface PowerShellOutput {
  readonly objects: readonly PrintedObject[];
  readonly changes: readonly PlacedChange[];
  readonly complaints: readonly Complaint[];
  readonly hasBrokenTable: boolean;
}

interface OpenTable {
  readonly table: PrintedTable;
  readonly rows: string[];
  /** Blank lines between the rule and the first row. */
  blanks: number;
}

/** No value that is looked at is longer; those that are lists may be. */
const valueLimit = 20_000;

/** More lines than the head of any table has. */
const headLimit = 40;

class OutputParser {
  readonly printed = new Transcript();
  readonly complaints = new Set<Complaint>();
  hasBrokenTable = false;
  /** How often the last line was quoted. */
  #depth = 0;
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
    const complaint = complaintIn(line);
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
      this.printed.turn();
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
    for (const properties of objects) this.printed.keep(properties);
  }

  end(): void {
    // The last line break of a text is followed by no line.
    this.#endAll((this.#table?.blanks ?? 0) > 1);
    this.printed.end();
  }

  #start(command: Command): void {
    this.#endAll(true);
    this.printed.start(command);
  }

  #endAll(isFollowed: boolean): void {
    this.#endTable(isFollowed);
    this.#endList();
    this.#rows = undefined;
    this.#above = [];
    this.printed.command.close();
  }

  #keepAlone(properties: Properties): void {
    this.#endList();
    this.printed.keep(properties);
  }

  /** `>> ` is PowerShell asking for more of a command, unless a mail quotes the command so too. */
  #continuesCommand(line: string, asked: string): boolean {
    const isAsked = this.printed.command.isOpen && asked !== '' && !this.#isQuoted;
    if (!isAsked && !(this.printed.command.isOpenEnded && line !== '')) return false;
    this.printed.command.append(line.slice(asked.length).trim());
    this.printed.signIn(line);
    return true;
  }

  #blank(): void {
    this.printed.command.close();
    this.#endList();
    this.#rows = undefined;
    this.#above = [];
    if (!this.#table) return;
    if (this.#table.rows.length > 0) this.#endTable(true);
    else this.#table.blanks += 1;
  }

  #endList(): void {
    // Whoever does not know the command cannot tell where one object ends.
    const isMixed = isAmbiguous(this.#lists) && !this.printed.command.target;
    const lists = isMixed ? blurred(this.#lists) : this.#lists;
    for (const properties of lists) this.printed.keep(properties);
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
    if (isBlank && others.length === 0) this.printed.keep(new Map([[only, '']]));
    const objects = rowsOf(table, rows);
    if (!objects && table.names.includes(smtpSwitch)) this.hasBrokenTable = true;
    for (const properties of objects ?? []) this.printed.keep(properties);
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
    this.printed.keep(new Map(names.map((name, index) => [name, cells[index] ?? ''])));
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
    return this.printed.command.target?.isBare === true;
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
    this.printed.command.close();
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
    this.printed.command.appendBelow(line.trim());
  }
}

/** The objects in the order in which they were printed. Needs time in proportion to the text. */
export function readPowerShellOutput(text: string): PowerShellOutput {
  const parser = new OutputParser();
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
      parser.keepAll(json.objects, line);
      at += json.count - 1;
    } else {
      parser.read(line);
    }
  }
  parser.end();
  const { printed: told, complaints, hasBrokenTable } = parser;
  return {
    objects: allObjects(told.drafts),
    changes: told.changes,
    complaints: [...complaints],
    hasBrokenTable,
  };
}
