/** Links into Microsoft's portal, right at the reader's own registration where that is known. */

import type { Values } from '../guide/guide.ts';
import { fillTemplate, parseTemplate } from '../values/template.ts';

/** A page of a portal: its address, which may hold `{clientId}`, and one that needs no value. */
export interface PortalPage {
  readonly address: string;
  /** Where to go while a value is unknown, e.g. the list of registrations; the portal's front page if absent. */
  readonly fallback?: string | undefined;
}

/** The address to open, and whether it leads to the very page. */
export interface PortalAddress {
  readonly address: string;
  readonly known: boolean;
}

/**
 * The address of a page for these values, which are percent-encoded.
 * Throws where the page's own address is not https: a mistake in our content.
 * @see https://learn.microsoft.com/entra/identity-platform/quickstart-register-app checked 2026-11-20
 */
export function portalAddress(page: PortalPage, values: Values): PortalAddress {
  const filled = fillTemplate(parseTemplate(secure(page.address)), encoded(values));
  if (filled.ok) return { address: filled.text, known: true };
  return { address: secure(page.fallback ?? frontPage(page.address)), known: false };
}

function secure(address: string): string {
  if (address.startsWith('https://')) return address;
  throw new Error(`A portal page must be https: ${address}`);
}

function frontPage(address: string): string {
  return `${new URL(address).origin}/`;
}

function encoded(values: Values): Values {
  return Object.fromEntries(
    Object.entries(values).map(([id, value]) => [
      id,
      value && encodeURIComponent(value.toWellFormed()),
    ]),
  );
}
