/** Short words for the parts that scripts are put together from. */

import type { Argument, Command, PowerShellLine } from './powershell.ts';

/** A literal of our own. */
export const text = (content: string): Argument => ({ kind: 'text', text: content });

/** A word of our own that needs no quotes, such as one of a closed list. */
export const raw = (content: string): Argument => ({ kind: 'raw', text: content });

/** The place of the reader's value with this id. */
export const slot = (id: string): Argument => ({ kind: 'slot', slot: id });

/** Literals with commas between; bareword lists parse nowhere but in PowerShell. */
export const list = (...texts: readonly string[]) => ({ kind: 'list', texts }) as const;

/** A switch that is there. */
export const on: Argument = { kind: 'switch', value: true };

/** A switch that is turned off by name. */
export const off: Argument = { kind: 'switch', value: false };

/** Commands joined by pipes. */
export const line = (...pipeline: readonly Command[]): PowerShellLine => ({ pipeline });
