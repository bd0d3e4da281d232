/**
 * Which revision of the German text each translation was made from. `translated/<lang>.json` names it for each unit,
 * `translated/source.json` keeps the text of every revision that is named, so that what has changed can be shown.
 */

import { createHash } from 'node:crypto';
import { sourceLanguage } from '../i18n/languages.ts';
import type { ContentFiles } from './content-files.ts';
import { unitsOf, type Unit } from './units.ts';

/** Revisions by the ids of units, or texts by revisions. */
export type Records = Readonly<Record<string, string>>;

/**
 * What became of a translation: made from the present German text, or from a former one; not there yet; or there, but
 * nobody has said from which text it was made.
 */
export const unitStates = ['current', 'outdated', 'missing', 'unrecorded'] as const;

/** One of `unitStates`. */
export type UnitState = (typeof unitStates)[number];

/** A unit in one language. */
export interface Translation {
  readonly id: string;
  readonly state: UnitState;
  /** The German one. */
  readonly source: Unit;
  /** Undefined while there is none. */
  readonly own: Unit | undefined;
  /** The German text that it was made from, if it is another one than now. */
  readonly former: string | undefined;
}

/** Where the records of a language are. */
export function recordFile(language: string): string {
  return `translated/${language}.json`;
}

/** Where the texts are. */
export const sourceRecordFile = recordFile('source');

/** Names a text by its words: spaces, line breaks, sources and dates make no difference. Eight hexadecimal digits. */
export function revisionOf(text: string): string {
  const words = text.replace(/\s+/g, ' ').trim();
  return createHash('sha256').update(words).digest('hex').slice(0, 8);
}

/** The records in a file; none if it is missing. @throws if it is not JSON */
export function recordsIn(files: ContentFiles, file: string): Records {
  return JSON.parse(files.get(file) ?? '{}') as Records;
}

/** What became of every German unit in a language, in the order of the files. */
export function translationsIn(files: ContentFiles, language: string): readonly Translation[] {
  const records = recordsIn(files, recordFile(language));
  const texts = recordsIn(files, sourceRecordFile);
  const own = unitsOf(files, language);
  return [...unitsOf(files, sourceLanguage).values()].map((source) => {
    const { id } = source;
    const unit = own.get(id);
    const made = records[id];
    const isCurrent = made === revisionOf(source.text);
    const state = (): UnitState => {
      if (!unit) return 'missing';
      if (made === undefined) return 'unrecorded';
      return isCurrent ? 'current' : 'outdated';
    };
    const former = unit && made !== undefined && !isCurrent ? texts[made] : undefined;
    return { id, state: state(), source, own: unit, former };
  });
}

/** How many units are in each state. */
export function countStates(
  translations: readonly Translation[],
): Readonly<Record<UnitState, number>> {
  const count = (state: UnitState) => translations.filter((one) => one.state === state).length;
  return {
    current: count('current'),
    outdated: count('outdated'),
    missing: count('missing'),
    unrecorded: count('unrecorded'),
  };
}

/** The text of a record file: one line for each entry, sorted. */
export function recordText(records: Records): string {
  const sorted = Object.entries(records).toSorted(([one], [other]) => (one < other ? -1 : 1));
  return `${JSON.stringify(Object.fromEntries(sorted), null, 2)}\n`;
}

/** The files to write, by path below `src/content/`. */
export type Written = ReadonlyMap<string, string>;

/**
 * Records that translations were made from the present German text. Texts that no language was made from any more are
 * dropped, except from the languages that have not caught up.
 */
export function recorded(
  files: ContentFiles,
  languages: readonly string[],
  isDone: (translation: Translation, language: string) => boolean,
): Written {
  const texts = new Map(Object.entries(recordsIn(files, sourceRecordFile)));
  const named = new Set<string>();
  const written = new Map<string, string>();
  for (const language of languages) {
    const records = new Map(Object.entries(recordsIn(files, recordFile(language))));
    const translations = translationsIn(files, language);
    const known = new Set(translations.filter(({ own }) => own).map(({ id }) => id));
    for (const id of records.keys()) if (!known.has(id)) records.delete(id);
    for (const translation of translations) {
      const { id, source } = translation;
      if (!isDone(translation, language)) continue;
      records.set(id, revisionOf(source.text));
      texts.set(revisionOf(source.text), source.text);
    }
    for (const revision of records.values()) named.add(revision);
    written.set(recordFile(language), recordText(Object.fromEntries(records)));
  }
  const kept = [...texts].filter(([revision]) => named.has(revision));
  written.set(sourceRecordFile, recordText(Object.fromEntries(kept)));
  return written;
}

/** The files to write, or why it cannot be said. */
export type Change =
  | { readonly ok: true; readonly written: Written }
  | { readonly ok: false; readonly problem: string };

/**
 * Records that the last change of German texts asks nothing of their translations: those made from the text right before
 * it count as made from the present one, older ones stay outdated.
 */
export function minorChange(
  files: ContentFiles,
  languages: readonly string[],
  ids: readonly string[],
): Change {
  const all = new Map(languages.map((code) => [code, translationsIn(files, code)]));
  const former = new Map<string, string>();
  for (const id of ids) {
    const [, example = []] = [...all][0] ?? [];
    if (!example.some((one) => one.id === id))
      return { ok: false, problem: `There is no “${id}”.` };
    const texts = [...all.values()].flatMap((translations) => {
      const one = translations.find((each) => each.id === id);
      return one?.state === 'outdated' ? [one.former ?? ''] : [];
    });
    const [only, another] = new Set(texts);
    if (only === undefined) return { ok: false, problem: `No translation of “${id}” is outdated.` };
    if (another !== undefined) {
      const problem = `The translations of “${id}” were made from different German texts: bring the older ones up to date first.`;
      return { ok: false, problem };
    }
    former.set(id, only);
  }
  const written = recorded(
    files,
    languages,
    ({ id, state, former: text }) => state === 'outdated' && former.get(id) === (text ?? ''),
  );
  return { ok: true, written };
}
