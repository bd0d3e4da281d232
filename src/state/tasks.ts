/**
 * How far the reader is: the state of each step and a note of their own, kept in this browser.
 * Stored under `lotse-tasks:<guide>` as `{ "redirect-uris": { state: 'done', note: '' } }`.
 */

import { atom } from 'nanostores';
import { mayHoldSecret } from '../domain/secret-shape.ts';
import { pageGuide } from './guide.ts';
import { $storageHealth, onStoredElsewhere, readStored, writeStored } from './storage.ts';

/** The states of a task; nothing is ever locked. */
export const taskStates = ['open', 'done', 'not-needed', 'blocked'] as const;

/** The state of a task. */
export type TaskState = (typeof taskStates)[number];

/** What the reader noted on a step. */
export interface Task {
  readonly state: TaskState;
  readonly note: string;
}

type Tasks = Readonly<Record<string, Task | undefined>>;

const guide = pageGuide();
const storageName = `tasks:${guide?.id ?? ''}`;
const longestNote = 2000;

function isTask(data: unknown): data is Task {
  if (typeof data !== 'object' || data === null) return false;
  const { state, note } = data as Partial<Task>;
  return (taskStates as readonly unknown[]).includes(state) && typeof note === 'string';
}

function storedTasks(): Tasks {
  const data = readStored(storageName);
  if (typeof data !== 'object' || data === null) return {};
  return Object.fromEntries(
    Object.entries(data).filter(
      ([id, task]) => guide?.steps.some((step) => step.id === id) && isTask(task),
    ),
  );
}

/** The tasks of this page's guide. A step without an entry is open. */
export const $tasks = atom<Tasks>(guide ? storedTasks() : {});

/** The task of a step. */
export function taskOf(step: string): Task {
  return $tasks.get()[step] ?? { state: 'open', note: '' };
}

/** Changes the state or the note of a step. */
export function changeTask(step: string, change: Partial<Task>): void {
  const task = { ...taskOf(step), ...change };
  const tasks = { ...latestTasks(), [step]: { ...task, note: task.note.slice(0, longestNote) } };
  $tasks.set(tasks);
  writeStored(storageName, Object.fromEntries(Object.entries(tasks).map(withoutSecret)));
}

/** What is kept by now, since another tab may just have changed it, and of this page the notes that may not be kept. */
function latestTasks(): Tasks {
  const own = $tasks.get();
  if ($storageHealth.get() !== 'fine') return own;
  const unkept = Object.entries(own).filter(([, task]) => task && mayHoldSecret(task.note));
  return { ...storedTasks(), ...Object.fromEntries(unkept) };
}

/** A note that looks like a secret stays in its field and is not kept. */
function withoutSecret([step, task]: readonly [string, Task | undefined]): [
  string,
  Task | undefined,
] {
  return [step, task && mayHoldSecret(task.note) ? { ...task, note: '' } : task];
}

/** Forgets this page's tasks in memory; what is stored is removed by `forgetStored`. */
export function emptyTasks(): void {
  $tasks.set({});
}

/** Connects the tasks to other tabs; called once per page. */
export function connectTasks(): void {
  if (!guide) return;
  onStoredElsewhere(storageName, () => {
    $tasks.set(storedTasks());
  });
}
