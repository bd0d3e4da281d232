import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { repliesOf } from '../../../src/content-model/reply-chunk.ts';
import { guideChunkOf } from '../../../src/content-model/guide-chunk.ts';
import { checkReplies, replyLimits } from '../../../src/content-model/replies.ts';
import { readContent } from '../../../src/content-model/read-content.ts';
import { Report } from '../../../src/content-model/report.ts';
import {
  fillParagraphs,
  fittingReplies,
  replyPlaceholders,
  knownIn,
  safeDetails,
} from '../../../src/domain/support/replies.ts';
import { languageCodes } from '../../../src/i18n/languages.ts';

const files = readContent();
const languages = languageCodes.map((code) => [code, repliesOf(files, code)] as const);
const secret = `${['Ab1', '8', 'Q'].join('')}~${'x'.repeat(34)}`;

describe('a paragraph', () => {
  const paragraph = ['A {sent} and {expected}.', 'B {sent}.', 'C.'];
  it.each([
    [{ sent: 's', expected: 'e' }, 'A s and e.'],
    [{ sent: 's' }, 'B s.'],
    [{ expected: 'e' }, 'C.'],
    [{ sent: '', expected: 'e' }, 'C.'],
    [{ sent: '{expected}', expected: '{sent}' }, 'A {expected} and {sent}.'],
    [{}, 'C.'],
  ])('with %j is %s', (details, expected) => {
    expect(fillParagraphs([paragraph], details)).toBe(expected);
  });
});

describe.each(languages)('the replies in %s', (_code, { words, frame, rules }) => {
  const known = fc.record(
    Object.fromEntries(
      replyPlaceholders.map((name) => [
        name,
        fc.option(fc.constant(`<${name}>`), { nil: undefined }),
      ]),
    ),
  );

  it('leave no hole, whatever is unknown, and stay short', () => {
    fc.assert(
      fc.property(known, fc.constantFrom(...Object.keys(words)), (details, id) => {
        const always = Object.fromEntries(knownIn(id).map((name) => [name, `<${name}>`]));
        const { text } = words[id] ?? { text: [] };
        const filled = fillParagraphs(text, { ...details, ...always });
        expect(filled).not.toMatch(/[{}]/);
        expect(filled.split('\n\n')).toHaveLength(text.length);
        expect(filled.length).toBeLessThan(replyLimits.text + 200);
      }),
    );
  });

  it('have a frame that needs nothing but the link', () => {
    const all = Object.values(frame).map((one) => fillParagraphs(one, { link: 'L' }));
    expect(all.every((text) => text !== '' && !/[{}]/.test(text))).toBe(true);
  });

  it('fit each step that mends something, of every guide', () => {
    const topics = Object.values(guideChunkOf(files)).flatMap(({ guide }) =>
      guide.steps.flatMap(({ mends }) => mends),
    );
    const without = [...new Set(topics)].filter(
      (topic) => fittingReplies(rules, [], [topic]).length === 0,
    );
    // For these, the sentence for any step has to do.
    expect(without.toSorted()).toEqual(
      ['assignment', 'implicit-grant', 'license', 'limit-access', 'public-client'].filter((topic) =>
        topics.includes(topic),
      ),
    );
  });
});

describe('what is offered', () => {
  const { rules } = repliesOf(files, 'de');
  it('are the replies for the error, then those for what it is about', () => {
    const ids = fittingReplies(rules, ['aadsts50011'], ['redirect-uri']).map(({ id }) => id);
    expect(ids).toEqual(['redirect-differs', 'redirect-uris']);
  });
});

describe('details', () => {
  it.each([
    ['a secret', secret],
    ['a secret in an address', `https://muster.example/${secret}`],
    ['an encoded secret', secret.replace('~', '%7E')],
    ['a token', `eyJhbGciOiJub25lIn0.${'a'.repeat(30)}.c2ln`],
    ['a named password', 'Kennwort: Sommer2026x'],
  ])('leave out %s', (_name, text) => {
    expect(safeDetails({ sent: text, product: 'bm' })).toEqual({ product: 'bm' });
  });

  it('keep IDs and addresses', () => {
    const details = {
      clientId: '9e41c7b2-08fd-4a36-b5d9-21f67a0c83e4',
      mailbox: 'post@muster.example',
      expected: 'https://muster.ipmcloud.de/',
    };
    expect(safeDetails(details)).toEqual(details);
  });
});

describe('the content check', () => {
  const mistakes = (file: string, change: (text: string) => string): readonly string[] => {
    const report = new Report();
    checkReplies(new Map([...files, [file, change(files.get(file) ?? '')]]), report);
    return report.mistakes.map(({ found }) => found);
  };
  it.each([
    ['an unknown placeholder', 'replies/de.yml', 'Guten Tag,', 'Guten Tag {name},', '{name}'],
    [
      'a hole',
      'replies/de.yml',
      'Guten Tag,',
      'Guten Tag {product},',
      '{product}, which may be unknown',
    ],
    [
      'a reply too many',
      'replies/en.yml',
      '  wait-an-hour:',
      '  wait-a-day:',
      'no “replies.wait-an-hour”',
    ],
    ['an unknown error', 'replies/replies.yml', 'aadsts7000215', 'aadsts1', '“aadsts1”'],
  ])('reports %s', (_name, file, from, to, expected) => {
    expect(mistakes(file, (text) => text.replace(from, to))).toContain(expected);
  });

  it('reports a text that is too long, and missing words; a language without them has the German ones', () => {
    const long = 'x'.repeat(replyLimits.paragraph + 1);
    expect(mistakes('replies/de.yml', (text) => text.replace('Guten Tag,', long))).toHaveLength(1);
    const missing = (name: string) => {
      const report = new Report();
      checkReplies(new Map([...files].filter(([file]) => file !== name)), report);
      return report.mistakes.map(({ file }) => file);
    };
    expect(missing('replies/de.yml')).toEqual(['src/content/replies/de.yml']);
    expect(missing('replies/en.yml')).toEqual([]);
  });
});
