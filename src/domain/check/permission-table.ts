/** Reads a copy of the portal's table of API permissions, in any language, in cells or in lines. */

import type { PermissionType } from '../guide/guide.ts';
import type { PastedLine } from './paste.ts';
import {
  cellsOf,
  listsIn,
  ofAll,
  permissionLine,
  presentLines,
  withoutFrame,
  withoutMarks,
  type PermissionLine,
} from './permission-line.ts';
import {
  consent,
  consentForm,
  isAside,
  isStatusColumn,
  partIn,
  typedRow,
  withoutStatusLabel,
  type Origin,
} from './permission-page.ts';
import { anyName, grantIn, isName, permissionHeading, typeNamed } from './permission-words.ts';
import type { SeenPermission } from './registration.ts';

/** The maximum number of rows; a registration has far fewer. */
const rowLimit = 500;

/** `Microsoft Graph (5)`, the portal's heading above the permissions of an API. */
const apiForm = /^(\S.{1,80}?)\s?\((\d{1,3})\)$/;
const apiNames: readonly string[] = ['Microsoft Graph', 'Office 365 Exchange Online'];

/** Other APIs as headings without a number. */
const otherApi =
  /^(?!.{0,60}(?:graph|exchange|berechtigung|permission|autorisation|konfigur|configur))(?:(?:\S{1,40}\s){1,4}API|(?:windows )?azure (?:service management|active directory(?: graph)?|storage|key vault)|(?:office 365 )?sharepoint(?: online)?|dynamics (?:crm|erp)|power ?bi service|office 365 management apis)$/i;

/** The API in a heading. A status may look like a heading: `Granted for Muster Bau (2)`. */
function apiIn(cell: string): string | undefined {
  if (grantIn([cell]) !== null) return undefined;
  return otherApi.exec(cell)?.[0] ?? apiForm.exec(cell)?.[1];
}

/** Longer cells are descriptions, and normalising very many accents is slow. */
const cellLimit = 300;

/** The cell without the icon before a status (a tick, a triangle) or a group. */
function cellText(cell: string): string {
  return cell
    .slice(0, cellLimit)
    .normalize('NFC')
    .replace(/^[^\p{L}\p{N}]{1,20}/u, '')
    .trim();
}

/**
 * Splits a row whose cells are only one blank apart: the first word is the name; on the page of the enterprise
 * application the API comes before it.
 */
function splitRow(cell: string): readonly string[] {
  const api = apiNames.find((name) => cell.toLowerCase().startsWith(`${name.toLowerCase()} `));
  const row = api === undefined ? null : consentForm.exec(cell);
  if (api !== undefined && row !== null) {
    const [name = '', ...text] = (row[1] ?? '').slice(api.length + 1).split(' ');
    return [api, name, text.join(' '), row[2] ?? '', row[3] ?? ''];
  }
  const blank = cell.indexOf(' ');
  if (blank < 0 || !isName(cell.slice(0, blank))) return [cell];
  const [name, rest] = [cell.slice(0, blank), cell.slice(blank + 1)];
  const [, type, text] = typedRow.exec(rest) ?? [];
  return type === undefined || text === undefined
    ? [name, rest]
    : [name, text.startsWith('?') ? `${type}?` : type, cellText(text)];
}

/** The type that the cells name; undefined if they name both. */
function typeIn(cells: readonly string[]): PermissionType | undefined {
  const types = new Set(cells.flatMap((cell) => typeNamed(cell) ?? []));
  return types.size === 1 ? [...types][0] : undefined;
}

/** The portal's five columns; the last of them is the status. */
const columns = 5;

/** Whether the row's last cell is present and empty. */
function endsEmpty(line: string): boolean {
  const cells = line.split(/[\t|]/);
  return cells.length >= columns && cells.at(-1)?.trim() === '';
}

interface Row {
  readonly api: string;
  readonly name: string;
  readonly cells: string[];
  readonly origin: Origin;
  readonly endsEmpty: boolean;
  /** The type in the heading above, or in the words before a list. */
  readonly type?: PermissionType | undefined;
  /** Whether it is an item of a list: below it there are no cells, and without a status nothing is known of it. */
  readonly isListed: boolean;
}

/** The rows as written, and whether the table has a status column. */
class TableReading {
  readonly rows: Row[] = [];
  hasStatusColumn = false;
  #api = '';
  #type: PermissionType | undefined;
  #origin: Origin;
  #cells: string[] = [];
  /** The number of rows when the last heading with a type was read. */
  #typedAt = 0;
  /** Whether the line has a name: what comes before it belongs to it. */
  #isRow = false;
  /** Whether types are headings: one came before all rows. */
  #hasTypes = false;

