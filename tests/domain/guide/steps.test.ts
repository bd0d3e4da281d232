import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applicable } from '../../../src/domain/guide/applicable.ts';
import {
  extentOf,
  isRequired,
  missingChoice,
  nextStep,
  previousStep,
  stepsFor,
  withAllBranches,
} from '../../../src/domain/guide/steps.ts';
import { guideFixture, guideNames } from '../fixtures.ts';

const bm = guideFixture('bm');
const isPublic = { clientType: 'public' };
const ids = (choices: Record<string, string>) => stepsFor(bm, choices).map(({ step }) => step.id);

describe('the steps of a branch', () => {
  it('are those that apply, in order', () => {
    expect(ids({})).toEqual(['client-type', 'client-secret', 'permissions', 'token-endpoint']);
    expect(ids(isPublic)).toEqual(['client-type', 'permissions', 'token-endpoint']);
    expect(ids({ clientType: 'both' })).toEqual(ids({}));
  });

  it('know their place among those that apply', () => {
    const placed = stepsFor(bm, isPublic);
    expect(placed.map(({ position }) => position)).toEqual([1, 2, 3]);
    expect(placed.every(({ total }) => total === 3)).toBe(true);
    expect(stepsFor({ steps: [], values: [] }, {})).toEqual([]);
  });

  it('leave out extra and remedy steps, but lead back to the path from them', () => {
    const steps = [
      { id: 'first' },
      { id: 'beside', standing: 'extra' },
      { id: 'second', standing: 'required' },
      { id: 'repair', standing: 'remedy' },
    ] as const;
    const guide = { values: [], steps };
    expect(stepsFor(guide, {}).map(({ step, total }) => [step.id, total])).toEqual([
      ['first', 2],
      ['second', 2],
    ]);
    expect(nextStep(guide, {}, 'beside')?.id).toBe('second');
    expect(previousStep(guide, {}, 'beside')?.id).toBe('first');
    expect(nextStep(guide, {}, 'repair')).toBeUndefined();
    expect(nextStep(withAllBranches(guide), {}, 'first')?.id).toBe('second');
  });

  it('have a length: how many there are, and how long they take', () => {
    const minutes = [10, 20, 5].map((each, index) => ({
      id: `s${index}`,
      minutes: each,
      standing: index === 1 ? ('extra' as const) : undefined,
    }));
    expect(extentOf({ values: [], steps: minutes }, {})).toEqual({ steps: 2, minutes: 15 });
  });

  it.each(guideNames)('of %s are those of the applicable guide', (name) => {
    const guide = guideFixture(name);
    for (const choices of [{}, isPublic]) {
      expect(stepsFor(guide, choices).map(({ step }) => step)).toEqual(
        applicable(guide, choices).steps.filter(isRequired),
      );
    }
  });
});

describe('the next and the previous step', () => {
  it.each([
    ['directly', {}, 'client-type', 'client-secret', undefined],
    ['forward over a step that does not apply', isPublic, 'client-type', 'permissions', undefined],
    ['back over it', isPublic, 'permissions', 'token-endpoint', 'client-type'],
    [
      'from a step that does not apply itself',
      isPublic,
      'client-secret',
      'permissions',
      'client-type',
    ],
    ['from the last step', {}, 'token-endpoint', undefined, 'permissions'],
    ['from a step that the guide does not have', {}, 'nothing', undefined, undefined],
  ])('%s', (_, choices, id, next, previous) => {
    expect(nextStep(bm, choices, id)?.id).toBe(next);
    expect(previousStep(bm, choices, id)?.id).toBe(previous);
  });

  it('agree in both directions, for any conditions', () => {
    const when = fc.constantFrom(undefined, { way: 'a' }, { way: 'b' }, { way: 'a', no: 'x' });
    fc.assert(
      fc.property(fc.array(when, { maxLength: 8 }), fc.constantFrom('a', 'b', ''), (list, way) => {
        const values = [{ id: 'way', kind: 'choice', options: ['a', 'b'] }] as const;
        const guide = { values, steps: list.map((one, index) => ({ id: `s${index}`, when: one })) };
        const steps = stepsFor(guide, { way }).map(({ step }) => step.id);
        steps.forEach((id, index) => {
          expect(nextStep(guide, { way }, id)?.id).toBe(steps[index + 1]);
          expect(previousStep(guide, { way }, id)?.id).toBe(steps[index - 1]);
          expect(missingChoice(guide, { way }, id)).toBeUndefined();
        });
        for (const { id } of guide.steps.filter((one) => !steps.includes(one.id))) {
          expect(missingChoice(guide, { way }, id)).toBeDefined();
        }
      }),
    );
  });
});

describe('the choice that a step needs', () => {
  it('is named for a step that does not apply', () => {
    expect(missingChoice(bm, isPublic, 'client-secret')).toEqual({
      choice: 'clientType',
      option: 'private',
    });
  });

  it.each([
    ['a step that applies', {}, 'client-secret'],
    ['a step without a condition', isPublic, 'permissions'],
    ['a step that the guide does not have', {}, 'nothing'],
  ])('is undefined for %s', (_, choices, id) => {
    expect(missingChoice(bm, choices, id)).toBeUndefined();
  });
});
