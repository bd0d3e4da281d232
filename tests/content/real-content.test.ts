import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { errorTopics } from '../../src/content-model/errors.ts';
import { checkContent } from '../../src/content-model/check-content.ts';
import { guideSchema } from '../../src/content-model/guide.ts';
import { report } from '../../src/content-model/mistake.ts';
import { readContent } from '../../src/content-model/read-content.ts';
import { wordKeys } from '../../src/i18n/word-keys.ts';

const content = readContent();
const files = [...content].map(([file, text]) => ({ file, text }));
const guides = files
  .filter(({ file }) => /^guides\/[^/]+\/guide\.yml$/.test(file))
  .map(({ file, text }) => ({ file, guide: guideSchema.parse(parse(text)) }));

/** Lines that match a pattern, as a failing test shows them. */
function linesWith(pattern: RegExp, chosen: (file: string) => boolean): readonly string[] {
  return files
    .filter(({ file }) => chosen(file))
    .flatMap(({ file, text }) =>
      text.split('\n').map((line, index) => `${file}:${index + 1}: ${line}`),
    )
    .filter((line) => pattern.test(line.replace(/^[^ ]* /, '')));
}

const isGerman = (file: string): boolean => /\/de[/.]/.test(file);
/** Whether a file contains our own texts; portal labels stay as on screen, and patterns are none. */
const isOurs = (file: string): boolean => !/^(?:portal|translated)\//.test(file);

describe('the content', () => {
  it('has no mistakes', () => {
    expect(report(checkContent(content))).toMatch(/^0 mistake/);
  });

  it.each(guides)('fixes only topics of the error catalogue: $file', ({ guide }) => {
    const topics = guide.steps.flatMap(({ mends }) => mends);
    expect(topics.filter((topic) => !(errorTopics as readonly string[]).includes(topic))).toEqual(
      [],
    );
  });

  it('contains nothing that looks like a secret', () => {
    expect(linesWith(/8Q~/, () => true)).toEqual([]);
  });

  it('writes umlauts as umlauts', () => {
    const substitutes =
      /fuer|ueber|zurueck|koenn|moegl|muess|waehl|oeffn|pruef|schluessel|aender|loesch|naechst|spaeter|menue|hinzufueg|bestaetig/i;
    expect(linesWith(substitutes, isGerman)).toEqual([]);
  });

  it('has no exclamation marks', () => {
    expect(linesWith(/!/, isOurs)).toEqual([]);
  });
});

/** All of `src/` that may use a word: without the words themselves and the lists of them. */
function sources(): string {
  const folder = new URL('../../src/', import.meta.url);
  const lists = ['i18n/word-keys.ts', 'read-model/carried-words.ts'];
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => name.replaceAll('\\', '/'))
    .filter((name) => /\.(ts|astro)$/.test(name) && !lists.includes(name))
    .map((name) => readFileSync(new URL(name, folder), 'utf8'))
    .join('\n');
}

/** Words whose keys are composed, with the code that does so. All other keys appear in full somewhere. */
const composed: readonly (readonly [keys: RegExp, code: string])[] = [
  [/^guide\.group-(?!program)/, '`guide.group-${step.group}`'],
  [/^step\.(?:extra|remedy)$/, '`step.${'],
  [/^site\.(theme|labels|slash)/, '`site.${name}'],
  [/^ask\.hit-/, '`ask.hit-${kind}`'],
  [/^translations\.(?:outdated|missing|unrecorded)$/, '`translations.${state}`'],
  [/^translations\.how-/, '`translations.how-${step}`'],
  [/^hand-over\.secret-/, '`hand-over.secret-${way}`'],
  [/^role\./, '`role.${'],
  [/^window\./, '`window.${'],
  [/^cloud\./, '`cloud.${'],
  [/^dry-run\.open-/, '`dry-run.open-${'],
  [/^dry-run\.title-/, '`dry-run.title-${'],
  [/^source\./, '`source.${'],
  [/^note\./, '`note.${'],
  [/^tasks\.(open|done|not-needed|blocked)$/, '`tasks.${'],
  [/^authentication-page\./, '`authentication-page.${'],
  [/^storage\./, '`storage.${health}'],
  [/^picture\.(?:take|not)$/, '`picture.${mark}'],
  [/^picture\.(?:on|off)$/, '`picture.${state}'],
  [/^script\.shell\./, '`script.shell.${'],
  [/^server\.(smtp|imap|pop)$/, '`server.${protocol}'],
  [/^server\.(tls|starttls)$/, '`server.${encryption}'],
  [/^fact\.(medium|low|unknown)$/, '`fact.${certainty}'],
  [/^problems\./, '`problems.${'],
  [/^notes\./, '`notes.${'],
  [/^findings\./, '`findings.${code}'],
  [/^settings\.found\./, '`settings.found.${code}'],
  [/^settings\.kind\./, '`settings.kind.${kind}'],
  [/^settings\.verdict\./, '`settings.verdict.${verdict}'],
  [/^settings\.(platform|type|protocol)\./, '`${group}.${detail}'],
  [/^settings-page\.kind-/, '`settings-page.kind-${kind}'],
  [/^check\.settings-/, '`check.settings-${'],
  [/^summary\.audience-/, '`summary.audience-${'],
  [/^summary\.flows-/, '`summary.flows-${'],
  [/^summary\.consent-/, '`summary.consent-${'],
  [/^summary\.form-/, '`summary.form-${form}'],
  [/^summary\.(?:print|copy|text|json|calendar)$/, '`summary.${act}'],
  [/^settings-page\.hand-/, '`settings-page.hand-${matter}'],
  [/^difference\./, '`${group}.${detail}'],
  [/^certainty\./, '`certainty.${'],
  [/^topic\./, '`topic.${topic}'],
  [/^oauth\./, '`oauth.${'],
  [/^detail\./, '`detail.${kind}'],
  [/^decoder\.status-matter\./, '`decoder.status-matter.${matter}`'],
  [/^redacted\./, '`redacted.${'],
  [/^redirect-difference\./, '`redirect-difference.${code}'],
  [/^link\.(?:other|unknown)$/, '`link.${kinship}`'],
  [/^customers\.import-/, '`customers.import-${reading.problem}`'],
];

describe('the words', () => {
  const source = sources();

  it('are all used somewhere', () => {
    const isSaid = (key: string): boolean =>
      source.includes(`'${key}'`) ||
      source.includes(`"${key}"`) ||
      composed.some(([keys, code]) => keys.test(key) && source.includes(code));
    expect([...wordKeys.keys()].filter((key) => !isSaid(key))).toEqual([]);
  });

  it.each(composed)('%s are composed by %s', (keys, code) => {
    expect([...wordKeys.keys()].filter((key) => keys.test(key))).not.toEqual([]);
    expect(source).toContain(code);
  });
});
