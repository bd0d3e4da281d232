/** Quoting for PowerShell and for the shells of macOS and Linux: the one place where a value becomes part of a command. */

import { accept, isNonEmpty, refuse, type Reading } from '../values/reading.ts';
import { lineProblems } from '../values/template.ts';

/**
 * How a text is quoted: as one PowerShell literal; as one literal for each part between commas; for the inside of an
 * OPATH literal within a PowerShell literal, without the outer quotes; as one word for bash or zsh; for the inside of a
 * JSON string, without the outer quotes.
 */
export type Quoting = 'powershell' | 'powershell-list' | 'powershell-opath' | 'bash' | 'json';

/**
 * PowerShell accepts five characters as single quotes, so all five are doubled. Whether OPATH treats typographic quotes
 * as quotes is unknown; doubled once for each language, they cannot end a literal.
 * @see https://github.com/PowerShell/PowerShell `engine/lang/codegen.cs`, checked 2026-11-20
 * @see https://learn.microsoft.com/powershell/exchange/recipient-filters checked 2026-11-20
 * @see https://www.gnu.org/software/bash/manual/html_node/Single-Quotes.html checked 2026-11-20
 */
const quotings: Readonly<Record<Quoting, (text: string) => string>> = {
  powershell: (text) => `'${doubled(text)}'`,
  'powershell-list': (text) =>
    text
      .split(',')
      .map((part) => part.trim())
      .filter((part) => part !== '')
      .map((part) => `'${doubled(part)}'`)
      .join(', '),
  'powershell-opath': (text) => doubled(doubled(text)),
  json: (text) => JSON.stringify(text).slice(1, -1),
  bash: (text) => `'${text.replaceAll("'", String.raw`'\''`)}'`,
};

function doubled(text: string): string {
  return text.replace(/['\u2018-\u201b]/g, '$&$&');
}

/**
 * Makes a text safe for use in a command. Problems: `value-has-line-break`, `value-has-control-character`, and
 * `value-missing` if nothing would be left, which Exchange treats as every mailbox.
 * @see https://learn.microsoft.com/powershell/module/exchange/get-casmailbox checked 2026-11-20
 */
export function quote(text: string, quoting: Quoting): Reading {
  const problems = lineProblems(text);
  if (isNonEmpty(problems)) return refuse(...problems);
  const quoted = quotings[quoting](text);
  return quoted === '' ? refuse({ code: 'value-missing' }) : accept(quoted);
}

/** Quotes a text of our own or from a guide. @throws if it cannot be quoted: a mistake in code or content. */
export function literal(text: string, quoting: Quoting = 'powershell'): string {
  const quoted = quote(text, quoting);
  if (quoted.ok) return quoted.value;
  throw new Error(`Text of a script cannot be quoted: ${JSON.stringify(text)}`);
}
