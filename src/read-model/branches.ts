/** Branches of a guide in words, and the choices that a step depends on. */

import { namedIn, type UsedComponent } from '../content-model/prose-parts.ts';
import { choicesOf } from '../domain/guide/branches.ts';
import type { Guide, When } from '../domain/guide/guide.ts';
import type { GuideWords } from './guide-data.ts';

/** The names of the options in a condition. */
export function optionNames(words: GuideWords, when: When | undefined): readonly string[] {
  return Object.entries(when ?? {}).flatMap(([choice, options]) =>
    options.split(' ').map((option) => words.values[choice]?.options[option] ?? option),
  );
}

/** The choices that components of a step depend on, in the guide's order. */
export function choicesIn(guide: Guide, components: readonly UsedComponent[]): readonly string[] {
  const shown = namedIn(components, 'form').flatMap((id) =>
    guide.forms.filter((form) => form.id === id).flatMap((form) => [form, ...form.fields]),
  );
  const named = namedIn(components, 'choice').map((choice) => ({ when: { [choice]: '' } }));
  return choicesOf(guide, [...named, ...shown]);
}
