/** Parses output of Exchange's PowerShell: lists, plain tables, CSV and JSON, with or without the commands. */

import type { PastedLine } from './paste.ts';
import { withoutEnd } from '../values/text.ts';
import { smtpSwitch } from './exchange-properties.ts';
import { jsonObjects } from './json-objects.ts';
import {
  commandChanges,
  isCommand,
  isFailure,
  isMailHeader,
  isOpenEnded,
  isPolicyCommand,
  mayCalculate,
  signInOf,
  type PrintedCommand,
  type SettingChange,
} from './powershell-command.ts';
import { withResources } from './dsc-text.ts';
import { complaintIn, type Complaint } from './powershell-complaints.ts';
import { isOfSending, readBlock } from './printed-block.ts';
import {
  allObjects,
  namesIn,
  type Draft,
  type Place,
  type PrintedObject,
  type Properties,
} from './printed-objects.ts';
import { delimitedHead, isRule } from './printed-rows.ts';

/** A command that changed the switch, and its place. */
export interface PlacedChange extends SettingChange {
  readonly place: Place;
}

/** The place of unreadable output, and whether it may be about sending. */
export interface Unread {
  readonly place: Place;
  readonly isSending: boolean;
}

/** The objects, changes, error messages and unreadable places, and the lines that are not output. */
export interface PowerShellOutput {
  readonly objects: readonly PrintedObject[];
  readonly changes: readonly PlacedChange[];
  readonly complaints: readonly Complaint[];
  readonly unread: readonly Unread[];
  /** Whether there are commands that print something, and nothing else. */
  readonly isCommandOnly: boolean;
  /** Whether a command is about authentication policies. */
  readonly hasPolicyCommand: boolean;
  readonly text: readonly string[];
}

/** Longer than any command. */
const commandLimit = 4000;

