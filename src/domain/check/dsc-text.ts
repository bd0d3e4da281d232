/**
 * Reads the resources of a Microsoft365DSC configuration as the commands and lists that print the same settings.
 * @see https://microsoft365dsc.com/resources/exchange/EXOAuthenticationPolicy/ checked 2026-11-29
 */

import type { PastedLine } from './paste.ts';

/** `EXOTransportConfig 'Muster'`, with or without the brace of its block. */
const resource =
  /^\s{0,80}EXO(AuthenticationPolicy|TransportConfig|CASMailbox)[A-Za-z]{0,20}\s{1,20}["'A-Za-z][^{}\r\n]{0,120}\{?\s{0,80}$/i;
const setting = /^\s{0,80}([A-Za-z]\w{0,79})\s{0,80}=\s{0,20}(.{0,2000})$/;
const quotes = /^["']|["'];?\s{0,20}$|;\s{0,20}$/g;

/** The line of a resource's block as PowerShell would print it; undefined at its end. */
function printed(line: string): string | undefined {
  const text = line.trim();
  if (text.startsWith('}')) return undefined;
  const [, name, value = ''] = setting.exec(line) ?? [];
  return name === undefined ? '' : `${name} : ${value.replace(quotes, '')}`;
}

/** Replaces the resources among the lines; others stay. The number of lines stays the same. */
export function withResources(lines: readonly PastedLine[]): readonly PastedLine[] {
  let isInside = false;
  return lines.map(({ text, depth }) => {
    const [, noun] = resource.exec(text) ?? [];
    if (noun !== undefined) {
      isInside = true;
      return { text: `Get-${noun}`, depth };
    }
    if (!isInside) return { text, depth };
    const line = printed(text);
    isInside = line !== undefined;
    return { text: line ?? '', depth };
  });
}
