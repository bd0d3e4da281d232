// Measures without a pass or fail: `npm run bench` runs both benchmarks, `-- keys` or `-- build` one of them.
// keys:  on the built site at sixfold slowdown: the time from a keystroke to the last update, and page loads.
// build: the cost of one more guide page in a build; `-- build 5 25 50` sets the numbers of extra guides.
// Figures depend on the machine and its load, which is printed with them.
import { loadavg } from 'node:os';
import { benchBuild } from './bench/build.mjs';
import { benchKeys } from './bench/keys.mjs';
import { benchLoad } from './bench/load.mjs';
import { withBrowser } from './bench/site.mjs';

const load = () => `load ${loadavg().map((average) => average.toFixed(2))}`;
const [part = 'all', ...numbers] = process.argv.slice(2);
if (!['all', 'keys', 'build'].includes(part)) {
  console.error(`Unknown: ${part}. There are: keys, build.`);
  process.exit(2);
}

console.log(load());
if (part !== 'build') {
  await withBrowser(async (browser, origin) => {
    console.log('\nKey stroke to the last output, in ms, at 6× CPU (goal: below 16):');
    console.table(await benchKeys(browser, origin));
    console.log('\nLoading, at 6× CPU on Slow 4G:');
    console.table(await benchLoad(browser, origin));
  });
}
if (part !== 'keys') {
  console.log('\nBuilding with more and more guides, two languages each:');
  console.table(await benchBuild(numbers.length > 0 ? numbers.map(Number) : [5, 25, 50]));
}
console.log(load());
