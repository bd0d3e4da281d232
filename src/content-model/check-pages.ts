/** Checks the pages that belong to no guide. */

import { sourceLanguage } from '../i18n/languages.ts';
import { checkProse, noReferences } from './check-prose.ts';
import { filesLike, type ContentFiles } from './content-files.ts';
import { pageSchema } from './prose.ts';
import type { Report } from './report.ts';

const rootPages = ['start', 'imprint', 'privacy', 'support', 'support-links', 'not-found'] as const;

function sourcePageFile(page: string): string {
  return `pages/${sourceLanguage}/${page}.mdx`;
}

/** Reports mistakes in `pages/`. */
export function checkPages(files: ContentFiles, report: Report): void {
  for (const file of rootPages.map(sourcePageFile)) {
    if (!files.has(file)) report.add(file, 1, 'no such file', 'the German text of this page');
  }
  for (const [file, text, page] of filesLike(files, /^pages\/[^/]+\/([^/]+)\.mdx$/)) {
    if (!(rootPages as readonly string[]).includes(page)) {
      report.add(file, 1, `page “${page}”`, `one of: ${rootPages.join(', ')}`);
    }
    report.frontmatter(file, text, pageSchema);
    report.mistakes.push(...checkProse(`src/content/${file}`, text, noReferences));
  }
}
