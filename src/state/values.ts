/**
 * The reader's values of this page's guide: what was typed, as it was typed, kept in this browser and
 * in step with other tabs. Secrets have no kind of value and so no way in here.
 *
 * Stored under `lotse-values:<guide>` as `{ customerHost: { text: 'muster', origin: 'typed' } }`. Texts
 * with problems are kept too, so that a reload loses nothing; they are read anew on every page.
 */

import { atom } from 'nanostores';
import { mayHoldSecret } from '../domain/secret-shape.ts';
import type { Values } from '../domain/guide.ts';
import { accept, type Reading } from '../domain/reading.ts';
import { pageGuide, today } from './guide.ts';
import { $storageHealth, onStoredElsewhere, readStored, writeStored } from './storage.ts';

/** Where a text came from. */
export type Origin = 'typed' | 'link';

/** A text that stands in a field. */
export interface Entry {
  readonly text: string;
  readonly origin: Origin;
}

/** Texts by the id of their value. */
export type Entries = Readonly<Record<string, Entry | undefined>>;

const guide = pageGuide();
const definitions = new Map((guide?.values ?? []).map((definition) => [definition.id, definition]));
const storageName = `values:${guide?.id ?? ''}`;
/** Longer texts are a mistake; the readers refuse them, and storage need not carry them. */
const longestKept = 4000;

function isEntry(data: unknown): data is Entry {
  if (typeof data !== 'object' || data === null) return false;
  const { text, origin } = data as Partial<Entry>;
  return (
    typeof text === 'string' &&
    text.length <= longestKept &&
    (origin === 'typed' || origin === 'link')
  );
}

function storedEntries(): Entries {
  const data = readStored(storageName);
  if (typeof data !== 'object' || data === null) return {};
  return Object.fromEntries(
    Object.entries(data).filter(([id, entry]) => definitions.has(id) && isEntry(entry)),
  );
}

/** The texts of this guide's values. */
export const $entries = atom<Entries>(guide ? storedEntries() : {});

type Read = (typeof import('../domain/read-value.ts'))['readValue'];

let read: Read | undefined;
let loading: Promise<void> | undefined;

/**
 * Brings the readers of input, which a page needs only once there is something to read.
 * Rejects where that part of the site does not arrive; the next call tries again.
 */
export function loadReaders(): Promise<void> {
  // One promise for all who wait: they go on in the order in which they asked.
  loading ??= import('../domain/read-value.ts').then(
    ({ readValue }) => {
      read = readValue;
      readAll($entries.get());
    },
    (error: unknown) => {
      loading = undefined;
      throw error;
    },
  );
  return loading;
}

/** Reads a text as one of this guide's values; nothing before the readers are there. */
export function readAs(id: string, text: string): Reading | undefined {
  const definition = definitions.get(id);
  // Branches are chosen and shown without waiting for the readers.
  if (definition?.kind === 'choice' && definition.options.includes(text)) return accept(text);
  return definition && read?.(definition, text, { today: today() });
}

type Readings = Readonly<Record<string, Reading | undefined>>;

/** How each text reads; a value without a text has none. */
export const $readings = atom<Readings>({});

/** The accepted values. Follows `$entries`, which is cheaper in bytes than a computed store. */
export const $values = atom<Values>({});

function readAll(entries: Entries): void {
  const readings: Record<string, Reading | undefined> = {};
  const values: Record<string, string> = {};
  for (const id of definitions.keys()) {
    const text = entries[id]?.text ?? '';
    const reading = text === '' ? undefined : readAs(id, text);
    readings[id] = reading;
    if (reading?.ok && !mayHoldSecret(reading.value)) values[id] = reading.value;
  }
  $readings.set(readings);
  $values.set(values);
}

$entries.subscribe((entries) => {
  readAll(entries);
  if (read === undefined && Object.keys(entries).length > 0) {
    // Until then, and if they do not arrive, the page shows patterns, and fields their texts.
    loadReaders().catch((error: unknown) => {
      console.error(error);
    });
  }
});

/** Replaces all texts, and keeps them. */
export function changeEntries(entries: Entries): void {
  $entries.set(entries);
  writeStored(storageName, Object.fromEntries(Object.entries(entries).filter(mayBeKept)));
}

/** What looks like a secret stays in its field, where the reader is told so, and goes nowhere else. */
function mayBeKept([, entry]: readonly [string, Entry | undefined]): boolean {
  return entry !== undefined && entry.text.length <= longestKept && !mayHoldSecret(entry.text);
}

/**
 * Puts a text into a value; an empty one removes it. Nothing else is written, so that what another tab
 * has just changed stays.
 */
export function enter(id: string, text: string, origin: Origin = 'typed'): void {
  const own = $entries.get()[id];
  if ((own?.text ?? '') === text && (own === undefined || own.origin === origin)) return;
  const { [id]: _, ...rest } = latestEntries();
  changeEntries(text === '' ? rest : { ...rest, [id]: { text, origin } });
}

/** What is kept by now, and of this page what may not be kept or cannot. */
function latestEntries(): Entries {
  const own = Object.entries($entries.get());
  if ($storageHealth.get() !== 'fine') return Object.fromEntries(own);
  const unkept = own.filter((entry) => !mayBeKept(entry));
  return { ...storedEntries(), ...Object.fromEntries(unkept) };
}

/** Forgets this page's values in memory; what is stored is removed by `forgetStored`. */
export function emptyValues(): void {
  $entries.set({});
}

/** Connects the values to other tabs; called once per page. */
export function connectValues(): void {
  if (!guide) return;
  onStoredElsewhere(storageName, () => {
    $entries.set(storedEntries());
  });
}
