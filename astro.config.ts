import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { satteri } from '@astrojs/markdown-satteri';
import mdx from '@astrojs/mdx';
import { defineConfig } from 'astro/config';
import { errorChunks } from './src/content-model/error-chunk.ts';
import { guideChunk } from './src/content-model/guide-chunk.ts';
import { contentCheck } from './src/content-model/read-content.ts';
import { hostRedirects } from './src/content-model/read-published.ts';
import { replyChunk } from './src/content-model/reply-chunk.ts';
import { searchChunk } from './src/content-model/search-chunk.ts';
import { wordChunks } from './src/i18n/word-chunks.ts';
import { leanPages } from './src/layouts/lean-pages.ts';
import { sameHeadings } from './src/layouts/same-headings.ts';
import { markdownPages } from './src/layouts/markdown-pages.ts';

const firstPaint = readFileSync(new URL('./src/layouts/first-paint.js', import.meta.url), 'utf8');
const firstPaintHash = createHash('sha256').update(firstPaint).digest('base64');

/**
 * Vite wraps each dynamic import to preload the styles and imports of its chunk. Ours have neither, and the wrapper
 * with its list of all chunks would take a tenth of the first script's budget on every page. So the wrapper only
 * imports, and the placeholder for the list is removed before Vite fills it.
 */
const plainDynamicImports = {
  name: 'postlotse:plain-dynamic-imports',
  enforce: 'pre' as const,
  load(id: string) {
    if (!id.includes('vite/preload-helper')) return undefined;
    return 'export const __vitePreload = (load) => load();';
  },
  renderChunk(code: string) {
    return code.replace(/,\s*__VITE_PRELOAD__/g, '');
  },
};

const layersFile = readFileSync(new URL('./src/styles/layers.css', import.meta.url), 'utf8');
const [layerOrder = ''] = /@layer [^;]+;/.exec(layersFile) ?? [];

/**
 * Every style starts with the order of the layers. Astro sorts a page's styles by import order: without this, the layer
 * of a component imported before the layout would come first and so be overridden by the base.
 */
const layersFirst = {
  name: 'postlotse:layers-first',
  enforce: 'pre' as const,
  transform: {
    filter: { id: /\.css(?:$|\?)/ },
    handler: (css: string) => ({ code: `${layerOrder}${css}`, map: null }),
  },
};

/**
 * Bundles every page's script and its imports in one file: several would be requested one after another, and weigh a
 * seventh more.
 */
const firstScript = {
  name: 'first',
  test: /BaseLayout\.astro\?astro&type=script/,
};

/** The small parts that the page of the test sign-in loads at once: apart, they weigh half as much again. */
const signInParts = {
  name: 'sign-in',
  test: /src\/(?:state\/cloud|domain\/registration\/token-endpoint)\.ts/,
};

export default defineConfig({
  // Needed for canonical addresses and links between languages; operators set their own.
  site: process.env['POSTLOTSE_SITE'] ?? 'https://postlotse.example',
  trailingSlash: 'always',
  integrations: [
    contentCheck(),
    mdx({ optimize: true }),
    leanPages(layerOrder),
    hostRedirects(),
    markdownPages(),
  ],
  // Values and commands must never be typographically improved.
  markdown: {
    processor: satteri({ features: { smartPunctuation: false }, hastPlugins: [sameHeadings] }),
    syntaxHighlight: false,
  },
  build: {
    // HTML and style in one answer: a step page is readable after one round trip.
    inlineStylesheets: 'always',
    format: 'directory',
  },
  vite: {
    plugins: [
      plainDynamicImports,
      layersFirst,
      errorChunks(),
      guideChunk(),
      replyChunk(),
      searchChunk(),
      wordChunks(),
    ],
    build: {
      rolldownOptions: {
        output: { codeSplitting: { groups: [firstScript, signInParts] } },
        onLog(level, log, report) {
          // Astro's own directive in every MDX module; needed until Astro changes that.
          if (log.code !== 'MODULE_LEVEL_DIRECTIVE') report(level, log);
        },
      },
    },
  },
  devToolbar: { enabled: false },
  security: {
    csp: {
      directives: [
        // Each page sets its own `connect-src` (read-model/connect-policy.ts): Astro would add to a 'none' given here.
        "default-src 'none'",
        "base-uri 'none'",
        "form-action 'none'",
        "img-src 'self'",
        "require-trusted-types-for 'script'",
      ],
      scriptDirective: { hashes: [`sha256-${firstPaintHash}`] },
    },
  },
});
