// Fails if the last check of a fact about Microsoft is older than its limit: `npm run check:facts`.
import { oldFacts } from '../src/content-model/read-content.ts';

const today = new Date().toISOString().slice(0, 10);
const old = oldFacts(today);
for (const { id, daysOld, maxAgeDays } of old) {
  console.error(
    `${id}: checked ${String(daysOld)} days ago, at most ${String(maxAgeDays)} are allowed`,
  );
}
if (old.length === 0) console.log('All dated facts are within their limits.');
process.exit(old.length === 0 ? 0 : 1);
