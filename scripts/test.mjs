// Runs every check in turn and closes with a count: types, lint, format, unit, build, size, pages.
// `npm test` runs all; `npm test -- unit pages` only the named ones.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const reports = mkdtempSync(join(tmpdir(), 'postlotse-'));
const vitestReport = join(reports, 'vitest.json');
const playwrightReport = join(reports, 'playwright.json');

const stages = [
  { name: 'types', commands: ['astro check --minimumSeverity warning'] },
  { name: 'lint', commands: ['eslint . --max-warnings 0', 'prettier --check . --log-level warn'] },
  { name: 'build', commands: ['astro build'] },
  { name: 'size', commands: ['node scripts/size.mjs'] },
  {
    name: 'unit',
    commands: [`vitest run --reporter=default --reporter=json --outputFile.json=${vitestReport}`],
    count: () => {
      const { numPassedTests, numTotalTests } = JSON.parse(readFileSync(vitestReport, 'utf8'));
      return { passed: numPassedTests, failed: numTotalTests - numPassedTests };
    },
    report: vitestReport,
  },
  {
    name: 'pages',
    commands: ['playwright test'],
    environment: { PLAYWRIGHT_JSON_OUTPUT_FILE: playwrightReport },
    count: () => {
      const { expected, unexpected, flaky, skipped } = JSON.parse(
        readFileSync(playwrightReport, 'utf8'),
      ).stats;
      return { passed: expected, failed: unexpected + flaky + skipped };
    },
    report: playwrightReport,
  },
];

function run(command, environment) {
  console.log(`\n› ${command}`);
  const env = { ...process.env, ASTRO_TELEMETRY_DISABLED: '1', ...environment };
  return spawnSync(command, { shell: true, stdio: 'inherit', env }).status === 0;
}

function runStage(stage) {
  const ok = stage.commands.every((command) => run(command, stage.environment));
  const counted = stage.report && existsSync(stage.report);
  const count = counted ? stage.count() : { passed: ok ? 1 : 0, failed: ok ? 0 : 1 };
  // A runner that fails without a failed test (no test found, a crash) is a failure all the same.
  return ok || count.failed > 0 ? count : { ...count, failed: 1 };
}

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !stages.some((stage) => stage.name === name));
if (unknown.length > 0) {
  console.error(
    `Unknown: ${unknown.join(', ')}. There are: ${stages.map((s) => s.name).join(', ')}.`,
  );
  process.exit(2);
}
const total = { passed: 0, failed: 0 };
for (const stage of stages) {
  if (wanted.length > 0 && !wanted.includes(stage.name)) continue;
  const { passed, failed } = runStage(stage);
  total.passed += passed;
  total.failed += failed;
  if (stage.name === 'build' && failed > 0) break;
}
rmSync(reports, { recursive: true });
console.log(`\n${total.passed} passed, ${total.failed} failed`);
process.exit(total.failed > 0 ? 1 : 0);
