/**
 * What rules say, as data: a code of a closed list, how grave it is, and the details that its sentence needs. Problems,
 * notes, findings and differences are such lists; their words are in `content/words/<lang>.json`.
 */

/** How something is meant: all is right, only worth saying, odd, or wrong. */
export type Severity = 'right' | 'note' | 'odd' | 'wrong';

/** A row of a list of codes. */
export interface CodeRow<Name extends string = string> {
  /** The names of the details that the sentence may use as `{placeholder}`; details are plain text. */
  readonly details: readonly Name[];
}

/** A closed list of codes. */
export type CodeTable = Readonly<Record<string, CodeRow>>;

/** One code of a list, with its details. */
export type Coded<Table extends CodeTable> = {
  readonly [Code in keyof Table]: { readonly code: Code } & Readonly<
    Record<Table[Code]['details'][number], string>
  >;
}[keyof Table];

/** A row that says how grave it is. */
export interface GradedRow<Name extends string> extends CodeRow<Name> {
  readonly severity: Severity;
}

type Row = <const Name extends string = never>(...details: readonly Name[]) => GradedRow<Name>;

function rowsOf(severity: Severity): Row {
  return (...details) => ({ severity, details });
}

/** Makes a row of what is as it should be. */
export const right = rowsOf('right');
/** Makes a row of what is only worth saying. */
export const note = rowsOf('note');
/** Makes a row of what is odd: with it alone nothing is wrong. */
export const odd = rowsOf('odd');
/** Makes a row of what is wrong. */
export const wrong = rowsOf('wrong');
