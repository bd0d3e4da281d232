/**
 * The reader's progress: the state of each step and their note on it. Stored under `lotse-tasks:<guide>` as
 * `{ "redirect-uris": { state: 'done', note: '' } }`; a note only once it is accepted.
 */

import { atom } from 'nanostores';
import { isTaskState, type TaskState } from '../domain/guide/progress.ts';
import type { AcceptedText } from '../domain/values/accepted-text.ts';
import type { Reading } from '../domain/values/reading.ts';
import { ofCustomer } from './customer.ts';
import { pageGuide } from './guide.ts';
import { keptRecord } from './kept-record.ts';
import { writeStored } from './storage.ts';

/** The reader's state and note for a step. */
export interface Task {
  readonly state: TaskState;
  readonly note: string;
}

interface KeptTask extends Task {
  readonly note: AcceptedText | '';
}

type Tasks = Readonly<Record<string, Task | undefined>>;

const guide = pageGuide();

function isTask(id: string, data: unknown): data is KeptTask {
  const { state, note } = (data ?? {}) as Partial<Task>;
  return (
    (guide?.steps.some((step) => step.id === id) ?? false) &&
    isTaskState(state) &&
    typeof note === 'string'
  );
}

const storageName = ofCustomer(`tasks:${guide?.id ?? ''}`);
const kept = keptRecord(storageName, isTask, (items) => {
  writeStored(storageName, items);
});

/** The tasks of this page's guide. A step without an entry is open. */
export const $tasks = atom<Tasks>(guide ? kept.known() : {});

/** The task of a step. */
export function taskOf(step: string): Task {
  return $tasks.get()[step] ?? { state: 'open', note: '' };
}

let read: (typeof import('../domain/values/note.ts'))['readNote'] | undefined;

/** The reading of a note; undefined until the reader of notes is loaded. */
export function readAsNote(note: string): Reading<AcceptedText | ''> | undefined {
  return note === '' ? { ok: true, value: '', notes: [] } : read?.(note);
}

/** Stores a task with its note if accepted; while the note cannot be read, with the note stored before. */
function keep(step: string): void {
  const { state, note } = taskOf(step);
  const reading = readAsNote(note);
  const before = kept.known()[step]?.note ?? '';
  kept.keep(step, {
    state,
    note: reading === undefined ? before : reading.ok ? reading.value : '',
  });
}

/** Loads the reader of notes, and reads all notes. Rejects if that part of the site does not arrive. */
export async function loadNoteReading(): Promise<void> {
  read ??= (await import('../domain/values/note.ts')).readNote;
  for (const step of Object.keys($tasks.get())) keep(step);
}

/** Changes the state or the note of a step. */
export function changeTask(step: string, change: Partial<Task>): void {
  $tasks.set({ ...$tasks.get(), [step]: { ...taskOf(step), ...change } });
  keep(step);
}

/** Connects the tasks to other tabs; called once per page. */
export function connectTasks(): void {
  if (!guide) return;
  kept.follow((changed) => {
    $tasks.set(changed ? { ...$tasks.get(), ...changed } : {});
  });
}
