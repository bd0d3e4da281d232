/** The sitemap: every page in every language that it exists in. */

import { ledgerOf } from '../content-model/published.ts';
import { soundContent } from '../content-model/read-content.ts';
import { redirectsOf } from '../content-model/redirects.ts';
import { address, partsOf } from '../i18n/addresses.ts';
import { languageCodes, sourceLanguage, type Language } from '../i18n/languages.ts';
import { translationsOf } from './translations.ts';

/** Whether a page is in a language; what is not translated shows German, and is no page of its own. */
function existsIn(language: Language, parts: readonly string[]): boolean {
  const units = [parts.join('/'), `pages/${parts.join('-') || 'start'}`];
  return units.every((id) => translationsOf(language).get(id)?.state !== 'missing');
}

/** The text of `/sitemap.xml`. */
export function sitemap(site: URL | undefined): string {
  const { files } = soundContent();
  const former = redirectsOf(files.get('redirects.yml') ?? '').addresses;
  const { addresses } = ledgerOf(files.get('published.yml') ?? '');
  const pages = addresses.filter((path) => path.endsWith('/') && !Object.hasOwn(former, path));
  const full = (path: string) => new URL(path, site).href.replaceAll('&', '&amp;');
  const entries = pages.flatMap((page) => {
    const parts = partsOf(page);
    const codes = languageCodes.filter((code) => existsIn(code, parts));
    const links = [
      ...codes.map((code) => [code, code] as const),
      ['x-default', sourceLanguage] as const,
    ]
      .map(
        ([name, code]) =>
          `    <xhtml:link rel="alternate" hreflang="${name}" href="${full(address(code, ...parts))}"/>`,
      )
      .join('\n');
    return codes.map(
      (code) => `  <url>\n    <loc>${full(address(code, ...parts))}</loc>\n${links}\n  </url>`,
    );
  });
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">',
    ...entries,
    '</urlset>',
    '',
  ].join('\n');
}
