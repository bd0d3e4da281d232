import { describe, expect, it } from 'vitest';
import type { When } from '../../../src/domain/guide/guide.ts';
import { isTaskState, progressOf, type TaskState } from '../../../src/domain/guide/progress.ts';

const guide = {
  values: [{ id: 'clientType', kind: 'choice', options: ['private', 'public'] }],
  steps: [
    { id: 'register' },
    { id: 'secret', when: { clientType: 'private' } as When },
    { id: 'confine', standing: 'extra' },
    { id: 'test' },
  ],
} as const;

function progress(states: Readonly<Record<string, TaskState>>, choices = {}) {
  const { done, total, next } = progressOf(guide, choices, (step) => states[step] ?? 'open');
  return [done, total, next?.step.id, next?.position];
}

describe('the progress in a guide', () => {
  it.each([
    ['begins at the first step', {}, [0, 3, 'register', 1]],
    ['goes on after what is done', { register: 'done' }, [1, 3, 'secret', 2]],
    ['goes back to what was left out', { secret: 'done' }, [1, 3, 'register', 1]],
    ['counts what is not needed', { register: 'not-needed' }, [1, 3, 'secret', 2]],
    ['does not count what waits', { register: 'blocked' }, [0, 3, 'register', 1]],
    ['leaves out optional steps', { confine: 'done' }, [0, 3, 'register', 1]],
    ['ends', { register: 'done', secret: 'done', test: 'done' }, [3, 3, undefined, undefined]],
  ] as const)('%s', (_, states, expected) => {
    expect(progress(states)).toEqual(expected);
  });

  it('counts the steps of the chosen branch', () => {
    const states = { register: 'done', secret: 'done' } as const;
    expect(progress(states, { clientType: 'public' })).toEqual([1, 2, 'test', 2]);
    expect(progress(states, { clientType: 'unknown' })).toEqual([2, 3, 'test', 3]);
  });

  it('knows its states from other data', () => {
    expect(['done', 'toString', '', 1, null, {}].map(isTaskState)).toEqual([
      true,
      false,
      false,
      false,
      false,
      false,
    ]);
  });
});
