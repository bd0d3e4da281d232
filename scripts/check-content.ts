// Checks all content without building: `npm run check:content`.
import { checkContent } from '../src/content-model/check-content.ts';
import { report } from '../src/content-model/mistake.ts';
import { readContent } from '../src/content-model/read-content.ts';

const mistakes = checkContent(readContent());
console.log(mistakes.length === 0 ? 'The content is in order.' : report(mistakes));
process.exit(mistakes.length === 0 ? 0 : 1);
