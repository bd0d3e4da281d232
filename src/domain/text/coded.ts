/**
 * The messages of rules, as data: a code from a closed list, its severity, and the details for its sentence. Problems,
 * notes, findings and differences are lists of this kind; their words are in `content/words/<lang>.json`.
 */

/** How serious a message is: all is well (`right`), for information (`note`), unusual (`odd`), or an error (`wrong`). */
export type Severity = 'right' | 'note' | 'odd' | 'wrong';

/** A row in a list of codes. */
export interface CodeRow<Name extends string = string> {
  /** The names of the details that the sentence may use as `{placeholder}`; details are plain text. */
  readonly details: readonly Name[];
}

/** A closed list of codes. */
export type CodeTable = Readonly<Record<string, CodeRow>>;

/** One code from a list, with its details. */
export type Coded<Table extends CodeTable> = {
  readonly [Code in keyof Table]: { readonly code: Code } & Readonly<
    Record<Table[Code]['details'][number], string>
  >;
}[keyof Table];

/** A row with its severity. */
export interface GradedRow<Name extends string> extends CodeRow<Name> {
  readonly severity: Severity;
}

type Row = <const Name extends string = never>(...details: readonly Name[]) => GradedRow<Name>;

function rowsOf(severity: Severity): Row {
  return (...details) => ({ severity, details });
}

/** Makes a row for something as it should be. */
export const right = rowsOf('right');
/** Makes a row for information. */
export const note = rowsOf('note');
/** Makes a row for something unusual that is not an error by itself. */
export const odd = rowsOf('odd');
/** Makes a row for an error. */
export const wrong = rowsOf('wrong');
