/** Selects the parts of a guide that apply to the branch chosen by the reader. */

import type {
  ApplicableGuide,
  Guide,
  MayDepend,
  Registration,
  ValueKind,
  Values,
  When,
} from './guide.ts';

/** The part of a guide that defines its choices. */
export interface ChoiceList {
  readonly values: readonly {
    readonly id: string;
    readonly kind: ValueKind;
    readonly options?: readonly string[] | undefined;
  }[];
}

/**
 * The option chosen; the first one if the reader has chosen none, or one that the guide does not have.
 * Undefined if the guide has no choice with this id.
 */
export function choiceOf(guide: ChoiceList, id: string, values: Values): string | undefined {
  const choice = guide.values.find((definition) => definition.id === id);
  if (choice?.kind !== 'choice') return undefined;
  const answer = values[id];
  if (answer !== undefined && choice.options?.includes(answer)) return answer;
  return choice.options?.[0];
}

/**
 * The guide reduced to the items that apply to these choices, in order.
 * All values stay, so that every question can still be asked.
 */
export function applicable(guide: Guide, choices: Values): ApplicableGuide {
  const keep = <Item extends MayDepend>(items: readonly Item[]): readonly Item[] =>
    items.filter((item) => isChosen(item.when, guide, choices));
  return {
    ...guide,
    registration: applicableRegistration(guide.registration, keep),
    token: keep(guide.token),
    mailServers: keep(guide.mailServers),
    forms: keep(guide.forms).map((form) => ({ ...form, fields: keep(form.fields) })),
    steps: keep(guide.steps),
  } satisfies Omit<Guide, symbol> as ApplicableGuide;
}

type Keep = <Item extends MayDepend>(items: readonly Item[]) => readonly Item[];

function applicableRegistration(registration: Registration, keep: Keep): Registration {
  return {
    ...registration,
    redirects: keep(registration.redirects),
    publicClientFlows: keep(registration.publicClientFlows),
    credentials: keep(registration.credentials),
    permissions: keep(registration.permissions),
  };
}

/** Whether the choices meet a condition; true without a condition. */
export function isChosen(when: When | undefined, guide: ChoiceList, choices: Values): boolean {
  return Object.entries(when ?? {}).every(([id, options]) =>
    options.split(' ').includes(choiceOf(guide, id, choices) ?? ''),
  );
}
