// Adds to src/content/published.yml what is new since it was written: `npm run ledger`.
import { writeFileSync } from 'node:fs';
import { joined, ledgerText, missingFrom, publishedBy } from '../src/content-model/published.ts';
import { ledgerFile, readLedger, readSite } from '../src/content-model/read-published.ts';

const before = readLedger();
const now = publishedBy(readSite());
writeFileSync(ledgerFile, ledgerText(joined(before, now)));
const added = missingFrom(before, now);
console.log(added.length === 0 ? 'Nothing is new.' : `Added:\n${added.join('\n')}`);
const lost = missingFrom(now, before);
if (lost.length > 0)
  console.log(`No longer there, so redirects.yml needs a row for each:\n${lost.join('\n')}`);
