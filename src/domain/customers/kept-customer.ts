/** What is kept of a customer, as it stands in storage or in a file, and what of it is accepted. */

import type { Guide, Values } from '../guide/guide.ts';
import { isTaskState, type TaskState } from '../guide/progress.ts';
import { clouds, type Cloud } from '../registration/token-endpoint.ts';
import { asAccepted, type AcceptedText } from '../values/accepted-text.ts';
import { readNote } from '../values/note.ts';
import type { Problem } from '../values/problems.ts';
import type { Reading } from '../values/reading.ts';
import { readValue } from '../values/read-value.ts';

/** What is kept of one guide: raw texts. */
export interface KeptGuide {
  readonly values: Values;
  readonly tasks: Readonly<Record<string, { readonly state: TaskState; readonly note: string }>>;
  readonly cloud?: string | undefined;
}

/** A customer with everything kept of their guides, by the guide's id. */
export interface KeptCustomer {
  readonly id: string;
  /** Empty for „dieses Gerät“, as long as it has no name. */
  readonly name: string;
  readonly guides: Readonly<Record<string, KeptGuide>>;
}

/** What was accepted of one guide. */
export interface AcceptedGuide {
  readonly values: Readonly<Record<string, AcceptedText>>;
  readonly tasks: Readonly<
    Record<string, { readonly state: TaskState; readonly note: AcceptedText | '' }>
  >;
  readonly cloud?: Cloud | undefined;
}

/** What was accepted of a customer. */
export interface AcceptedCustomer {
  readonly id: string;
  readonly name: AcceptedText;
  readonly guides: Readonly<Record<string, AcceptedGuide>>;
}

/** A value or note that was refused, by the ids of its guide and of its value or step. */
export interface RefusedText {
  readonly guide: string;
  readonly id: string;
  readonly problem: Problem;
}

/** A customer as read. `unknown` are the ids of guides, values and steps that this site does not have. */
export interface ReadCustomer {
  readonly customer: AcceptedCustomer;
  readonly refused: readonly RefusedText[];
  /** Why the name was refused; the customer has none then. */
  readonly nameProblem?: Problem | undefined;
  readonly unknown: readonly string[];
}

/** The parts of a guide that reading needs. */
export type KnownGuides = Readonly<Record<string, Pick<Guide, 'values' | 'steps'>>>;

/** Reads a customer's name by the rules for companies' names. */
export function readCustomerName(text: string, today: string): Reading<AcceptedText> {
  return readValue({ id: 'organisation', kind: 'organisation', optional: false }, text, { today });
}

/**
 * Reads everything of a customer again, by the rules that hold for what is typed: so nothing that looks like a secret gets
 * from storage into a file or back. A note that is refused leaves its step's state.
 */
export function readCustomer(
  { id, name, guides: kept }: KeptCustomer,
  guides: KnownGuides,
  today: string,
): ReadCustomer {
  const refused: RefusedText[] = [];
  const unknown: string[] = [];
  const read: Record<string, AcceptedGuide> = {};
  for (const [guide, { values, tasks, cloud }] of Object.entries(kept)) {
    const known = Object.hasOwn(guides, guide) ? guides[guide] : undefined;
    if (!known) {
      unknown.push(guide);
      continue;
    }
    const readValues: Record<string, AcceptedText> = {};
    for (const [key, text = ''] of Object.entries(values)) {
      const rule = known.values.find((one) => one.id === key);
      const reading = rule && readValue(rule, text, { today });
      if (reading?.ok) readValues[key] = reading.value;
      else if (reading) refused.push({ guide, id: key, problem: reading.problems[0] });
      else unknown.push(key);
    }
    const readTasks: Record<string, AcceptedGuide['tasks'][string]> = {};
    for (const [step, { state, note }] of Object.entries(tasks)) {
      if (!known.steps.some((one) => one.id === step)) {
        unknown.push(step);
        continue;
      }
      const reading = note === '' ? undefined : readNote(note);
      if (reading && !reading.ok) refused.push({ guide, id: step, problem: reading.problems[0] });
      readTasks[step] = { state, note: reading?.ok ? reading.value : '' };
    }
    read[guide] = {
      values: readValues,
      tasks: readTasks,
      ...(cloud !== undefined && Object.hasOwn(clouds, cloud) && { cloud: cloud as Cloud }),
    };
  }
  const reading = readCustomerName(name, today);
  const accepted = reading.ok ? reading.value : asAccepted('');
  const nameProblem = reading.ok || name.trim() === '' ? undefined : reading.problems[0];
  return { customer: { id, name: accepted, guides: read }, refused, nameProblem, unknown };
}

/** The same text for customers of the same name with the same content, under whatever id and in whatever order. */
export function contentOf({ name, guides }: AcceptedCustomer): string {
  return JSON.stringify([name, guides], (_, part: unknown) =>
    part !== null && typeof part === 'object' && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
}

type Data = Readonly<Record<string, unknown>>;

function entriesOf(data: unknown): readonly (readonly [string, unknown])[] {
  return Object.entries(Object(data) as Data);
}

function textOf(data: unknown, key: string): string | undefined {
  const text = (Object(data) as Data)[key];
  return typeof text === 'string' ? text : undefined;
}

/** The texts of stored values, `{ tenantId: { text, origin } }`, or of those in a file, `{ tenantId: text }`. */
export function valuesIn(data: unknown): Values {
  return Object.fromEntries(
    entriesOf(data).flatMap(([id, entry]) => {
      const text = typeof entry === 'string' ? entry : textOf(entry, 'text');
      return text === undefined ? [] : [[id, text]];
    }),
  );
}

/** The stored tasks whose state is known. */
export function tasksIn(data: unknown): KeptGuide['tasks'] {
  return Object.fromEntries(
    entriesOf(data).flatMap(([step, task]) => {
      const state = textOf(task, 'state');
      return isTaskState(state) ? [[step, { state, note: textOf(task, 'note') ?? '' }]] : [];
    }),
  );
}

/** A customer from a file; whatever does not fit is left out. Undefined if it is none, with neither name nor guides. */
export function customerIn(data: unknown): KeptCustomer | undefined {
  const { guides: kept } = Object(data) as Data;
  const hasGuides = typeof kept === 'object' && kept !== null && !Array.isArray(kept);
  if (textOf(data, 'name') === undefined && !hasGuides) return undefined;
  const guides = entriesOf((Object(data) as Data)['guides']).map(([guide, kept]) => {
    const { values, tasks } = Object(kept) as Data;
    const cloud = textOf(kept, 'cloud');
    return [guide, { values: valuesIn(values), tasks: tasksIn(tasks), cloud }] as const;
  });
  return {
    id: textOf(data, 'id') ?? '',
    name: textOf(data, 'name') ?? '',
    guides: Object.fromEntries(guides),
  };
}
