/** Splits a line with permissions into the words before them, and each name with the notes on it. */

import { spoken, wordEnd, wordStart } from '../text/spoken.ts';
import { anyName, namesInText, permissionHeading, typeNamed } from './permission-words.ts';

/** A name, and the cells of its row. */
export interface NamedCells {
  readonly name: string;
  readonly cells: readonly string[];
}

/** A list of names in one line. */
export interface PermissionLine {
  /** The words before the first name: an API, a type, or any label. */
  readonly before: string;
  readonly items: readonly NamedCells[];
}

/** Marks of lists, headings and emphasis, as Markdown and word processors have them. */
const bullet =
  /^\s{0,40}(?:#{1,6}\s+|[-–•·*+▪◦o]\s+|\d{1,3}[.)]\s+|\[[xX✓✔]\]\s{0,4}|[☑☒✅✓✔]\s{0,4}){1,3}/u;
/** A box without its tick: the permission is not there. */
const unticked = /^\s{0,40}(?:[-•*+]\s+)?(?:\[\s?\]|[☐□❌✗✘])/u;

/** The line without those marks, and whether they make it a heading; empty if its box has no tick. */
export function withoutMarks(line: string): { readonly text: string; readonly isMarked: boolean } {
  const plain = line
    .replace(/[`*"„“”«»]|__/g, '')
    .replace(bullet, '')
    .replace(/^\s{0,40}\[(.{1,4000})\][,;]?\s{0,9}$/, '$1');
  const isMarked = /^\s{0,8}(?:#{1,6}\s|\*\*|__)/.test(line) || /[:：]\s{0,8}$/.test(plain);
  return { text: unticked.test(line) ? '' : plain, isMarked };
}

/** Removes the outer bars of a Markdown row. */
export function withoutFrame(line: string): string {
  const row = line.trim();
  return row.length > 1 && row.startsWith('|') && row.endsWith('|') ? row.slice(1, -1) : line;
}

/** The cells of a line: at tabs, bars and wide gaps. */
export function cellsOf(line: string): readonly string[] {
  return line
    .split(/\t| {2,}|\|/)
    .map((cell) => cell.trim())
    .filter((cell) => cell !== '');
}

/** Longer lines are no lists. */
const lineLimit = 4000;
/** The longest label before a list, and the longest note after a name. */
const labelLimit = 80;

const deniedWords = spoken({
  de: 'fehl(?:t|en|end\\p{L}{0,2})|nicht|kein\\p{L}{0,2}|ohne|entfern\\p{L}{1,3}|statt|sollte\\p{L}?',
  en: 'missing|not|no|never|without|remov\\p{L}{1,3}|instead|should',
  fr: 'manqu\\p{L}{1,5}|absente?s?|pas|non|aucune?|jamais|sans|supprim\\p{L}{1,4}|retir\\p{L}{1,4}|au lieu|devrai\\p{L}{1,3}',
});
const demandWords = spoken({
  de: 'soll|erforderlich|benötigt',
  en: 'required|needed',
  fr: 'requise?s?|nécessaires?|attendue?s?',
});
/** Words that say that a permission is not there, or that it is not certain; some only before a colon. */
export const denied = new RegExp(
  String.raw`${wordStart}(?:${deniedWords}|${demandWords}(?=\s{0,4}[:=]))${wordEnd}|\?\s{0,4}$|❌|✗|✘`,
  'iu',
);

/** The state of a permission at the end of its line. */
const goneWords = spoken({
  de: 'entfernt|gelöscht|fehl(?:t|en)|nicht (?:mehr )?(?:vorhanden|da|gesetzt|eingetragen|hinzugefügt)',
  en: 'removed|deleted|missing|not (?:present|there|set|added)',
  fr: '(?:supprimé|retiré|enlevé|absent)e?s?|manqu(?:e|ent|ante?s?)|(?:pas|plus|non) (?:là|(?:présent|configuré|inscrit|ajouté)e?s?)',
});
const gone = new RegExp(String.raw`${wordStart}${goneWords}[\s.)]{0,4}$`, 'iu');
/** A line that is nothing but such a state: „wurde entfernt“, « a été supprimée ». */
const goneAlone = /^(?:\p{L}{1,5}\s){0,2}\S{4,20}(?:\s\S{1,20})?$/u;

/**
 * The lines without permissions that they say are gone, and without what a diff has removed: a minus is no bullet if
 * another line has a plus.
 */
export function presentLines(lines: readonly string[]): readonly string[] {
  const isDiff = lines.some(
    (line) => /^\+\s{0,4}\S/.test(line) && anyName.test(line.slice(0, 300)),
  );
  return lines.map((line, at) => {
    if (isDiff && /^[-–−]/.test(line)) return '';
    const below = lines[at + 1]?.trim() ?? '';
    const isGone = gone.test(line.slice(-60)) || (goneAlone.test(below) && gone.test(below));
    return isGone && anyName.test(line.slice(0, lineLimit)) ? '' : line;
  });
}

/** A further cell with its name or a status: `, Type: Application, Status: Granted`, `, not granted`. */
const statusWords = spoken({
  de: '(?:nicht )?(?:gewährt|erteilt)',
  en: '(?:not )?granted',
  fr: '(?:non |pas )?(?:accord|octroy)ée?',
});
const labelled = new RegExp(
  String.raw`^\s{0,4}[,;]\s{0,4}((?:(?:type?|status|état|statut)\s?[:=]\s?|${statusWords}${wordEnd})[^,;]{0,80})`,
  'iu',
);

/** What separates two names of a list. */
const and = spoken({ de: 'und|sowie', en: 'and|plus', fr: 'et|ainsi que' });
const separator = new RegExp(
  String.raw`^(?:\s{0,4}(?:[,;+&/]|${and}${wordEnd})){0,2}\s{0,4}$`,
  'iu',
);
/** A note: in brackets, after a dash or a colon, or as the type itself. */
const bracketed = /^\s{0,4}[([]([^()[\]]{1,80})[)\]]/;
const dashed = /^\s{0,4}(?:[-–—:=]{1,2}>?|→)\s{0,4}([^,;]{1,80}?)\s{0,4}(?=[,;]|$)/;
const asType = spoken({ de: 'als ', en: 'as ', fr: "comme |en tant qu(?:e |')" });
const before = spoken({ de: '', en: '', fr: "autorisations? (?:de l'|d')?" });
const worded = new RegExp(
  String.raw`^\s{1,4}(${asType}?${before}?[\p{L}-]{3,40}(?:\s(?:permission|berechtigung|context))?)\s{0,4}(?=[,;+&/]|$|\s${and}\s)`,
  'iu',
);

/** A doubt about the type before it: `Delegated / Application`, `Delegated ?`. */
const or = spoken({ de: 'oder|bzw\\.?', en: 'or', fr: 'ou' });
const doubt = new RegExp(
  String.raw`^\s{0,4}(?:\?|(?:\/|${or})\s{0,4}(?:app|anwendung|d[eé]l[eé]g))`,
  'iu',
);

/** The notes at the start of a text, and the rest. */
function notesIn(text: string): { readonly notes: readonly string[]; readonly rest: string } {
  const notes: string[] = [];
  let rest = text;
  for (let count = 0; count < 3; count += 1) {
    const found =
      labelled.exec(rest) ?? bracketed.exec(rest) ?? dashed.exec(rest) ?? typedWord(rest);
    if (!found) break;
    notes.push(found[1] ?? '');
    rest = rest.slice(found[0].length);
  }
  return { notes, rest };
}

function typedWord(text: string): RegExpExecArray | undefined {
  const found = worded.exec(text);
  return found && typeNamed(found[1] ?? '') !== undefined ? found : undefined;
}

/** Where a line goes on with another heading: `Delegated: A, B; Application: C`. */
const innerHeading = new RegExp(
  String.raw`[.;,]\s{1,4}(?=(?:${spoken({ de: 'unter|und', en: 'under|and', fr: 'sous|et' })}\s)?(?:${spoken({ de: 'delegiert|anwendung', en: 'delegated|app', fr: "déléguée?s?|autorisations? (?:déléguée|d'app|de l'app)" })}|microsoft graph|graph|office 365|exchange)[^.,;:]{0,50}(?::\s|\s[A-Z][A-Za-z]{1,20}\.[A-Z]))`,
  'giu',
);

/** The lists of a line, each with its own heading. */
export function listsIn(line: string): readonly string[] {
  return line.length > lineLimit ? [line] : line.split(innerHeading);
}

/** A note that is about all names before it: „beide Anwendung“, „all delegated“. */
export const ofAll = new RegExp(
  String.raw`^${spoken({ de: 'alle|beide|jeweils', en: 'all|both', fr: 'toutes|tous|les deux|chacune?' })}\s`,
  'iu',
);

/** Whether the words before a list are its label: nothing, a label with a colon, an API or a type. */
function isLabel(before: string): boolean {
  const text = before.trim();
  if (text === '' || text.length > labelLimit) return text === '';
  return /[:=–—>→»-]$/.test(text) || permissionHeading(text, true) !== undefined;
}

/**
 * Reads a line as a list of names: `Microsoft Graph: A, B (Delegated)`. Names in a sentence count only with a type beside
 * them. Undefined if the line is none: a single name with the cells of a row is left to the table.
 */
export function permissionLine(line: string): PermissionLine | undefined {
  if (line.length > lineLimit) return undefined;
  const found = [...line.matchAll(namesInText)];
  const [first] = found;
  if (!first) return undefined;
  const before = line.slice(0, first.index);
  const items = found.map(({ 0: name, index }, at) => {
    const { notes, rest } = notesIn(line.slice(index + name.length, found[at + 1]?.index));
    return { name, notes, rest };
  });
  const isPure =
    isLabel(before) && items.every(({ rest }) => separator.test(rest.replace(/[.:]$/, '')));
  const isSaid = items.filter(
    ({ notes, rest }) => !doubt.test(rest) && notes.some((note) => typeNamed(note)),
  );
  if (!isPure && (isSaid.length === 0 || denied.test(line))) return undefined;
  if (isPure && denied.test(before)) return { before: '', items: [] };
  const last = items.at(-1)?.notes.filter((note) => ofAll.test(note)) ?? [];
  const kept = (isPure ? items : isSaid).filter(({ notes }) => !notes.some(isDenial));
  return {
    before: isPure ? before.trim().replace(/[:=–—>→»-]$/, '') : '',
    items: kept.map(({ name, notes }) => ({ name, cells: [...notes, ...last] })),
  };
}

/** Whether a note says that the permission is missing; „not granted“ is about its consent. */
function isDenial(note: string): boolean {
  return (
    denied.test(note) && !/granted|gewährt|erteilt|accord|octroy|consent|zustimmung/i.test(note)
  );
}
