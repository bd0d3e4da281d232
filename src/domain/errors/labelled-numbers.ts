/** Numbers of Microsoft's errors that stand without `AADSTS`: in lists, after labels, in the portal's sign-in logs. */

/** A number and where it stands. */
export interface NumberPlace {
  readonly number: string;
  readonly start: number;
  readonly end: number;
  /** Whether it can only be Microsoft's, known or not. */
  readonly isCertain: boolean;
}

const lists = /\berror_codes["']?\s{0,4}:\s{0,4}\[([\d,\s]{1,100})\]/gi;
/**
 * The address of Microsoft's look-up, the labels of the sign-in logs in the portal and in Azure Monitor (`resultType`),
 * and what the source of the sign-in page has.
 */
const certain =
  /(?:\bmicrosoftonline\.\w{2,3}\/error\?code\s{0,4}=|\b(?:resultType|sErrorCode|status[._]errorCode)["']?\s{0,20}[:=]|\b(?:sign-?in error code|fehlercode für (?:die )?anmeldung|anmeldefehlercode|code d['’]erreur de (?:la )?connexion)["']?(?:\s{0,4}[:=]|\s))\s{0,4}["']?(\d{5,8})(?!\d)/gi;
const labelled =
  /\b(?:error[ _]?code|fehlercode|code d['’]erreur)["']?(?:\s{0,20}[:=]\s{0,4}|\t{1,3}|[ \u00A0])["']?(\d{5,8})(?!\d)/gi;
/** What stands beside a number of Microsoft's sign-in; other programs have error codes too. */
const company =
  /AADSTS|microsoftonline|failureReason|resultDescription|conditionalAccess|userPrincipalName|appDisplayName|\bMicrosoft\b(?! (?:SQL|Windows|Office|Visual|\.NET|Access|Word|Excel))|\bEntra\b|\bAzure\b|anmeld|\bsign(?:ed|ing)?[ -]?in|(?:correlation|request|trace)[ _-]?id|(?:korrelations|anforderungs)-?id|connexion|id de (?:corrélation|demande|requête)/i;

function placesOf(text: string, pattern: RegExp, isCertain: boolean): readonly NumberPlace[] {
  return [...text.matchAll(pattern)].flatMap(({ 0: whole, 1: numbers = '', index }) =>
    (numbers.match(/\d{4,9}/g) ?? []).map((number) => {
      return { number, start: index, end: index + whole.length, isCertain };
    }),
  );
}

/** After a label that many programs have: with such company only, or where nothing else was pasted. */
function afterLabels(text: string): readonly NumberPlace[] {
  const places = placesOf(text, labelled, false);
  if (places.length === 0 || company.test(text)) return places;
  const whole = text.trim();
  return places.filter(({ start, end }) => text.slice(start, end).trim() === whole);
}

/** A cell of a table's line and where it starts in the line. */
interface Cell {
  readonly text: string;
  readonly start: number;
}

function cellsOf(line: string, delimiter: string): readonly Cell[] {
  const cells = new RegExp(`((?:"[^"]*"?|[^"${delimiter}])*)(?:${delimiter}|$)`, 'g');
  return [...line.matchAll(cells)].map(({ 1: cell = '', index }) => {
    return { text: cell.replace(/"/g, '').trim(), start: index };
  });
}

const column =
  /\b(?:sign-?in error code|fehlercode für (?:die )?anmeldung|anmeldefehlercode|code d['’]erreur de (?:la )?connexion|resultType|status[._/ ]error_?code)"?([,;\t])/i;

/** The sign-in logs as the portal saves them: a line of names, then a line for each sign-in. */
function inTable(text: string): readonly NumberPlace[] {
  const name = column.exec(text);
  const delimiter = name?.[1];
  if (!name || delimiter === undefined) return [];
  const begin = text.lastIndexOf('\n', name.index) + 1;
  const [names = '', ...rows] = text.slice(begin).split('\n');
  const index = cellsOf(names, delimiter).findIndex(
    (cell) => begin + cell.start + cell.text.length >= name.index,
  );
  let start = begin + names.length + 1;
  return rows.flatMap((row) => {
    const cell = cellsOf(row, delimiter)[index];
    const at = start + (cell?.start ?? 0);
    start += row.length + 1;
    if (!cell || !/^\d{5,8}$/.test(cell.text)) return [];
    return [{ number: cell.text, start: at, end: at + cell.text.length, isCertain: true }];
  });
}

/** All such numbers of a text; one may be there several times. */
export function numberPlaces(text: string): readonly NumberPlace[] {
  return [
    ...placesOf(text, lists, true),
    ...placesOf(text, certain, true),
    ...afterLabels(text),
    ...inTable(text),
  ];
}
