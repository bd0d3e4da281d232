/** Branches of a guide as pages write them: all of them, each with what it depends on. */

import type { Guide, When } from '../domain/guide.ts';
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

/** The choices that a step's text depends on, in the guide's order. */
export function choicesIn(guide: Guide, text: string): readonly string[] {
  const asked = new Set(
    [...text.matchAll(/<(?:When|Choice)\s+value=["']([A-Za-z0-9]+)["']/g)].map(([, id]) => id),
  );
  const forms = [...text.matchAll(/<(?:ProductForm|FormCheck)\s+id=["']([a-z0-9-]+)["']/g)].map(
    ([, id]) => guide.forms.find((form) => form.id === id),
  );
  for (const form of forms) {
    for (const { when } of [...(form ? [form, ...form.fields] : [])]) {
      for (const id of Object.keys(when ?? {})) asked.add(id);
    }
  }
  return guide.values
    .filter(({ kind, id }) => kind === 'choice' && asked.has(id))
    .map(({ id }) => id);
}

/** The choices that a text asks itself. */
export function choicesAskedIn(text: string): readonly string[] {
  return [...text.matchAll(/<Choice\s+value=["']([A-Za-z0-9]+)["']/g)].map(([, id = '']) => id);
}
