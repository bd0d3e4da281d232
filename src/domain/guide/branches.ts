/** Branches of a guide as they are written: all of them, each with what it depends on. */

import type { ChoiceList } from './applicable.ts';
import type { MayDepend, When } from './guide.ts';

/** What `data-lotse-when` holds, JSON of the choices that must have been made; nothing where none. */
export function whenText(when: When | undefined): string | undefined {
  return when && Object.keys(when).length > 0 ? JSON.stringify(when) : undefined;
}

/** The choices that any of these items depends on, in the guide's order. */
export function choicesOf(guide: ChoiceList, items: readonly MayDepend[]): readonly string[] {
  const named = new Set(items.flatMap(({ when }) => Object.keys(when ?? {})));
  return guide.values
    .filter(({ kind, id }) => kind === 'choice' && named.has(id))
    .map(({ id }) => id);
}

/** Every way through some choices: one condition for each combination of their options; a single empty one where there are none. */
export function branchesOf(guide: ChoiceList, choices: readonly string[]): readonly When[] {
  return choices.reduce<readonly When[]>(
    (ways, id) => {
      const choice = guide.values.find((value) => value.id === id);
      if (choice?.kind !== 'choice') return ways;
      const options = choice.options ?? [];
      return ways.flatMap((way) => options.map((option) => ({ ...way, [id]: option })));
    },
    [{}],
  );
}
