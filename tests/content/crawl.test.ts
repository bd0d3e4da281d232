/** The built site in every language: whole, linked with its translations, without dead links or text in another language. */

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import type { Element, Root } from 'hast';
import rehypeParse from 'rehype-parse';
import { unified } from 'unified';
import { visitParents } from 'unist-util-visit-parents';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { readContent } from '../../src/content-model/read-content.ts';
import { languageCodes, sourceLanguage } from '../../src/i18n/languages.ts';

const dist = new URL('../../dist/', import.meta.url);
const pages = readdirSync(dist, { recursive: true, encoding: 'utf8' })
  .map((path) => path.replaceAll('\\', '/'))
  .filter((path) => path.endsWith('index.html'));
const codeOf = (path: string) => /^([a-z]{2})\//.exec(path)?.[1] ?? sourceLanguage;
const read = (path: string) => readFileSync(new URL(path, dist), 'utf8');
const { words, 'may-stay': mayStay } = parse(
  readContent().get('translated/common-words.yml') ?? '',
) as {
  readonly words: Readonly<Record<string, string>>;
  readonly 'may-stay': readonly string[];
};
const lists = new Map(
  Object.entries(words).map(([code, list]) => [code, new Set(list.split(/\s+/))]),
);

/** Where text is not the site's own. */
const foreign = /^(?:script|style|code|pre|textarea|input)$/;
const block = /^(?:p|li|dt|dd|h[1-6]|td|th|summary|label|button|option|legend|div|section|a)$/;

/** The texts of a page by the language that it says they are in. */
function textsOf(html: string): readonly { readonly lang: string; readonly text: string }[] {
  const tree: Root = unified().use(rehypeParse).parse(html);
  const texts = new Map<Element, { lang: string; text: string }>();
  visitParents(tree, 'text', (node, ancestors) => {
    const elements = ancestors.filter((one): one is Element => one.type === 'element');
    if (elements.some(({ tagName }) => foreign.test(tagName))) return;
    const lang = String(
      elements.findLast(({ properties }) => properties['lang'])?.properties['lang'],
    );
    const place = elements.findLast(
      ({ tagName, properties }) => block.test(tagName) || properties['lang'],
    );
    if (!place) return;
    const known = texts.get(place) ?? { lang, text: '' };
    texts.set(place, { lang, text: `${known.text} ${node.value}` });
  });
  return [...texts.values()];
}

/** Whether a text has three frequent words of another language than it says. */
function isIn(code: string, text: string): boolean {
  const written = mayStay.reduce((rest, phrase) => rest.replaceAll(phrase, ' '), text);
  const own = written.replace(/„[^“”]*[“”]|“[^“”]*”|«[^«»]*»/g, ' ');
  const used = new Set(own.match(/\p{L}+/gu));
  return [...used].filter((word) => lists.get(code)?.has(word)).length >= 3;
}

describe.each(languageCodes)('the pages in %s', (language) => {
  const own = pages.filter((path) => codeOf(path) === language);

  it('are as many as in German', () => {
    const german = pages.filter((path) => codeOf(path) === sourceLanguage);
    const prefix = language === sourceLanguage ? '' : `${language}/`;
    const missing = german
      .filter((path) => !path.startsWith('sign-in-answer/'))
      .filter((path) => !own.includes(prefix + path));
    expect(missing).toEqual([]);
  });

  it('lead to pages that exist, and to their translations', () => {
    const wrong = own.flatMap((path) => {
      const html = read(path);
      const links = [...html.matchAll(/<a [^>]*href="(\/[^"#?]*)/g)].map(([, href = '']) => href);
      const dead = links.filter((href) => {
        const file = href.endsWith('/') ? `${href}index.html` : href;
        return !existsSync(new URL(`.${file}`, dist));
      });
      const codes = [...html.matchAll(/hreflang="([a-z-]+)" href="https/g)].map(([, code]) => code);
      const isWhole = languageCodes.every((code) => codes.includes(code));
      const isApart = path.startsWith('sign-in-answer/') || html.includes('content="noindex"');
      return [
        ...dead.map((href) => `${path}: ${href}`),
        ...(isWhole || isApart ? [] : [`${path}: hreflang`]),
      ];
    });
    expect(wrong).toEqual([]);
  });

  it('say nothing in another language than they declare', () => {
    const wrong = own.flatMap((path) => {
      const html = read(path);
      if (!html.includes(`<html lang="${language}"`))
        return path.startsWith('sign-in-answer/') ? [] : [path];
      return textsOf(html)
        .filter(({ lang, text }) => languageCodes.some((code) => code !== lang && isIn(code, text)))
        .map(({ lang, text }) => `${path} (${lang}): ${text.trim().slice(0, 120)}`);
    });
    expect([...new Set(wrong)]).toEqual([]);
  });
});