  readLine(line: string): void {
    if (this.rows.length >= rowLimit) return;
    const { text, isMarked } = withoutMarks(withoutFrame(line));
    const written = cellsOf(text).flatMap(listsIn);
    const cells = written.map(cellText).flatMap(splitRow);
    const [first = '', second = ''] = cells;
    // On the page of the enterprise application, each row has its API.
    const isOfApi = this.#origin === 'enterprise-app' && !isName(first) && isName(second);
    if (isOfApi) this.#api = first;
    const isEmptyAtEnd = endsEmpty(text);
    const known = this.rows.length;
    this.#isRow = written.some((cell) => cell.search(anyName) >= 0);
    const [type, hasTypes] = [this.#type, this.#hasTypes];
    for (const cell of isOfApi ? cells.slice(1) : written) {
      const list = isOfApi || !this.#isRow ? undefined : permissionLine(cell);
      if (list && isList(list)) this.#addList(list);
      else {
        for (const part of isOfApi ? [cell] : splitRow(cellText(cell))) {
          this.#read(part, isEmptyAtEnd, isMarked, known);
        }
      }
    }
    // A type beside a name is a cell of its row.
    if (this.rows.length > known) [this.#type, this.#hasTypes] = [type, hasTypes];
  }

  #addList({ before, items }: PermissionLine): void {
    const heading = permissionHeading(before, true);
    this.#cells = [];
    for (const { name, cells } of items) {
      if (this.rows.length >= rowLimit) return;
      this.rows.push({
        api: heading?.api ?? apiIn(before) ?? this.#api,
        name,
        cells: cells
          .flatMap((cell) => cell.split(/[,;–—]/))
          .map((cell) => withoutStatusLabel(cellText(cell))),
        origin: this.#origin,
        endsEmpty: false,
        type: heading?.type ?? this.#type,
        isListed: true,
      });
    }
    // `- name: Mail.Send`, with the type on the next line.
    if (/name$/i.test(before)) this.#cells = this.rows.at(-1)?.cells ?? [];
  }

  /** Reads a cell; `known` is the number of rows before this line. */
  #read(cell: string, isEmptyAtEnd: boolean, isMarked: boolean, known: number): void {
    if (this.rows.length === 0 && isStatusColumn(cell)) this.hasStatusColumn = true;
    const part = partIn(cell);
    if (part !== undefined) this.#origin = part.origin;
    if (part !== undefined || isAside(cell)) {
      this.#endHeading();
      return;
    }
    if (isName(cell) && this.rows.slice(known).every(({ name }) => name !== cell)) {
      this.#start(cell, isEmptyAtEnd);
      return;
    }
    const isBeside = this.rows.length > known;
    if (!isBeside && this.#readHeading(cell, isMarked)) return;
    const api = apiIn(cell);
    const isOfAll = ofAll.test(cell) && typeNamed(cell) !== undefined;
    if (isOfAll) {
      for (const row of this.rows) if (rowType(row) === undefined) row.cells.push(cell);
    } else if (api === undefined) this.#cells.push(cell);
    else {
      this.#api = api;
      this.#endHeading();
    }
  }

  #endHeading(): void {
    this.#cells = [];
    if (this.rows.length > this.#typedAt) this.#type = undefined;
  }

  /** Reads a heading with an API or a type. A type alone may be a cell of the row above. */
  #readHeading(cell: string, isMarked: boolean): boolean {
    const heading = permissionHeading(cell, isMarked || this.#isRow || apiForm.test(cell));
    if (!heading) {
      if (isMarked) this.#endHeading();
      return isMarked;
    }
    const { api, type, isCertain } = heading;
    if (!isCertain && !this.#hasTypes && this.rows.length > 0) return false;
    this.#endHeading();
    this.#api = api ?? this.#api;
    if (type !== undefined) {
      this.#type = type;
      this.#typedAt = this.rows.length;
      this.#hasTypes ||= this.rows.length === 0;
    }
    return true;
  }

  #start(name: string, isEmptyAtEnd: boolean): void {
    this.#cells = [];
    if (this.rows.length >= rowLimit) return;
    this.rows.push({
      api: this.#api,
      name,
      cells: this.#cells,
      origin: this.#origin,
      endsEmpty: isEmptyAtEnd,
      type: this.#type,
      isListed: this.#type !== undefined,
    });
  }
}

/** Whether a line is more than the name of a row. */
function isList({ before, items }: PermissionLine): boolean {
  return items.length !== 1 || before !== '' || items.some(({ cells }) => cells.length > 0);
}

/** The type of a row: its own, or that of its heading; undefined if they differ. */
function rowType({ cells, type }: Row): PermissionType | undefined {
  const own = typeIn(cells);
  return own !== undefined && type !== undefined && own !== type ? undefined : (own ?? type);
}

function permissionOf(row: Row): SeenPermission {
  const { api, name, cells, origin: part, isListed } = row;
  const origin = cells.some((cell) => consent.test(cell)) ? 'enterprise-app' : part;
  const type = rowType(row);
  // The two other lists contain only granted permissions.
  if (origin !== undefined) return { api, name, type, granted: true, origin };
  const granted = grantIn(cells);
  return { api, name, type, granted: isListed ? (granted ?? undefined) : granted };
}

/**
 * Reads the rows in order. An empty „Status“ means that nobody has consented, even if a mail program has removed the
 * empty cells. Without that column and without any status, `granted` is undefined.
 */
export function readPermissionTable(lines: readonly PastedLine[]): readonly SeenPermission[] {
  if (lines.every(({ text }) => text.search(anyName) < 0)) return [];
  const table = new TableReading();
  for (const line of presentLines(lines.map(({ text }) => text))) table.readLine(line);
  const seen = table.rows.map(permissionOf);
  const hasStatus =
    seen.some(({ granted }) => typeof granted === 'boolean') ||
    (seen.length > 0 && table.rows.every((row) => row.endsEmpty));
  // A name alone below a copied table head says nothing about the other columns.
  return seen.map((row) =>
    row.granted !== null || hasStatus || (table.hasStatusColumn && row.type !== undefined)
      ? row
      : { ...row, granted: undefined },
  );
}
