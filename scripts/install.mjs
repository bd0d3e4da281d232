// Installs what is missing, on the machine's Node: the locked packages (which on Linux x64
// include the Node that Astro needs) and, with --browser, a Chromium for the tests.
// Runs before `npm start` and `npm test`; does nothing if everything is installed.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const stamp = `${root}node_modules/.postlotse-lock`;

function run(command, args, options = {}) {
  return spawnSync(command, args, { cwd: root, stdio: 'inherit', ...options }).status === 0;
}

function stop(message) {
  console.error(`\n${message}\n`);
  process.exit(1);
}

function installPackages() {
  const lock = createHash('sha256')
    .update(readFileSync(`${root}package-lock.json`))
    .digest('hex');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === lock) return;
  console.log('Installing the locked packages (npm ci) …');
  const npm = process.env.npm_execpath;
  const done = npm
    ? run(process.execPath, [npm, 'ci'])
    : run('npm', ['ci'], { shell: process.platform === 'win32' });
  if (!done) stop('npm ci failed; its message above says why.');
  writeFileSync(stamp, lock);
}

function checkNode() {
  if (existsSync(`${root}node_modules/.bin/node`)) return;
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major > 22 || (major === 22 && minor >= 12)) return;
  stop(
    `This machine's Node is ${process.versions.node}; the site needs 22.12 or newer.\n` +
      'On Linux x64 the right one comes along with the packages; on this platform please install Node 24.',
  );
}

async function installBrowser() {
  const { wholeChromiumPath } = await import('./chromium.mjs');
  if (await wholeChromiumPath()) return;
  const isRoot = process.getuid?.() === 0;
  if (isRoot && run('apt-get', ['--version'], { stdio: 'ignore' })) {
    console.log('Installing Chromium from the Debian packages …');
    run('apt-get', ['update', '-qq']);
    const install = ['install', '-y', '-qq', '--no-install-recommends'];
    // Older releases have only the whole browser.
    if (!run('apt-get', [...install, 'chromium', 'chromium-headless-shell'])) {
      run('apt-get', [...install, 'chromium']);
    }
  } else {
    console.log('Installing the Chromium that Playwright brings …');
    run(process.execPath, [`${root}node_modules/@playwright/test/cli.js`, 'install', 'chromium']);
  }
  if (await wholeChromiumPath()) return;
  stop('No Chromium was found or could be installed. Install one and name it in CHROMIUM_PATH.');
}

installPackages();
checkNode();
if (process.argv.includes('--browser')) await installBrowser();
