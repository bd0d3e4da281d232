// Prints the size of each kind of page in dist/, in bytes, and fails if a budget is exceeded: a step page's HTML with
// its style must fit in one round trip, and its first-load JavaScript must stay small.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync } from 'node:zlib';

const dist = fileURLToPath(new URL('../dist/', import.meta.url));
const budget = { page: 14_600, script: 12_000 };
/** Elements loaded only if they have something to say, such as about values in the address. */
const onDemand = ['storage-notice', 'link-notice', 'sign-in-reminder', 'secret-banner'];

if (!existsSync(`${dist}index.html`)) {
  console.error('There is no dist/ yet: run `npm run build` first.');
  process.exit(2);
}

/** Pages share scripts and styles: each is read and compressed once. */
function once(compute) {
  const known = new Map();
  return (key) => {
    if (!known.has(key)) known.set(key, compute(key));
    return known.get(key);
  };
}
const brotli = once((text) => brotliCompressSync(text).length);
const read = once((path) => readFileSync(`${dist}${path}`, 'utf8'));

/** The scripts that a page loads without a click: its own, their imports, and those of its rare elements. */
function scriptsOf(page) {
  // A collapsed box loads its elements when the reader opens it.
  const html = page.replace(/(?<=<lotse-folded)[^]*?(?=<\/lotse-folded>)/g, '');
  const waiting = [...html.matchAll(/<script[^>]* src="\/([^"]+)"/g)].map((match) => match[1]);
  const found = new Set();
  while (waiting.length > 0) {
    const path = waiting.pop();
    if (found.has(path)) continue;
    found.add(path);
    for (const [, call, name] of read(path).matchAll(
      /(import\(|from\s*|import\s*)["'`]\.\/([^"'`]+\.js)["'`]/g,
    )) {
      const tag = /^(.+)\.element\./.exec(name)?.[1];
      const awaited = html.includes(`<lotse-${tag ?? name}`) && !onDemand.includes(tag);
      if (call !== 'import(' || awaited) waiting.push(`_astro/${name}`);
    }
  }
  return [...found].map(read);
}

function weigh(path) {
  const html = read(path);
  const styles = [...html.matchAll(/<style[^>]*>([\s\S]*?)<\/style>/g)]
    .map((match) => match[1])
    .join('');
  const linked = [...html.matchAll(/<link[^>]* rel="stylesheet"[^>]* href="\/([^"]+)"/g)].map(
    (match) => read(match[1]),
  );
  const scripts = scriptsOf(html);
  const sum = (numbers) => numbers.reduce((total, number) => total + number, 0);
  return {
    page: path.replace(/index\.html$/, ''),
    'HTML raw': Buffer.byteLength(html) - Buffer.byteLength(styles),
    'CSS raw': Buffer.byteLength(styles) + sum(linked.map((css) => Buffer.byteLength(css))),
    'HTML+CSS brotli': brotli(html) + sum(linked.map(brotli)),
    'JS raw': sum(scripts.map((script) => Buffer.byteLength(script))),
    'JS brotli': sum(scripts.map(brotli)),
  };
}

const languages = Object.keys(
  JSON.parse(readFileSync(new URL('../src/content/languages.json', import.meta.url), 'utf8')),
);

function kindOf(path) {
  const [first, ...rest] = path.split('/');
  const parts = languages.includes(first) ? rest : [first, ...rest];
  const apart = {
    all: 'all steps',
    check: 'paste and compare',
    'hand-over': 'hand over',
    values: 'all values',
    summary: 'summary',
    renew: 'after',
    remove: 'after',
  };
  if (parts.length === 3 && parts[0] === 'errors') return 'error';
  if (existsSync(`${dist}${parts[0]}/all/index.html`)) {
    return parts.length === 3 ? (apart[parts[1]] ?? 'step') : 'guide';
  }
  return parts.length === 1 && parts[0] === 'index.html' ? 'start' : 'prose';
}

const paths = readdirSync(dist, { recursive: true, encoding: 'utf8' })
  .map((path) => path.replaceAll('\\', '/'))
  .filter((path) => path.endsWith('.html'));
/** All steps; of each other kind, which has no budget, the longest page: to compress a thousand takes half a minute. */
const pages = [...Map.groupBy(paths, kindOf)].flatMap(([kind, same]) => {
  const longest = same.reduce((most, path) =>
    read(path).length > read(most).length ? path : most,
  );
  return (kind === 'step' ? same : [longest]).map((path) => ({ kind, ...weigh(path) }));
});
const heaviest = [...Map.groupBy(pages, ({ kind }) => kind)].map(([, same]) =>
  same.reduce((most, page) => (page['HTML+CSS brotli'] > most['HTML+CSS brotli'] ? page : most)),
);
console.log('The heaviest page of each kind, in bytes:');
console.table(Object.fromEntries(heaviest.map(({ kind, ...page }) => [kind, page])));

const steps = pages.filter(({ kind }) => kind === 'step');
const tooHeavy = steps.filter(
  (page) => page['HTML+CSS brotli'] > budget.page || page['JS brotli'] > budget.script,
);
for (const page of tooHeavy) {
  console.error(
    `${page.page}: HTML+CSS ${page['HTML+CSS brotli']} of ${budget.page}, JS ${page['JS brotli']} of ${budget.script}`,
  );
}
const most = (key) => Math.max(...steps.map((page) => page[key]));
console.log(
  `${steps.length} step pages: HTML+CSS at most ${most('HTML+CSS brotli')} of ${budget.page}, ` +
    `first-load JavaScript at most ${most('JS brotli')} of ${budget.script} bytes brotli`,
);
/** Loaded only on a click: MSAL, and the answer page that shares a part of it. */
const weightOf = (paths) => [...paths].reduce((total, path) => total + brotli(read(path)), 0);
function withImports(path, found = new Set()) {
  if (found.has(path)) return found;
  found.add(path);
  for (const [, name] of read(path).matchAll(/from\s*["'`]\.\/([^"'`]+\.js)["'`]/g)) {
    withImports(`_astro/${name}`, found);
  }
  return found;
}
const msal = readdirSync(`${dist}_astro`).find((name) => /^msal\..*\.js$/.test(name));
if (msal) {
  console.log(`MSAL, on a click: ${weightOf(withImports(`_astro/${msal}`))} bytes brotli`);
  const [answer] = read('sign-in-answer/index.html').matchAll(/<script[^>]* src="\/([^"]+)"/g);
  console.log(`The page for its answer: ${weightOf(withImports(answer[1]))} bytes brotli`);
}
process.exit(tooHeavy.length > 0 ? 1 : 0);
