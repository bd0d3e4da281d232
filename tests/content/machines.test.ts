import { existsSync, readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { publishedGuideSchema } from '../../src/content-model/guide-document.ts';
import { guideIds } from '../../src/content-model/content-files.ts';
import { guideSchema } from '../../src/content-model/guide.ts';
import { readContent } from '../../src/content-model/read-content.ts';
import { languageCodes } from '../../src/i18n/languages.ts';
import { markdownOf } from '../../src/layouts/markdown-pages.ts';

const dist = new URL('../../dist/', import.meta.url);
const files = readContent();
const site = process.env['POSTLOTSE_SITE'] ?? 'https://postlotse.example';

function built(path: string): string {
  return readFileSync(new URL(path, dist), 'utf8');
}

/** Whether an address of this site is a file of it. */
function isBuilt(href: string): boolean {
  const path = href.slice(site.length + 1).replace(/#.*/, '');
  return (
    href.startsWith(`${site}/`) &&
    existsSync(new URL(path === '' || path.endsWith('/') ? `${path}index.html` : path, dist))
  );
}

interface Document {
  readonly values: readonly object[];
  readonly registration: { readonly permissions: readonly { readonly id: string | null }[] };
  readonly steps: readonly {
    readonly id: string;
    readonly title: object;
    readonly address: object;
    readonly sources: readonly object[];
  }[];
}

describe('the published schema', () => {
  it('stays as it is: a different one is guide-2', async () => {
    const text = `${JSON.stringify(publishedGuideSchema('https://postlotse.example'), null, 2)}\n`;
    await expect(text).toMatchFileSnapshot('../fixtures/schema-guide-1.json');
  });
});

describe.each(guideIds(files))('/%s.json', (id) => {
  const schema = JSON.parse(built('schema/guide-1.json')) as object;
  const ajv = new Ajv2020({ allErrors: true });
  (formats as unknown as (validator: Ajv2020) => void)(ajv);
  const validate = ajv.compile(schema);
  const text = built(`${id}.json`);
  const document = JSON.parse(text) as Document;

  it('fits the published schema', () => {
    expect(validate(document), JSON.stringify(validate.errors)).toBe(true);
  });

  it('does not fit it with something else', () => {
    expect(validate({ ...document, secret: 'x' })).toBe(false);
    expect(validate({ ...document, steps: [{ ...document.steps[0], address: 'x' }] })).toBe(false);
  });

  it('has all of the guide', () => {
    const guide = guideSchema.parse(parse(files.get(`guides/${id}/guide.yml`) ?? ''));
    expect(document.steps.map((step) => step.id)).toEqual(guide.steps.map((step) => step.id));
    expect(document.values).toHaveLength(guide.values.length);
    expect(document.registration.permissions.map(({ id: of }) => of)).not.toContain(null);
    for (const step of document.steps) expect(step.sources).not.toEqual([]);
  });

  it('has only addresses of pages that exist, titles in German and in no wrong language', () => {
    for (const { id: step, title, address } of document.steps) {
      const translated = languageCodes.filter((code) =>
        files.has(`guides/${id}/${code}/${step}.mdx`),
      );
      expect(Object.keys(title)).toEqual(translated);
      expect(Object.values(address).filter((href: string) => !isBuilt(href))).toEqual([]);
    }
  });
});

describe('/llms.txt', () => {
  const text = built('llms.txt');
  const lines = text.split('\n');

  it('has the form of llmstxt.org: a title, a summary, sections with lists of links', () => {
    expect(lines[0]).toMatch(/^# \S/);
    expect(lines[2]).toMatch(/^> \S/);
    const first = lines.findIndex((line) => line.startsWith('## '));
    const rest = lines.slice(first).filter((line) => line !== '');
    for (const line of rest) expect(line).toMatch(/^## \S|^- \[[^\]]+\]\(https:[^)\s]+\): \S/);
  });

  it('links every step of every guide, and only files that exist', () => {
    const links = [...text.matchAll(/\]\(([^)]+)\)/g)].map(([, href = '']) => href);
    expect(links.filter((href) => !isBuilt(href))).toEqual([]);
    for (const id of guideIds(files)) {
      const guide = guideSchema.parse(parse(files.get(`guides/${id}/guide.yml`) ?? ''));
      for (const step of guide.steps) {
        expect(
          links.some((href) => href.includes(`/${id}/${step.id}`)),
          step.id,
        ).toBe(true);
      }
    }
  });
});

describe.each(guideIds(files))('the pages of %s for machines', (id) => {
  const guide = guideSchema.parse(parse(files.get(`guides/${id}/guide.yml`) ?? ''));

  it('have every step as Markdown, without controls and with placeholders', () => {
    for (const { id: step } of guide.steps) {
      for (const prefix of ['', 'en/']) {
        const text = built(`${prefix}${id}/${step}.md`);
        const [first = ''] = text.split('\n');
        const page = built(`${prefix}${id}/${step}/index.html`);
        const heading = /<h1[^>]*>([^<]*)/.exec(page)?.[1]?.replaceAll('&amp;', '&');
        expect(first).toBe(`# ${heading ?? '?'}`);
        expect(text.trimEnd().endsWith(`<${site}/${prefix}${id}/${step}/>`)).toBe(true);
        expect(text).not.toMatch(/\*\*#|<(?:div|span|lotse|input|button)|^Kopieren$|Überspringen/m);
        const links = [...text.matchAll(/\]\((https:[^)]+)\)/g)].map(([, href = '']) => href);
        const own = links.filter((href) => href.startsWith(`${site}/`));
        expect(own.filter((href) => !isBuilt(href))).toEqual([]);
      }
    }
  });

  it.each(['', 'en/'])('say the way to search engines (%s)', (prefix) => {
    const [, json = ''] =
      /<script type="application\/ld\+json">([^<]*)</.exec(built(`${prefix}${id}/index.html`)) ??
      [];
    const howTo = JSON.parse(json) as { readonly step: readonly { readonly url: string }[] };
    expect(howTo).toMatchObject({ '@context': 'https://schema.org', '@type': 'HowTo' });
    expect(howTo.step.length).toBeGreaterThan(3);
    expect(howTo.step.filter(({ url }) => !isBuilt(url))).toEqual([]);
  });
});

describe('the Markdown of a page', () => {
  it('keeps branches, tables, commands and patterns, and drops what only scripts fill', async () => {
    const html = `<article><h1>Titel</h1>
      <dl class="facts"><div><dt>Wer</dt><dd>jeder</dd></div></dl>
      <p>Öffnen Sie <b data-lotse-label="de">Öffnen</b><b data-lotse-label="en">Open</b>.</p>
      <p class="quiet">nur bei: Muster</p>
      <pre><code>Get-Muster '&lt;POSTFACH&gt;'</code></pre>
      <table><tr><th>Name</th></tr><tr><td>Mail.Send</td></tr></table>
      <details><summary><h2>Mehr</h2></summary><p>a <a href="../b/">b</a></p></details>
      <p hidden>nichts</p><button>Kopieren</button><label>Feld</label><input></article>`;
    expect(await markdownOf(html, `${site}/muster/a/`, 'de')).toBe(`# Titel

- Wer: jeder

Öffnen Sie **Öffnen**.

nur bei: Muster

\`\`\`
Get-Muster '<POSTFACH>'
\`\`\`

| Name      |
| --------- |
| Mail.Send |

## Mehr

a [b](${site}/muster/b/)

**Feld**

<${site}/muster/a/>
`);
  });
});
