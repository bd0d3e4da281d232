// The cost of one more guide page in a build: builds the site with growing numbers of made-up guides.
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { writeGuides } from './guides.mjs';

const root = fileURLToPath(new URL('../../', import.meta.url));
const needed = ['src', 'public', 'astro.config.ts', 'package.json', 'tsconfig.json'];
/** Builds per size; the fastest counts, since other load on the machine only adds time. */
const rounds = 2;

/** Builds without earlier caches, which would be in the copy; packages are the site's own. */
const script = `
  const { build } = await import('astro');
  await build({ root: '.', cacheDir: './.cache', logLevel: 'error', vite: { cacheDir: './.vite' } });
`;

/** Builds once and measures the time. */
function buildOnce(guides) {
  const folder = mkdtempSync(join(tmpdir(), 'postlotse-bench-'));
  try {
    for (const name of needed) cpSync(root + name, join(folder, name), { recursive: true });
    symlinkSync(`${root}node_modules`, join(folder, 'node_modules'));
    writeGuides(join(folder, 'src/content/guides'), guides);
    const began = performance.now();
    const { status } = spawnSync(
      process.execPath,
      [...process.execArgv, '--input-type=module', '-e', script],
      {
        cwd: folder,
        stdio: ['ignore', 'ignore', 'inherit'],
        env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1', NODE_ENV: 'production' },
      },
    );
    if (status !== 0) throw new Error('The build failed; its message above says why.');
    const wall = performance.now() - began;
    const pages = readdirSync(join(folder, 'dist'), { recursive: true, encoding: 'utf8' });
    return { wall, pages: pages.filter((path) => path.endsWith('.html')).length };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** One row per number of guides; the cost per page is relative to the previous row. */
export function benchBuild(sizes) {
  const rows = sizes.map((guides) => {
    const runs = Array.from({ length: rounds }, () => buildOnce(guides));
    return { guides, ...runs.toSorted((a, b) => a.wall - b.wall)[0] };
  });
  const table = rows.map(({ guides, pages, wall }, index) => {
    const before = rows[index - 1];
    const slope = before && (wall - before.wall) / (pages - before.pages);
    return {
      'more guides': guides,
      pages,
      seconds: Math.round(wall / 100) / 10,
      'ms per added page': slope && Math.round(slope * 10) / 10,
    };
  });
  return table;
}
