/** Reads what the site publishes from disk, and writes the rules for hosts. */

import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import type { AstroIntegration } from 'astro';
import { ledgerOf, type Ledger, type Site } from './published.ts';
import { readContent } from './read-content.ts';
import { hostRules, redirectsOf } from './redirects.ts';

/** The file of the ledger. */
export const ledgerFile = new URL('../content/published.yml', import.meta.url);

/** The ledger as checked in. */
export function readLedger(): Ledger {
  return ledgerOf(readFileSync(ledgerFile, 'utf8'));
}

/** The site as it is in the working tree. */
export function readSite(): Site {
  const files = readContent();
  const routes = readdirSync(new URL('../pages/', import.meta.url), {
    recursive: true,
    encoding: 'utf8',
  })
    .map((name) => name.replaceAll('\\', '/'))
    .filter((name) => /\.(?:astro|ts)$/.test(name));
  return { routes, files, redirects: redirectsOf(files.get('redirects.yml') ?? '') };
}

/** An Astro integration that writes `/_redirects`, which several hosts read. */
export function hostRedirects(): AstroIntegration {
  return {
    name: 'postlotse:host-redirects',
    hooks: {
      'astro:build:done': ({ dir }) => {
        writeFileSync(new URL('_redirects', dir), hostRules(readSite().redirects));
      },
    },
  };
}
