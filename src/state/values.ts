/**
 * The reader's values for this page's guide: the texts in the fields, their readings, and the valid values.
 * No kind of value takes a secret, so none can get in here.
 *
 * Only accepted texts are stored, under `lotse-values:<guide>` as
 * `{ customerHost: { text: 'muster', origin: 'typed' } }`. Values from a link are read and used in comparisons; until
 * the reader accepts them nothing acts on them, and they are stored for this tab only, under the same name.
 */

import { atom } from 'nanostores';
import type { AcceptedText } from '../domain/values/accepted-text.ts';
import type { Values } from '../domain/guide/guide.ts';
import type { Severity } from '../domain/text/coded.ts';
import type { Note } from '../domain/values/notes.ts';
import { accept, type Reading } from '../domain/values/reading.ts';
import { ofCustomer } from './customer.ts';
import { pageGuide, today } from './guide.ts';
import { keptRecord } from './kept-record.ts';
import { readStored, removeStored, writeStored } from './storage.ts';

/** The origin of a text; one from a link becomes the reader's own once they accept it. */
export type Origin = 'typed' | 'link';

/** The text in a field. */
export interface Entry {
  readonly text: string;
  readonly origin: Origin;
}

/** Entries by the id of their value. */
export type Entries = Readonly<Record<string, Entry | undefined>>;

const guide = pageGuide();
const definitions = new Map((guide?.values ?? []).map((definition) => [definition.id, definition]));
const storageName = ofCustomer(`values:${guide?.id ?? ''}`);

interface KeptEntry extends Entry {
  readonly text: AcceptedText;
}

/** Whether stored data is an entry. Any text will do, since every page reads it again. */
function isEntry(id: string, data: unknown): data is KeptEntry {
  return definitions.has(id) && typeof (data as Partial<Entry> | null)?.text === 'string';
}

const kept = keptRecord(storageName, isEntry, (items) => {
  writeStored(storageName, items);
});

/** The values from a link in this tab that the reader has not accepted yet. */
function storedLinkValues(): Entries {
  const entries = Object.entries(readStored(storageName, 'sessionStorage') ?? {});
  return Object.fromEntries(entries.filter(([id, entry]) => isEntry(id, entry)));
}

/** The texts of this guide's values. */
export const $entries = atom<Entries>(guide ? { ...storedLinkValues(), ...kept.known() } : {});

/** The module that reads input, once loaded. */
let reader: typeof import('../domain/values/read-value.ts') | undefined;
let loading: Promise<void> | undefined;
let loadBesides = (): Promise<unknown> => Promise.resolve();

/** Sets what else to load before anything is read, such as the words for problems and notes. */
export function loadWithReading(load: () => Promise<unknown>): void {
  loadBesides = load;
}

/**
 * Loads the module that reads input, which a page needs only once there is something to read.
 * Rejects if that part of the site does not arrive; the next call tries again.
 */
export function loadReading(): Promise<void> {
  // One promise for all callers, so that they continue in the order of their calls.
  loading ??= Promise.all([import('../domain/values/read-value.ts'), loadBesides()]).then(
    ([arrived]) => {
      reader = arrived;
      readAll($entries.get());
    },
    (error: unknown) => {
      loading = undefined;
      throw error;
    },
  );
  return loading;
}

/** Reads a text as one of this guide's values; undefined until that part of the site is loaded. */
export function readAs(id: string, text: string): Reading<AcceptedText> | undefined {
  const definition = definitions.get(id);
  // Branches are chosen and shown without waiting for that.
  if (definition?.kind === 'choice' && definition.options.includes(text)) {
    return accept(text as AcceptedText);
  }
  return definition && reader?.readValue(definition, text, { today: today() });
}

/** The notes on a value that depend on the reader's other values. */
export function notesBeside(id: string): readonly Note[] {
  const notes = reader?.relatedNotes($values.get()) ?? [];
  return notes.flatMap((entry) => (entry.id === id ? entry.note : []));
}

/** The severity of a note on a value. */
export function severityOf(note: Note): Severity | undefined {
  return reader?.noteSeverity(note);
}

type Readings = Readonly<Record<string, Reading<AcceptedText> | undefined>>;

/** The reading of each text; a value without a text has none. */
export const $readings = atom<Readings>({});

/**
 * The valid values; set anew only if one has changed, or the origin of one. Updated with `$entries` by hand, which takes
 * fewer bytes than a computed store.
 */
