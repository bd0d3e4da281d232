/** Reads the portal's table of API permissions as it is copied, German or English, in cells or in lines. */

import type { PermissionType } from '../guide.ts';
import type { SeenPermission } from './registration.ts';

/** A registration has far fewer. */
const rowLimit = 500;

/** `Mail.ReadWrite`, and the names without a point. */
const nameForm = /^[A-Z][A-Za-z-]{1,60}(?:\.[A-Za-z-]{1,60}){1,6}$/;
const plainNames: readonly string[] = [
  'offline_access',
  'openid',
  'profile',
  'email',
  'full_access_as_app',
  'user_impersonation',
];

function isName(cell: string): boolean {
  return nameForm.test(cell) || plainNames.includes(cell);
}

/** `Microsoft Graph (5)`; the portal writes it above the permissions of an API. */
const apiForm = /^(\S.{1,80}?)\s?\((\d{1,3})\)$/;
const apiNames: readonly string[] = ['Microsoft Graph', 'Office 365 Exchange Online'];

function apiIn(cell: string): string | undefined {
  const name = apiForm.exec(cell)?.[1];
  return name ?? apiNames.find((api) => api.toLowerCase() === cell.toLowerCase());
}

/** Longer cells are descriptions; and to compose very many accents takes very long. */
const cellLimit = 300;

/** Without the marks before a status (a tick, a triangle) and before a group. */
function cellText(cell: string): string {
  return cell
    .slice(0, cellLimit)
    .normalize('NFC')
    .replace(/^[^\p{L}\p{N}]{1,20}/u, '')
    .trim();
}

function cellsOf(line: string): readonly string[] {
  return line
    .split(/\t| {2,}|\|/)
    .map(cellText)
    .filter((cell) => cell !== '');
}

/** In a row whose cells are only one blank apart, the first word is the name. */
function splitRow(cell: string): readonly string[] {
  const blank = cell.indexOf(' ');
  if (blank < 0 || !isName(cell.slice(0, blank))) return [cell];
  return [cell.slice(0, blank), cell.slice(blank + 1)];
}

function typeIn(cells: readonly string[]): PermissionType | undefined {
  for (const cell of cells) {
    if (/^(?:delegiert|delegated|delegierte berechtigung)\b/i.test(cell)) return 'delegated';
    if (/^(?:anwendung|application|app-?berechtigung)\b/i.test(cell)) return 'application';
  }
  return undefined;
}

const refused =
  /^(?:nicht (?:für|gewährt|erteilt)|not granted|not consented)|(?:\s(?:nicht gewährt|not granted)) for?/i;
const given = /^(?:gewährt|erteilt|granted)\b|\s(?:gewährt für|granted for)\s/i;

function grantIn(cells: readonly string[]): boolean | null {
  for (const cell of cells) {
    if (refused.test(cell) || /\bnicht gewährt\b|\bnot granted\b/i.test(cell)) return false;
    if (given.test(cell)) return true;
  }
  return null;
}

function permissionOf(api: string, name: string, cells: readonly string[]): SeenPermission {
  return { api, name, type: typeIn(cells), granted: grantIn(cells) };
}

/** The portal's headings of what was granted without being requested: no part of the row above. */
function isHeading(cell: string): boolean {
  return /^(?:andere|weitere|sonstige|other|additional)\b.{1,80}(?:berechtigung|permission)/i.test(
    cell,
  );
}

/** The rows in their order. Without any status in the whole table, none says whether it was granted. */
export function readPermissionTable(text: string): readonly SeenPermission[] {
  const rows: { readonly api: string; readonly name: string; readonly cells: string[] }[] = [];
  let api = '';
  let cells: string[] = [];
  const read = (cell: string): void => {
    const group = apiIn(cell);
    if (group !== undefined || isHeading(cell)) {
      api = group ?? api;
      cells = [];
    } else if (isName(cell)) {
      cells = [];
      if (rows.length < rowLimit) rows.push({ api, name: cell, cells });
    } else {
      cells.push(cell);
    }
  };
  for (const line of text.split(/\r\n|[\n\v\f\r\x85\u2028\u2029]/)) {
    cellsOf(line).flatMap(splitRow).forEach(read);
  }
  const seen = rows.map((row) => permissionOf(row.api, row.name, row.cells));
  const hasStatus = seen.some(({ granted }) => granted !== null);
  return hasStatus ? seen : seen.map((row) => ({ ...row, granted: undefined }));
}