/** Lines from other streams that are mixed into the output. */
const aside = /^\s{0,20}(?:#TYPE\b|(?:WARNING|WARNUNG):)/;

class OutputParser {
  readonly drafts: Draft[] = [];
  readonly changes: PlacedChange[] = [];
  readonly complaints = new Set<Complaint>();
  readonly unread: Unread[] = [];
  readonly text: string[] = [];
  hasCommand = false;
  hasChange = false;
  hasPolicyCommand = false;
  #command: PrintedCommand = { text: '', isTorn: false };
  /** Whether the command has no output yet. */
  #isOpen = false;
  /** The lines since the last blank line. */
  #block: string[] = [];
  #hasRows = false;
  /** Whether a block of this command was just a name or just a switch. */
  #lone: 'name' | 'switch' | undefined;
  /** The quoting depth of the last line. */
  #depth = 0;
  #passage = 0;
  #session = '';
  #signIns = 0;

  get #place(): Place {
    return { at: this.drafts.length, passage: this.#passage, session: this.#session };
  }

  read({ text: line, depth }: PastedLine): void {
    if (aside.test(line)) return;
    const complaint = complaintIn(line);
    if (complaint !== undefined) this.complaints.add(complaint);
    if (line === '') this.#endBlock();
    else {
      this.#turn(line, depth);
      if (isMailHeader(line) || isFailure(line)) this.start('');
      else if (isCommand(line, this.#hasRows)) this.start(line);
      else this.#add(line);
    }
  }

  /** Keeps objects that were printed together. */
  keepAll(objects: readonly Properties[], { text, depth }: PastedLine): void {
    this.#endBlock();
    this.#turn(text, depth);
    this.#keep(objects);
  }

  /** Attributes the following output to this command; without text, to an unknown one. */
  start(line: string): void {
    this.#endBlock();
    for (const change of commandChanges(this.#command)) {
      this.changes.push({ ...change, place: this.#place });
    }
    const text = line.slice(0, commandLimit).trim();
    this.#isOpen = text !== '';
    this.hasCommand ||= /\b(?:Get|Test)-/i.test(text);
    this.hasChange ||= /\b(?:Set|New|Remove|Add)-/i.test(text);
    this.hasPolicyCommand ||= isPolicyCommand(text);
    // Output of an unknown command may still come from the one above it.
    const isTorn = this.#isOpen ? isOpenEnded(text) : mayCalculate(this.#command);
    this.#command = { text, isTorn };
    if (this.#isOpen) this.#lone = undefined;
    // The same account named in the same way means the same organisation.
    const signIn = signInOf(text);
    if (signIn === undefined) return;
    this.#signIns += 1;
    this.#session = signIn.includes('@') ? signIn : String(this.#signIns);
  }

  /** Starts a new passage at a mail header or a change of quoting depth; which mail is newer is unknown. */
  #turn(line: string, depth: number): void {
    if (isMailHeader(line) || depth !== this.#depth) {
      this.start('');
      this.#passage += 1;
    }
    this.#depth = depth;
  }

  #add(line: string): void {
    this.#block.push(line);
    this.#hasRows ||= isRule(line) || delimitedHead(line) !== undefined;
  }

  #endBlock(): void {
    const block = this.#block;
    if (block.length > 0) {
      this.#block = [];
      this.#hasRows = false;
      const { objects, hasText, isUnread } = readBlock(block);
      if (isUnread) this.#leave(block.some(isOfSending));
      else if (objects.length === 0) this.text.push(...block, '');
      if (hasText && this.#isOpen) this.#command = { ...this.#command, isTorn: true };
      else if (hasText) this.start('');
      this.#keep(objects);
      this.#part(objects);
    }
    this.#isOpen = false;
  }

  /** A name in one block and a switch in the next may be one object with blank lines inserted, so mark it as unread. */
  #part([object, another]: readonly Properties[]): void {
    if (!object || another) return;
    const [isNamed, isSwitch] = [namesIn(object).length > 0, object.has(smtpSwitch)];
    if (isNamed === isSwitch) return;
    const lone = isNamed ? 'name' : 'switch';
    if (this.#lone !== undefined && this.#lone !== lone) this.#leave(true);
    this.#lone = lone;
  }

  #leave(isSending: boolean): void {
    this.unread.push({ place: this.#place, isSending });
  }

  #keep(objects: readonly Properties[]): void {
    const isOwn = mayCalculate(this.#command);
    for (const properties of objects) {
      if (isOwn && properties.has(smtpSwitch)) this.#leave(true);
      else this.drafts.push({ properties, command: this.#command, place: this.#place });
    }
    this.#isOpen = false;
  }
}

/** Colour codes whose escape character was lost, or replaced by a visible symbol. */
const orphanedColour = /[\u2190\u241B\uFFFD]?\[\d{1,3}(?:;\d{1,3}){0,5}m/g;

/** Removes colours, invisible characters and trailing blanks; keeps tabs, because an empty cell may follow one. */
function printedLine({ text, depth }: PastedLine): PastedLine {
  const line = text
    .replace(orphanedColour, '')
    .replace(/\p{Default_Ignorable_Code_Point}/gu, '')
    .replace(/[\p{Zs}\v\f]/gu, ' ');
  return { text: line.trim() === '' ? '' : withoutEnd(line, ' '), depth };
}

/**
 * Reads the objects in the order of printing. Any form other than those of the site's commands is not guessed at but
 * reported as unread. Takes linear time.
 */
export function readPowerShellOutput(pasted: readonly PastedLine[]): PowerShellOutput {
  const parser = new OutputParser();
  const lines = withResources(pasted.map(printedLine));
  const jsons = jsonObjects(lines.map(({ text }) => text));
  for (let at = 0; at < lines.length; at += 1) {
    const line = lines[at] ?? { text: '', depth: 0 };
    const json = jsons.get(at);
    if (json) parser.keepAll(json.objects, line);
    else parser.read(line);
    at += (json?.count ?? 1) - 1;
  }
  parser.start('');
  const { drafts, changes, complaints, unread, hasPolicyCommand, text } = parser;
  const isAsking = parser.hasCommand && !parser.hasChange;
  return {
    objects: allObjects(drafts),
    changes,
    complaints: [...complaints],
    unread,
    isCommandOnly: isAsking && [drafts, unread, text].every(({ length }) => length === 0),
    hasPolicyCommand,
    text,
  };
}