export const $values = atom<Values>({});

/** Whether a value came from a link and awaits the reader's acceptance. */
export function isWaiting(id: string): boolean {
  return $entries.get()[id]?.origin === 'link';
}

/** The standing of a value: what the reader still has to do about it. */
export type Standing = 'missing' | 'unread' | 'invalid' | 'link' | 'known';

/** The standing of a value now; `unread` until that part of the site is loaded. */
export function standingOf(id: string): Standing {
  const entry = $entries.get()[id];
  const reading = $readings.get()[id];
  if (!entry) return 'missing';
  if (!reading) return 'unread';
  if (!reading.ok) return 'invalid';
  return entry.origin === 'link' ? 'link' : 'known';
}

/** Whether any value does. */
export function hasWaiting(): boolean {
  return Object.keys($entries.get()).some(isWaiting);
}

/** The values that may be acted on: those of `$values` that the reader has entered or accepted. */
export function acceptedValues(): Values {
  const values = Object.entries($values.get());
  return Object.fromEntries(values.filter(([id]) => !isWaiting(id)));
}

/** The text that each value was last read from. */
const lastTexts = new Map<string, string>();

/** The cached reading of a text: a keystroke in one field reads no other field again. */
function readOnce(id: string, text: string): Reading<AcceptedText> | undefined {
  const isSame = lastTexts.get(id) === text;
  lastTexts.set(id, text);
  return (isSame ? $readings.get()[id] : undefined) ?? readAs(id, text);
}

/** The last valid values and those from a link, and whether they could be read. */
let last = '';

function readAll(entries: Entries): void {
  const readings: Record<string, Reading<AcceptedText> | undefined> = {};
  const values: Record<string, string> = {};
  const waiting: Record<string, KeptEntry> = {};
  for (const id of definitions.keys()) {
    const { text = '', origin = 'typed' } = entries[id] ?? {};
    const reading = text === '' ? undefined : readOnce(id, text);
    readings[id] = reading;
    if (reading?.ok) values[id] = reading.value;
    const entry = reading?.ok ? { text: reading.value, origin } : undefined;
    if (entry && origin === 'link') waiting[id] = entry;
    // While a text cannot be read yet, the stored one stays.
    if (reading ?? text === '') kept.keep(id, origin === 'typed' ? entry : undefined);
  }
  const now = JSON.stringify([values, waiting, reader !== undefined]);
  const isChanged = now !== last;
  last = now;
  if (reader && isChanged) keepLinkValues(waiting);
  $readings.set(readings);
  if (isChanged) $values.set(values);
  warnBeforeLosing(entries);
}

function askBeforeLeaving(event: BeforeUnloadEvent): void {
  event.preventDefault();
}

/** Text typed before it can be read is not stored yet; until then the browser asks before leaving the page. */
function warnBeforeLosing(entries: Entries): void {
  const known = kept.known();
  const isHeld =
    reader === undefined &&
    Object.entries(entries).some(
      ([id, entry]) => entry?.origin === 'typed' && entry.text !== known[id]?.text,
    );
  if (isHeld) addEventListener('beforeunload', askBeforeLeaving);
  else removeEventListener('beforeunload', askBeforeLeaving);
}

function keepLinkValues(waiting: Readonly<Record<string, KeptEntry>>): void {
  if (Object.keys(waiting).length > 0) writeStored(storageName, waiting, 'sessionStorage');
  else removeStored(storageName, 'sessionStorage');
}

/** Sets the text of a value; an empty text removes it. */
export function enter(id: string, text: string, origin: Origin = 'typed'): void {
  const own = $entries.get()[id];
  if ((own?.text ?? '') === text && (own === undefined || own.origin === origin)) return;
  $entries.set({ ...$entries.get(), [id]: text === '' ? undefined : { text, origin } });
}

/** Connects the values to other tabs; called once per page. */
export function connectValues(): void {
  $entries.subscribe((entries) => {
    readAll(entries);
    if (reader === undefined && Object.keys(entries).length > 0) {
      // Until then, or if loading fails, the page shows patterns, and fields show their texts.
      loadReading().catch((error: unknown) => {
        console.error(error);
      });
    }
  });
  if (!guide) return;
  kept.follow((changed) => {
    $entries.set(changed ? { ...$entries.get(), ...changed } : {});
  });
}
