/** `redirects.yml`: what became of addresses and keys that readers may still have in links. */

import { z } from 'astro/zod';
import { parse } from 'yaml';
import { address, partsOf } from '../i18n/addresses.ts';
import { languageCodes } from '../i18n/languages.ts';

const path = z
  .string()
  .regex(/^\/(?!en\/)(?:[a-z0-9-]+\/)+$/, { error: 'an address such as /ipm-cloud/owner/' });

const schema = z.strictObject({
  addresses: z.record(path, path).describe('former address: address now'),
  keys: z
    .record(z.string(), z.record(z.string(), z.string()))
    .describe('by guide, former key in links: key now'),
});

/** The content of `redirects.yml`. */
export type Redirects = z.infer<typeof schema>;

/** Reads the text of `redirects.yml`. @throws if it has a mistake. */
export function redirectsOf(text: string): Redirects {
  return schema.parse(parse(text));
}

/** The rules for hosts that read `/_redirects`: one line for each former address in each language. */
export function hostRules({ addresses }: Redirects): string {
  const lines = Object.entries(addresses).flatMap(([from, to]) =>
    languageCodes.map((language) => {
      const [old, now] = [from, to].map((one) => address(language, ...partsOf(one)));
      return `${old ?? ''} ${now ?? ''} 301\n`;
    }),
  );
  return lines.join('');
}
