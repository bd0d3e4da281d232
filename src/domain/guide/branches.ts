/** All branches of a guide, each with its condition. */

import { isChosen, type ChoiceList } from './applicable.ts';
import type { Guide, MayDepend, When } from './guide.ts';

/** The value of `data-lotse-when`: the required choices as JSON; undefined if there are none. */
export function whenText(when: When | undefined): string | undefined {
  return when && Object.keys(when).length > 0 ? JSON.stringify(when) : undefined;
}

/**
 * The attributes of content that depends on choices. `data-lotse-other` hides it at the first paint from readers who
 * have not chosen yet; without JavaScript every branch is shown.
 */
export function whenAttributes(guide: ChoiceList, when: When | undefined) {
  return {
    'data-lotse-when': whenText(when),
    'data-lotse-other': isChosen(when, guide, {}) ? undefined : '',
  } as const;
}

/** The condition under which a guide has a secret; undefined if it always has one, or never. */
export function secretWhen({ registration: { credentials } }: Guide): When | undefined {
  return credentials.length === 1 ? credentials[0]?.when : undefined;
}

/** The condition that holds where one on a single choice does not; undefined without one, or for several choices. */
export function otherwise(guide: ChoiceList, when: When | undefined): When | undefined {
  const [[id, options] = ['', ''], another] = Object.entries(when ?? {});
  const choice = guide.values.find((value) => value.id === id);
  const others = choice?.options?.filter((option) => !options.split(' ').includes(option)) ?? [];
  return another === undefined && others.length > 0 ? { [id]: others.join(' ') } : undefined;
}

/** The ids of the choices that these items depend on, in the guide's order. */
export function choicesOf(guide: ChoiceList, items: readonly MayDepend[]): readonly string[] {
  const named = new Set(items.flatMap(({ when }) => Object.keys(when ?? {})));
  return guide.values
    .filter(({ kind, id }) => kind === 'choice' && named.has(id))
    .map(({ id }) => id);
}

/** The choices that these items depend on, without samples, as data for a page's script. */
export function choiceList(guide: Guide, items: readonly MayDepend[]): ChoiceList {
  const choices = choicesOf(guide, items);
  return {
    values: guide.values
      .filter(({ id }) => choices.includes(id))
      .map((value) => ({ ...value, sample: undefined })),
  };
}

/** One condition for each combination of the choices' options; a single empty condition without choices. */
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
