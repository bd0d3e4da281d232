/** Splits a line with permissions into the words before them, and each name with the notes on it. */

import { anyName, namesInText, permissionHeading, typeNamed } from './permission-words.ts';

/** A name, and the cells of its row. */
export interface NamedCells {
  readonly name: string;
  readonly cells: readonly string[];
}

/** A list of names in one line. */
export interface PermissionLine {
  /** The words before the first name: an API, a type, or any label. */
  readonly before: string;
  readonly items: readonly NamedCells[];
}

/** Marks of lists, headings and emphasis, as Markdown and word processors have them. */
const bullet =
  /^\s{0,40}(?:#{1,6}\s+|[-–•·*+▪◦o]\s+|\d{1,3}[.)]\s+|\[[xX✓✔]\]\s{0,4}|[☑☒✅✓✔]\s{0,4}){1,3}/u;
/** A box without its tick: the permission is not there. */
const unticked = /^\s{0,40}(?:[-•*+]\s+)?(?:\[\s?\]|[☐□❌✗✘])/u;

/** The line without those marks, and whether they make it a heading; empty if its box has no tick. */
export function withoutMarks(line: string): { readonly text: string; readonly isMarked: boolean } {
  const plain = line
    .replace(/[`*"„“”]|__/g, '')
    .replace(bullet, '')
    .replace(/^\s{0,40}\[(.{1,4000})\][,;]?\s{0,9}$/, '$1');
  const isMarked = /^\s{0,8}(?:#{1,6}\s|\*\*|__)/.test(line) || /[:：]\s{0,8}$/.test(plain);
  return { text: unticked.test(line) ? '' : plain, isMarked };
}

/** Removes the outer bars of a Markdown row. */
export function withoutFrame(line: string): string {
  const row = line.trim();
  return row.length > 1 && row.startsWith('|') && row.endsWith('|') ? row.slice(1, -1) : line;
}

/** The cells of a line: at tabs, bars and wide gaps. */
export function cellsOf(line: string): readonly string[] {
  return line
    .split(/\t| {2,}|\|/)
    .map((cell) => cell.trim())
    .filter((cell) => cell !== '');
}

/** Longer lines are no lists. */
const lineLimit = 4000;
/** The longest label before a list, and the longest note after a name. */
const labelLimit = 80;

/** Words that say that a permission is not there, or that it is not certain. */
export const denied =
  /(?<!\p{L})(?:fehl(?:t|en|end\p{L}{0,2})|missing|nicht|kein\p{L}{0,2}|not|no|never|without|ohne|remov\p{L}{1,3}|entfern\p{L}{1,3}|statt|instead|sollte\p{L}{0,1}|should|(?:soll|erforderlich|benötigt|required|needed)(?=\s{0,4}[:=]))(?!\p{L})|\?\s{0,4}$|❌|✗|✘/iu;

/** The state of a permission at the end of its line. */
const gone =
  /(?<!\p{L})(?:entfernt|gelöscht|removed|deleted|fehl(?:t|en)|missing|(?:nicht|not) (?:mehr )?(?:vorhanden|da|gesetzt|eingetragen|hinzugefügt|present|there|set|added))[\s.)]{0,4}$/iu;
/** A line that is nothing but such a state: „wurde entfernt“. */
const goneAlone = /^(?:\p{L}{2,5}\s){0,2}\S{4,20}(?:\s\S{1,20})?$/u;

/**
 * The lines without permissions that they say are gone, and without what a diff has removed: a minus is no bullet if
 * another line has a plus.
 */
export function presentLines(lines: readonly string[]): readonly string[] {
  const isDiff = lines.some(
    (line) => /^\+\s{0,4}\S/.test(line) && anyName.test(line.slice(0, 300)),
  );
  return lines.map((line, at) => {
    if (isDiff && /^[-–−]/.test(line)) return '';
    const below = lines[at + 1]?.trim() ?? '';
    const isGone = gone.test(line.slice(-60)) || (goneAlone.test(below) && gone.test(below));
    return isGone && anyName.test(line.slice(0, lineLimit)) ? '' : line;
  });
}

/** A further cell with its name or a status: `, Type: Application, Status: Granted`, `, not granted`. */
const labelled =
  /^\s{0,4}[,;]\s{0,4}((?:(?:type?|status)\s?[:=]\s?|(?:nicht |not )?(?:granted|gewährt|erteilt)\b)[^,;]{0,80})/i;

/** What separates two names of a list. */
const separator = /^(?:\s{0,4}(?:[,;+&/]|(?:und|and|sowie|plus)(?!\p{L}))){0,2}\s{0,4}$/iu;
/** A note: in brackets, after a dash or a colon, or as the type itself. */
const bracketed = /^\s{0,4}[([]([^()[\]]{1,80})[)\]]/;
const dashed = /^\s{0,4}(?:[-–—:=]{1,2}>?|→)\s{0,4}([^,;]{1,80}?)\s{0,4}(?=[,;]|$)/;
const worded =
  /^\s{1,4}((?:(?:as|als)\s)?[\p{L}-]{3,40}(?:\s(?:permission|berechtigung|context))?)\s{0,4}(?=[,;+&/]|$|\s(?:und|and)\s)/iu;

/** A doubt about the type before it: `Delegated / Application`, `Delegated ?`. */
const doubt = /^\s{0,4}(?:\?|(?:\/|oder|or|bzw\.?)\s{0,4}(?:app|anwendung|deleg))/i;

/** The notes at the start of a text, and the rest. */
function notesIn(text: string): { readonly notes: readonly string[]; readonly rest: string } {
  const notes: string[] = [];
  let rest = text;
  for (let count = 0; count < 3; count += 1) {
    const found =
      labelled.exec(rest) ?? bracketed.exec(rest) ?? dashed.exec(rest) ?? typedWord(rest);
    if (!found) break;
    notes.push(found[1] ?? '');
    rest = rest.slice(found[0].length);
  }
  return { notes, rest };
}

function typedWord(text: string): RegExpExecArray | undefined {
  const found = worded.exec(text);
  return found && typeNamed(found[1] ?? '') !== undefined ? found : undefined;
}

/** Where a line goes on with another heading: `Delegated: A, B; Application: C`. */
const innerHeading =
  /[.;,]\s{1,4}(?=(?:(?:unter|under|und|and)\s)?(?:delegated|delegiert|app|anwendung|microsoft graph|graph|office 365|exchange)[^.,;:]{0,50}(?::\s|\s[A-Z][A-Za-z]{1,20}\.[A-Z]))/gi;

/** The lists of a line, each with its own heading. */
export function listsIn(line: string): readonly string[] {
  return line.length > lineLimit ? [line] : line.split(innerHeading);
}

/** A note that is about all names before it: „beide Anwendung“, „all delegated“. */
export const ofAll = /^(?:all|alle|both|beide|jeweils)\s/i;

/** Whether the words before a list are its label: nothing, a label with a colon, an API or a type. */
function isLabel(before: string): boolean {
  const text = before.trim();
  if (text === '' || text.length > labelLimit) return text === '';
  return /[:=–—>→»-]$/.test(text) || permissionHeading(text, true) !== undefined;
}

/**
 * Reads a line as a list of names: `Microsoft Graph: A, B (Delegated)`. Names in a sentence count only with a type beside
 * them. Undefined if the line is none: a single name with the cells of a row is left to the table.
 */
export function permissionLine(line: string): PermissionLine | undefined {
  if (line.length > lineLimit) return undefined;
  const found = [...line.matchAll(namesInText)];
  const [first] = found;
  if (!first) return undefined;
  const before = line.slice(0, first.index);
  const items = found.map(({ 0: name, index }, at) => {
    const { notes, rest } = notesIn(line.slice(index + name.length, found[at + 1]?.index));
    return { name, notes, rest };
  });
  const isPure =
    isLabel(before) && items.every(({ rest }) => separator.test(rest.replace(/[.:]$/, '')));
  const isSaid = items.filter(
    ({ notes, rest }) => !doubt.test(rest) && notes.some((note) => typeNamed(note)),
  );
  if (!isPure && (isSaid.length === 0 || denied.test(line))) return undefined;
  if (isPure && denied.test(before)) return { before: '', items: [] };
  const last = items.at(-1)?.notes.filter((note) => ofAll.test(note)) ?? [];
  const kept = (isPure ? items : isSaid).filter(({ notes }) => !notes.some(isDenial));
  return {
    before: isPure ? before.trim().replace(/[:=–—>→»-]$/, '') : '',
    items: kept.map(({ name, notes }) => ({ name, cells: [...notes, ...last] })),
  };
}

/** Whether a note says that the permission is missing; „not granted“ is about its consent. */
function isDenial(note: string): boolean {
  return denied.test(note) && !/granted|gewährt|erteilt|consent|zustimmung/i.test(note);
}
