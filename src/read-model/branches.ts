/** Branches of a guide as pages write them: all of them, each with what it depends on. */

import { namedIn, type UsedComponent } from '../content-model/prose-parts.ts';
import type { Guide, When } from '../domain/guide/guide.ts';
import type { GuideWords } from './guide-data.ts';

/** What `data-lotse-when` holds, JSON of the choices that must have been made; nothing where none. */
export function whenText(when: When | undefined): string | undefined {
  return when && Object.keys(when).length > 0 ? JSON.stringify(when) : undefined;
}

/** Every way through some choices: one condition for each combination of their options; a single empty one where there are none. */
export function branchesOf(guide: Guide, choices: readonly string[]): readonly When[] {
  return choices.reduce<readonly When[]>(
    (ways, id) => {
      const choice = guide.values.find((value) => value.id === id);
      if (choice?.kind !== 'choice') return ways;
      return ways.flatMap((way) => choice.options.map((option) => ({ ...way, [id]: option })));
    },
    [{}],
  );
}

/** The names of the options that something depends on. */
export function optionNames(words: GuideWords, when: When | undefined): readonly string[] {
  return Object.entries(when ?? {}).map(
    ([choice, option]) => words.values[choice]?.options[option] ?? option,
  );
}

/** The choices that components of a step depend on, in the guide's order. */
export function choicesIn(guide: Guide, components: readonly UsedComponent[]): readonly string[] {
  const shown = namedIn(components, 'form').flatMap((id) =>
    guide.forms.filter((form) => form.id === id).flatMap((form) => [form, ...form.fields]),
  );
  const named = new Set([
    ...namedIn(components, 'choice'),
    ...shown.flatMap(({ when }) => Object.keys(when ?? {})),
  ]);
  return guide.values
    .filter(({ kind, id }) => kind === 'choice' && named.has(id))
    .map(({ id }) => id);
}
