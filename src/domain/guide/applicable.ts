/** Which parts of a guide apply to the branch that the reader has chosen. */

import type {
  ApplicableGuide,
  Guide,
  MayDepend,
  Registration,
  ValueKind,
  Values,
  When,
} from './guide.ts';

/** As much of a guide as says which choices it has. */
export interface ChoiceList {
  readonly values: readonly {
    readonly id: string;
    readonly kind: ValueKind;
    readonly options?: readonly string[] | undefined;
  }[];
}

/**
 * The option taken for a choice; the first one while nothing, or nothing known, is chosen.
 * Undefined where the guide has no choice of that id.
 */
export function choiceOf(guide: ChoiceList, id: string, values: Values): string | undefined {
  const choice = guide.values.find((definition) => definition.id === id);
  if (choice?.kind !== 'choice') return undefined;
  const answer = values[id];
  if (answer !== undefined && choice.options?.includes(answer)) return answer;
  return choice.options?.[0];
}

/**
 * The guide with only those items that the choices lead to, in their order.
 * The values themselves stay, so that every question can still be asked.
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

/** Says whether all that a condition asks for is chosen; without a condition always. */
export function isChosen(when: When | undefined, guide: ChoiceList, choices: Values): boolean {
  return Object.entries(when ?? {}).every(
    ([id, option]) => choiceOf(guide, id, choices) === option,
  );
}
