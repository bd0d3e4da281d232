import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import postcss, { type AtRule } from 'postcss';
import { minifySync } from 'vite';

/** Names of classes and custom elements. */
type Names = ReadonlySet<string>;

/** The names that a page must contain for a selector to match, ignoring alternatives and exclusions. */
function requiredNames(selector: string): readonly string[] {
  const plain = selector.replace(/:(?:has|is|not|where)\((?:[^()]|\([^()]*\))*\)/g, '');
  return [...plain.matchAll(/\.([\w-]+)|(?<![\w-])(lotse-[\w-]+)/g)].map(
    ([, className, tag]) => className ?? tag ?? '',
  );
}

/** The names in a page's markup. */
function namesIn(html: string): Names {
  const classes = [...html.matchAll(/\sclass="([^"]*)"/g)].flatMap(([, list = '']) =>
    list.split(' '),
  );
  return new Set([
    ...classes,
    ...[...html.matchAll(/<(lotse-[\w-]+)/g)].map(([, tag = '']) => tag),
  ]);
}

/** Whether a script may set classes: rules alone do not, nor do words, catalogue and search index. */
function setsClasses(script: string): boolean {
  return /\bclass:|className|classList|severity/.test(script);
}

/** The classes that scripts may set: any quoted words. */
function classesIn(scripts: readonly string[]): Names {
  const quoted = scripts
    .filter(setsClasses)
    .flatMap((script) => [...script.matchAll(/["'`]([\w-]+(?: [\w-]+)*)["'`]/g)]);
  const words = quoted.flatMap(([, text = '']) => text.split(' '));
  return new Set(words.filter((word) => !word.startsWith('lotse-')));
}

/** The rules that can match something, each layer written once. */
function usedRules(css: string, names: Names): string {
  const root = postcss.parse(css);
  root.walkRules((rule) => {
    const used = rule.selectors.filter((selector) =>
      requiredNames(selector).every((name) => names.has(name)),
    );
    if (used.length > 0) rule.selectors = used;
    else rule.remove();
  });
  const layers = new Map<string, AtRule>();
  root.walkAtRules('media', (media) => {
    if (media.nodes?.length === 0) media.remove();
  });
  root.walkAtRules('layer', (layer) => {
    const first = layers.get(layer.params);
    if (first && layer.nodes) first.append(layer.nodes);
    else if (layer.nodes?.length) layers.set(layer.params, layer);
    if (!layer.nodes?.length) layer.remove();
  });
  return root.toString();
}

/** An inline script, but not a data block. */
const inlineScript =
  /(<script(?![^>]*(?: src=| type="application\/(?:ld\+)?json"))[^>]*>)([\s\S]*?)<\/script>/g;

const tokensFile = readFileSync(new URL('../styles/tokens.css', import.meta.url), 'utf8');
/** The tokens that are the same in light and dark. */
const dimension = /(--lotse-(?:space|size)[\w-]*):\s*([^;}]+);?/g;
const dimensions = new Map(
  [...tokensFile.matchAll(dimension)].map(([, name = '', value = '']) => [
    name,
    value.replace(/^0\./, '.'),
  ]),
);
/** All other tokens, in a fixed order: pages and scripts shorten them alike. */
const colours = [...new Set(tokensFile.replace(dimension, '').match(/--lotse-[\w-]+(?=:)/g))];

/** Writes spaces and sizes out where they are used, since few pages use all of them, and shortens the other tokens. */
function leanTokens(css: string): string {
  const written = css
    .replace(dimension, '')
    .replace(/var\((--lotse-[\w-]+)\)/g, (used, name: string) => dimensions.get(name) ?? used);
  const names = [...new Set([...colours, ...(written.match(/--lotse-[\w-]+/g) ?? [])])];
  return written.replace(/--lotse-[\w-]+/g, (name) => `--${names.indexOf(name).toString(36)}`);
}

const sha256 = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

/** Returns a function that reduces pages, given the statement that orders the layers. */
function leanPage(layers: string, scripts: readonly string[]): (html: string) => string {
  const given = classesIn(scripts);
  const asked = new Map<string, readonly string[]>();
  const made = new Map<string, string>();
  const small = new Map<string, string>();

  const minified = (code: string): string => {
    const text = small.get(code) ?? minifySync('inline.js', code).code.trim();
    small.set(code, text);
    return text;
  };

  /** Most pages have the same styles and the same components. */
  const styleFor = (css: string, inMarkup: Names): string => {
    const names = asked.get(css) ?? [...new Set(requiredNames(css))];
    asked.set(css, names);
    const present = names.filter((name) => inMarkup.has(name) || given.has(name));
    const key = `${present.join(' ')}{${css}`;
    const style = made.get(key) ?? layers + leanTokens(usedRules(css, new Set(present)));
    made.set(key, style);
    return style;
  };

  return (built) => {
    const html = built.replace(
      inlineScript,
      (_, tag: string, code: string) => `${tag}${minified(code)}</script>`,
    );
    const styles = [...html.matchAll(/<style[^>]*>([\s\S]*?)<\/style>/g)].map(
      ([, css = '']) => css,
    );
    const style = styles.length > 0 ? styleFor(styles.join(''), namesIn(html)) : '';
    const inline = [...html.matchAll(inlineScript)].map(([, , code = '']) => code);
    const allow = (texts: readonly string[]) => texts.map((text) => ` ${sha256(text)}`).join('');
    let isFirst = true;
    return html
      .replace(/<style[^>]*>[\s\S]*?<\/style>/g, () => {
        const kept = isFirst ? `<style>${style}</style>` : '';
        isFirst = false;
        return kept;
      })
      .replace(/(?<=; script-src 'self')( 'sha256-[^']+')+/, allow(inline))
      .replace(/(?<=; style-src 'self')( 'sha256-[^']+')+/, allow(style === '' ? [] : [style]));
  };
}

/**
 * Reduces each built page to the styles and hashes it uses. Astro gives every page the styles of all author components,
 * and the hashes of all the site's styles and scripts in its policy.
 */
export function leanPages(layers: string): AstroIntegration {
  return {
    name: 'postlotse:lean-pages',
    hooks: {
      'astro:build:done': ({ dir }) => {
        const dist = fileURLToPath(dir);
        const paths = readdirSync(dist, { recursive: true, encoding: 'utf8' });
        const read = (path: string) => readFileSync(join(dist, path), 'utf8');
        const lean = leanPage(layers, paths.filter((path) => path.endsWith('.js')).map(read));
        for (const path of paths) {
          if (path.endsWith('.html')) writeFileSync(join(dist, path), lean(read(path)));
          if (!path.endsWith('.js')) continue;
          // Styles that come with a script.
          const script = read(path);
          if (script.includes('var(--lotse-')) writeFileSync(join(dist, path), leanTokens(script));
        }
      },
    },
  };
}
