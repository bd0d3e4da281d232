/** Decoder, dry run and test sign-in lead to the same steps for the same error number, in the same order. */

import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { byNumberOf } from '../../src/content-model/error-chunk.ts';
import { entriesOf, errorsSchema } from '../../src/content-model/errors.ts';
import { readContent } from '../../src/content-model/read-content.ts';
import { isChosen } from '../../src/domain/guide/applicable.ts';
import { catalogueOf, numbersOf } from '../../src/domain/errors/catalogue.ts';
import { decode } from '../../src/domain/errors/decode.ts';
import type { Guide } from '../../src/domain/guide/guide.ts';
import { onChosenBranch, stepsThatFix } from '../../src/domain/guide/fixing-steps.ts';
import { readDryRunAnswer } from '../../src/domain/sign-in/dry-run-answer.ts';
import {
  judgeSignInError,
  judgeWindowText,
  testAddress,
} from '../../src/domain/sign-in/sign-in-error.ts';
import { branchesOf } from '../../src/domain/guide/branches.ts';
import { realGuide, realGuides } from '../domain/check/right.ts';

const content = readContent();
const entries = entriesOf(errorsSchema.parse(parse(content.get('errors/errors.yml') ?? '')));
const catalogue = catalogueOf(entries);
const numbers = byNumberOf(content, 'de');
const guides = realGuides.map(realGuide);

/** Numbers about the redirect URI that the test itself sends: it leads there first, and not to the guide's own URIs. */
const ownAddress = new Set(
  [50011, 500113, 900971, 70004, 90102, 9002325, 9002326, 7000218].map(String),
);

function decoderTopics(number: string): readonly string[] {
  const [finding] = decode(`AADSTS${number}: made up`, catalogue).findings;
  const id = finding?.kind === 'known' ? finding.id : undefined;
  const entry = entries.find((each) => each.id === id);
  if (!entry) throw new Error(`The decoder does not know AADSTS${number}`);
  return entry.topics;
}

function dryRunTopics(number: string): readonly string[] {
  const expected = { redirectUris: ['https://www.muster.example/x'], mailbox: 'a@muster.example' };
  const { findings } = readDryRunAnswer(`AADSTS${number}: made up`, expected, numbers);
  return findings[0]?.topics ?? [];
}

function testTopics(number: string): readonly string[] {
  return judgeSignInError({ kind: 'error', errorCode: 'x', errorNo: number }, numbers).topics;
}

/** The steps of each branch of a guide, preceded by its choices. */
function stepsOf(guide: Guide, topics: readonly string[]): readonly string[] {
  const choices = guide.values.filter(({ kind }) => kind === 'choice').map(({ id }) => id);
  return branchesOf(guide, choices).map((way) => {
    const steps = onChosenBranch(stepsThatFix(guide.steps, topics), (when) =>
      isChosen(when, guide, way),
    );
    return `${JSON.stringify(way)} ${steps.map(({ id }) => id).join(' ')}`;
  });
}

function everywhere(topics: readonly string[]): readonly (readonly string[])[] {
  return guides.map((guide) => stepsOf(guide, topics));
}

describe.each(entries.flatMap(numbersOf))('AADSTS%s', (number) => {
  const decoder = decoderTopics(number);

  it('leads to the same steps in the decoder and after a dry run', () => {
    expect(everywhere(dryRunTopics(number))).toEqual(everywhere(decoder));
  });

  it('leads to the same steps in the test sign-in, except for the test’s own address', () => {
    const topics = testTopics(number);
    const text = `AADSTS${number}: made up`;
    expect(judgeWindowText(text, 'https://a.example/', numbers).topics).toEqual(topics);
    const isOwn = ownAddress.has(number);
    expect(topics.slice(0, 1).includes(testAddress)).toBe(isOwn);
    const steps = isOwn ? decoder.filter((topic) => topic !== 'redirect-uri') : decoder;
    expect(everywhere(topics)).toEqual(everywhere(steps));
  });
});

describe('a number that once had contradicting answers', () => {
  it.each([
    ['65005', ['permissions']],
    ['90008', ['permissions']],
    ['650056', ['permissions']],
    ['650057', ['permissions']],
    ['50105', ['first-account']],
    ['7000112', []],
    ['650059', ['register-app']],
    ['530035', ['smtp-auth']],
  ])('AADSTS%s leads to these steps of cmxorganize, everywhere', (number, steps) => {
    for (const topics of [decoderTopics, dryRunTopics, testTopics]) {
      const found = stepsThatFix(realGuide('cmxorganize').steps, topics(number));
      expect(found.map(({ id }) => id)).toEqual(steps);
    }
  });
});

it('a choice hides steps of other branches, unless it has none of its own', () => {
  const [one, two] = [{ when: { kind: 'one' } }, { when: { kind: 'two' } }];
  expect(onChosenBranch([one, two], (when) => when?.['kind'] === 'two')).toEqual([two]);
  expect(onChosenBranch([one], () => false)).toEqual([one]);
});
