/** From which German text translations were made, what is said when it changes, and how a language begins. */

import { execFileSync } from 'node:child_process';
import {
  cpSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { checkContent } from '../../src/content-model/check-content.ts';
import type { ContentFiles } from '../../src/content-model/content-files.ts';
import { newLanguage } from '../../src/content-model/new-language.ts';
import { readContent, soundOf } from '../../src/content-model/read-content.ts';
import {
  countStates,
  minorChange,
  recorded,
  revisionOf,
  translationsIn,
  type Written,
} from '../../src/content-model/revisions.ts';
import { readable, unitsOf } from '../../src/content-model/units.ts';
import { shortDiff, wordDiff } from '../../src/domain/text/word-diff.ts';

const content = readContent();
const others = ['en', 'fr'];
const owner = 'guides/ipm-cloud/de/owner.mdx';

function changed(
  file: string,
  from: string,
  to: string,
  files: ContentFiles = content,
): ContentFiles {
  const text = files.get(file) ?? '';
  expect(text).toContain(from);
  return new Map(files).set(file, text.replace(from, to));
}

function written(files: ContentFiles, made: Written): ContentFiles {
  return new Map([...files, ...made]);
}

/** What is not up to date, in all languages. */
function open(files: ContentFiles): readonly string[] {
  return others.flatMap((code) =>
    translationsIn(files, code).flatMap(({ id, state }) =>
      state === 'current' ? [] : [`${code} ${id}: ${state}`],
    ),
  );
}

describe('the translations of the site', () => {
  it('are complete and made from the German texts of today: npm run i18n', () => {
    expect(open(content)).toEqual([]);
  });

  it('cover every kind of text', () => {
    const kinds = new Set([...unitsOf(content, 'de').keys()].map((id) => id.split('/')[0]));
    const guides = ['bm', 'cmxorganize', 'flowfact', 'ipm-cloud'];
    const rest = [
      'errors',
      'facts',
      'glossary',
      'news',
      'pages',
      'replies',
      'shared',
      'symptoms',
      'words',
    ];
    expect([...kinds].toSorted()).toEqual([...guides, ...rest].toSorted());
  });
});

describe('a German text that changes', () => {
  const words = changed(owner, 'als Besitzer hinzu', 'als Besitzer hinzu und speichern Sie');

  it('makes exactly its translations outdated', () => {
    expect(open(words)).toEqual(['en ipm-cloud/owner: outdated', 'fr ipm-cloud/owner: outdated']);
  });

  it('makes those of a single word outdated, and no other word of its file', () => {
    const files = changed('words/de.json', '"Ansicht"', '"Darstellung"');
    expect(open(files)).toEqual(['en words/site.menu: outdated', 'fr words/site.menu: outdated']);
  });

  it.each([
    ['the date of a source', 'checked: 2026-11-20', 'checked: 2026-11-30'],
    ['an empty line', '## ', '\n## '],
    ['the end of a line', '. ', '.\n'],
  ])('makes nothing outdated by %s', (_what, from, to) => {
    expect(open(changed('guides/ipm-cloud/de/limit-access.mdx', from, to))).toEqual([]);
  });

  it('is shown as a person reads it, with what changed and what stands beside it', () => {
    const one = translationsIn(words, 'fr').find(({ id }) => id === 'ipm-cloud/owner');
    const pieces = shortDiff(
      wordDiff(readable(one?.former ?? ''), readable(one?.source.text ?? '')),
    );
    expect(pieces.filter(({ kind }) => kind !== 'same')).toEqual([
      { kind: 'added', text: ' und speichern Sie' },
    ]);
    expect(pieces.map(({ text }) => text).join('')).not.toMatch(/<[A-Za-z]/);
    expect(pieces.every(({ text }) => text.length < 200)).toBe(true);
  });

  it('asks nothing of translations if the change is minor, except of those that were outdated before', () => {
    const behind = written(
      words,
      recorded(words, others, ({ id }, code) => code === 'en' && id === 'ipm-cloud/owner'),
    );
    expect(open(behind)).toEqual(['fr ipm-cloud/owner: outdated']);
    const again = changed(owner, 'speichern Sie', 'speichern Sie dann', behind);
    expect(minorChange(again, others, ['ipm-cloud/owner']).ok).toBe(false);
    const minor = minorChange(words, others, ['ipm-cloud/owner']);
    if (!minor.ok) throw new Error(minor.problem);
    expect(open(written(words, minor.written))).toEqual([]);
  });

  it('is up to date again once a translation is recorded, and the former text is forgotten', () => {
    const former = revisionOf(unitsOf(content, 'de').get('ipm-cloud/owner')?.text ?? '');
    const done = written(
      words,
      recorded(words, others, ({ id }) => id === 'ipm-cloud/owner'),
    );
    expect(open(done)).toEqual([]);
    expect(content.get('translated/source.json')).toContain(former);
    expect(done.get('translated/source.json')).not.toContain(former);
  });

  it('knows what is missing, and what nobody has recorded', () => {
    const files = new Map(content);
    files.delete('guides/bm/fr/renew.mdx');
    files.set('translated/en.json', '{}');
    expect(countStates(translationsIn(files, 'fr')).missing).toBe(1);
    const { unrecorded, current } = countStates(translationsIn(files, 'en'));
    expect(unrecorded).toBeGreaterThan(1000);
    expect(current).toBe(0);
  });
});

describe('a translated file with a mistake', () => {
  it('is left out, and no other file', () => {
    const file = 'guides/bm/fr/permissions.mdx';
    const files = new Map(content).set(file, `${content.get(file) ?? ''}\n<Note kind="trap">\n`);
    const sound = soundOf(files);
    expect(sound.inSource).toEqual([]);
    expect(sound.inTranslations.map((mistake) => mistake.file)).toEqual([`src/content/${file}`]);
    expect([...files.keys()].filter((name) => !sound.files.has(name))).toEqual([file]);
  });
});

describe('a new language', () => {
  it.each(['', 'xx', 'i', 'ita', 'IT', '..', 'de'])('does not begin with the code “%s”', (code) => {
    expect(newLanguage(content, code)).toMatchObject({ ok: false });
  });

  it('begins with a row, empty words and notes for its translators, and no code', () => {
    const made = newLanguage(content, 'it');
    if (!made.ok) throw new Error(made.problem);
    expect(made.name).toBe('Italiano');
    expect([...made.written.keys()].filter((file) => !/\.(?:json|md)$/.test(file))).toEqual([]);
    expect(JSON.parse(made.written.get('src/content/languages.json') ?? '')).toMatchObject({
      it: { name: 'Italiano', locale: 'it-IT', otherLabels: 'en' },
    });
  });
});

/** The longest that a build may take here, in milliseconds: it runs beside other tests. */
const longest = 420_000;

describe('the site with a language added by the command, and with broken translations', () => {
  const folder = mkdtempSync(join(tmpdir(), 'postlotse-'));
  afterAll(() => {
    rmSync(folder, { recursive: true });
  });
  const read = (path: string) => readFileSync(join(folder, path), 'utf8');
  const node = (...parts: readonly string[]) =>
    execFileSync(process.execPath, parts, {
      cwd: folder,
      encoding: 'utf8',
      env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1', NODE_ENV: 'production' },
      stdio: ['ignore', 'pipe', 'pipe'],
    });

  it(
    'is built, in German where there is nothing else',
    () => {
      for (const name of [
        'src',
        'public',
        'scripts',
        'docs',
        'astro.config.ts',
        'tsconfig.json',
        'package.json',
      ])
        cpSync(resolve(name), join(folder, name), { recursive: true });
      symlinkSync(resolve('node_modules'), join(folder, 'node_modules'));
      expect(node('scripts/i18n.ts', 'new', 'it')).toContain('Italiano');
      const broken = {
        'errors/fr.yml': ': [',
        'words/en.json': '{ "site.menu": 1, "site.values": "Valori" ',
        'guides/bm/fr/permissions.mdx': '<Note kind="trap">',
        'shared/fr/copy-ids.mdx': '',
        'pages/en/start.mdx': '---\ntitle: Start\n---\n\n</Doors>\n',
        'news/fr.yml': 'a: 1',
      };
      for (const [file, text] of Object.entries(broken))
        writeFileSync(join(folder, 'src/content', file), text);
      const said = node('node_modules/astro/bin/astro.mjs', 'build');
      for (const file of Object.keys(broken)) expect(said).toContain(file);
      const pages = [
        'ipm-cloud/owner',
        'errors/aadsts50011',
        'bm/renew',
        'privacy',
        'news',
        'translations',
      ];
      for (const page of pages) {
        const html = read(`dist/it/${page}/index.html`);
        expect(html).toContain('<html lang="it"');
        expect(html).toContain(`hreflang="de"`);
        expect(html).toContain('Zum Inhalt springen');
      }
      expect(read('dist/fr/bm/permissions/index.html')).toContain(
        '<article class="step" lang="de"',
      );
      expect(read('dist/fr/errors/aadsts50011/index.html')).toContain('lang="de"');
      expect(read('dist/en/index.html')).toContain('lang="de"');
      expect(read('dist/fr/ipm-cloud/owner/index.html')).toContain(
        '<article class="step" lang="fr"',
      );
    },
    longest,
  );

  it('has not one line of code more', () => {
    const code = readdirSync(join(folder, 'src'), { recursive: true, encoding: 'utf8' }).filter(
      (name) => /\.(?:ts|astro|js|css)$/.test(name),
    );
    expect(code.length).toBeGreaterThan(400);
    expect(
      code.filter((name) => read(`src/${name}`) !== readFileSync(`src/${name}`, 'utf8')),
    ).toEqual([]);
  });
});

it('checkContent finds nothing in the translations', () => {
  expect(checkContent(content)).toEqual([]);
});
