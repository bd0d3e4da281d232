// Runs all checks, some in parallel, and ends with the failures and a count: build, lint, types, size, unit, pages.
// `npm test` runs all; `npm test -- unit pages` only the named ones.
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { failuresOfPages, failuresOfUnits } from './test-failures.mjs';

const reports = mkdtempSync(join(tmpdir(), 'postlotse-'));
const vitestReport = join(reports, 'vitest.json');
const playwrightReport = join(reports, 'playwright.json');

/** Stages in one row run in parallel, as do the commands of one. Those with a report print as they run, others at their end. */
const stages = [
  // First of all: the type check and ESLint read the types that a build writes.
  [{ name: 'build', commands: ['astro build'] }],
  [
    {
      name: 'lint',
      commands: ['eslint . --max-warnings 0', 'prettier --check . --log-level warn'],
    },
    { name: 'types', commands: ['astro check --minimumSeverity warning'] },
    { name: 'size', commands: ['node scripts/size.mjs'] },
  ],
  [
    {
      name: 'unit',
      commands: [`vitest run --reporter=default --reporter=json --outputFile.json=${vitestReport}`],
      report: vitestReport,
      read: (report) => ({ passed: report.numPassedTests, failures: failuresOfUnits(report) }),
    },
  ],
  [
    {
      name: 'pages',
      commands: ['playwright test'],
      environment: { PLAYWRIGHT_JSON_OUTPUT_FILE: playwrightReport },
      report: playwrightReport,
      read: (report) => ({ passed: report.stats.expected, failures: failuresOfPages(report) }),
    },
  ],
];

/** Resolves with whether the command succeeded, and its output unless already shown. */
function run(command, { report, environment }) {
  const env = { ...process.env, ASTRO_TELEMETRY_DISABLED: '1', ...environment };
  if (report) console.log(`\n› ${command}`);
  return new Promise((resolve) => {
    const stdio = report ? 'inherit' : ['ignore', 'pipe', 'pipe'];
    const child = spawn(command, { shell: true, stdio, env });
    let said = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream?.setEncoding('utf8').on('data', (text) => (said += text));
    }
    child.on('close', (code) => {
      if (!report) console.log(`\n› ${command}\n${said}`);
      resolve({ ok: code === 0, said });
    });
  });
}

/** A command that failed, with the end of what it said. */
function endOf({ command, said }) {
  const lines = stripVTControlCharacters(said).trim().split('\n');
  return `${command}\n${lines.slice(-12).join('\n')}`.trim();
}

async function runStage(stage) {
  const start = performance.now();
  const results = await Promise.all(
    stage.commands.map(async (command) => ({ command, ...(await run(command, stage)) })),
  );
  const failed = results.filter(({ ok }) => !ok);
  const { passed, failures } =
    stage.report && existsSync(stage.report)
      ? stage.read(JSON.parse(readFileSync(stage.report, 'utf8')))
      : { passed: failed.length === 0 ? 1 : 0, failures: [] };
  // A runner that fails without a failed test (no tests found, a crash) also counts as a failure.
  if (failures.length === 0) failures.push(...failed.map(endOf));
  return { ...stage, passed, failures, seconds: Math.round((performance.now() - start) / 1000) };
}

const wanted = process.argv.slice(2);
const names = stages.flat().map(({ name }) => name);
const unknown = wanted.filter((name) => !names.includes(name));
if (unknown.length > 0) {
  console.error(`Unknown: ${unknown.join(', ')}. There are: ${names.join(', ')}.`);
  process.exit(2);
}
const done = [];
for (const line of stages) {
  const chosen = line.filter(({ name }) => wanted.length === 0 || wanted.includes(name));
  done.push(...(await Promise.all(chosen.map(runStage))));
  if (done.at(-1)?.name === 'build' && done.at(-1).failures.length > 0) break;
}
rmSync(reports, { recursive: true });
for (const { name, failures } of done) {
  for (const failure of failures) console.log(`\n✗ ${name}: ${failure}`);
}
const sum = (count) => done.reduce((total, stage) => total + count(stage), 0);
const failed = sum(({ failures }) => failures.length);
console.log(`\n${done.map(({ name, seconds }) => `${name} ${seconds} s`).join(', ')}`);
console.log(`${sum(({ passed }) => passed)} passed, ${failed} failed`);
process.exit(failed > 0 ? 1 : 0);
