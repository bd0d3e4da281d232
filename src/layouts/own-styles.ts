import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';

const sha256 = (text: string) => createHash('sha256').update(text).digest('base64');

/** A built page whose policy allows the styles that it has, by their hashes, and no others. */
export function withOwnStyles(html: string): string {
  const styles = [...html.matchAll(/<style[^>]*>([\s\S]*?)<\/style>/g)];
  const hashes = styles.map(([, css = '']) => ` 'sha256-${sha256(css)}'`);
  return html.replace(/(?<=; style-src 'self')( 'sha256-[^']+')+/, hashes.join(''));
}

/**
 * Astro puts the hashes of every style of the site into each page's policy, those of parts that are only used joined
 * with others too. They allow what the page does not have, and cost each page more than a style of its own saves.
 */
export function ownStyles(): AstroIntegration {
  return {
    name: 'postlotse:own-styles',
    hooks: {
      'astro:build:done': ({ dir }) => {
        const dist = fileURLToPath(dir);
        for (const path of readdirSync(dist, { recursive: true, encoding: 'utf8' })) {
          if (!path.endsWith('.html')) continue;
          const file = join(dist, path);
          writeFileSync(file, withOwnStyles(readFileSync(file, 'utf8')));
        }
      },
    },
  };
}
