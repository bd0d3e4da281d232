// The translator's commands: `npm run i18n` says the state of every language and what comes next, `npm run i18n help` the rest.
import { writeFileSync } from 'node:fs';
import { styleText } from 'node:util';
import { checkContent } from '../src/content-model/check-content.ts';
import { report } from '../src/content-model/mistake.ts';
import { newLanguage } from '../src/content-model/new-language.ts';
import { readContent } from '../src/content-model/read-content.ts';
import {
  countStates,
  minorChange,
  recorded,
  translationsIn,
  type Translation,
  type Written,
} from '../src/content-model/revisions.ts';
import { pathIn } from '../src/content-model/content-files.ts';
import { readable } from '../src/content-model/units.ts';
import { shortDiff, wordDiff } from '../src/domain/text/word-diff.ts';
import { isLanguage, languageCodes, languages, sourceLanguage } from '../src/i18n/languages.ts';

const help = `
npm run i18n                             state of every language, and what comes next
npm run i18n list fr                     all that is outdated, missing or not recorded in a language
npm run i18n diff fr ipm-cloud/owner     what changed in German since it was translated
npm run i18n done fr ipm-cloud/owner …   say that a translation matches the German text of today (or --all)
npm run i18n minor ipm-cloud/owner …     say that a change of the German text asks nothing of translations
npm run i18n check                       every mistake, with file and line
npm run i18n new it                      start a language`;

const files = readContent();
const translated = languageCodes.filter((code) => code !== sourceLanguage);
/** A command that cannot be carried out: says why, and how it can. */
class Refusal extends Error {}

function save(written: Written): void {
  for (const [file, text] of written) writeFileSync(`src/content/${file}`, text);
}

function languageFrom(code: string | undefined): string {
  if (code !== undefined && code !== sourceLanguage && isLanguage(code)) return code;
  throw new Refusal(`Which language? One of: ${translated.join(', ')}.`);
}

function unitIn(language: string, id: string): Translation {
  const all = translationsIn(files, language);
  const found = all.find((one) => one.id === id);
  if (found) return found;
  const near = all.filter((one) => one.id.includes(id.split('/').at(-1) ?? id)).slice(0, 5);
  const hint = near.length > 0 ? ` Perhaps: ${near.map((one) => one.id).join(', ')}.` : '';
  throw new Refusal(
    `There is no “${id}”.${hint} \`npm run i18n list ${language}\` names what is open.`,
  );
}

function placeOf({ source, own }: Translation, language: string): string {
  return `src/content/${own?.file ?? pathIn(source.file, language)}`;
}

/** What to do about a unit, in one line. */
function todo(one: Translation, language: string): string {
  const place = placeOf(one, language);
  if (one.state === 'missing')
    return `${one.id}: not translated. German: src/content/${one.source.file}, yours: ${place}`;
  if (one.state === 'outdated')
    return `${one.id}: the German text has changed (npm run i18n diff ${language} ${one.id}). Yours: ${place}`;
  return `${one.id}: nobody has said which German text it was made from (npm run i18n done ${language} ${one.id}). Yours: ${place}`;
}

function state(): void {
  for (const code of translated) {
    const all = translationsIn(files, code);
    const { current, outdated, missing, unrecorded } = countStates(all);
    const percent = Math.floor((current / all.length) * 100);
    console.log(
      `${languages[code].name} (${code}): ${String(current)} of ${String(all.length)} texts are up to date (${String(percent)} %), ${String(outdated)} outdated, ${String(missing)} missing${unrecorded > 0 ? `, ${String(unrecorded)} not recorded` : ''}`,
    );
    const next = ['outdated', 'unrecorded', 'missing'].flatMap((wanted) =>
      all.filter((one) => one.state === wanted),
    );
    for (const one of next.slice(0, 3)) console.log(`  next: ${todo(one, code)}`);
    if (next.length > 3)
      console.log(`  and ${String(next.length - 3)} more: npm run i18n list ${code}`);
  }
}

function list(language: string): void {
  const open = translationsIn(files, language).filter((one) => one.state !== 'current');
  console.log(
    open.length === 0
      ? 'Everything is up to date.'
      : open.map((one) => todo(one, language)).join('\n'),
  );
}

function diff(language: string, id: string): void {
  const unit = unitIn(language, id);
  console.log(`German: src/content/${unit.source.file}\nyours:  ${placeOf(unit, language)}\n`);
  if (unit.state === 'current') console.log('It was made from the German text of today.');
  else if (unit.former === undefined)
    console.log(`The German text of today:\n\n${readable(unit.source.text)}`);
  else {
    const colours = { same: 'reset', added: 'green', removed: 'red' } as const;
    const marks = { same: ['', ''], added: ['{+', '+}'], removed: ['[-', '-]'] } as const;
    const pieces = shortDiff(wordDiff(unit.former, unit.source.text));
    const line = pieces.map(({ kind, text }) =>
      styleText(colours[kind], `${marks[kind][0]}${text}${marks[kind][1]}`),
    );
    console.log(
      `${line.join('')}\n\nWhen yours says the same: npm run i18n done ${language} ${id}`,
    );
  }
}

function done(language: string, ids: readonly string[]): void {
  const isAll = ids.includes('--all');
  const units = isAll
    ? translationsIn(files, language).filter(({ own }) => own)
    : ids.map((id) => unitIn(language, id));
  if (units.length === 0)
    throw new Refusal('Which text? For example: npm run i18n done fr ipm-cloud/owner');
  const missing = units.find(({ own }) => !own);
  if (missing) throw new Refusal(todo(missing, language));
  const places = new Set(units.map(({ own }) => `src/content/${own?.file ?? ''}`));
  const mistakes = checkContent(files).filter(({ file }) => places.has(file));
  if (mistakes.length > 0) throw new Refusal(report(mistakes));
  const wanted = new Set(units.map(({ id }) => id));
  save(recorded(files, translated, (one, code) => code === language && wanted.has(one.id)));
  console.log(`Recorded: ${String(wanted.size)} text(s) match the German ones of today.`);
}

function check(): number {
  const mistakes = checkContent(files);
  const open = translated.flatMap((code) =>
    translationsIn(files, code)
      .filter((one) => one.state === 'unrecorded')
      .map((one) => todo(one, code)),
  );
  console.log(
    [...(mistakes.length > 0 ? [report(mistakes)] : []), ...open].join('\n') || 'No mistakes.',
  );
  for (const code of translated) {
    const { outdated, missing } = countStates(translationsIn(files, code));
    if (outdated + missing > 0) {
      const readers = 'readers are told that the German text is newer';
      console.log(
        `${code}: ${String(outdated)} outdated (${readers}), ${String(missing)} missing (readers see German): npm run i18n list ${code}`,
      );
    }
  }
  return mistakes.length + open.length > 0 ? 1 : 0;
}

function run([command = 'state', first, ...rest]: readonly string[]): number {
  const ids = [first ?? '', ...rest].filter(Boolean);
  if (command === 'state') state();
  else if (command === 'list') list(languageFrom(first));
  else if (command === 'diff') diff(languageFrom(first), rest[0] ?? '');
  else if (command === 'done') done(languageFrom(first), rest);
  else if (command === 'minor') {
    const change = minorChange(files, translated, ids);
    if (!change.ok) throw new Refusal(change.problem);
    save(change.written);
    console.log(`Recorded: ${ids.join(', ')} changed, and translations stay up to date.`);
  } else if (command === 'new') {
    const made = newLanguage(files, first ?? '');
    if (!made.ok) throw new Refusal(made.problem);
    for (const [file, text] of made.written) writeFileSync(file, text);
    console.log(
      `There is now ${made.name} (${first ?? ''}); until something is translated, it shows German.\nWritten: ${[...made.written.keys()].join(', ')}\nGo on with docs/translating/README.md, then: npm run i18n`,
    );
  } else if (command === 'check') return check();
  else {
    console.log(help.trim());
    return command === 'help' ? 0 : 2;
  }
  return 0;
}

try {
  process.exitCode = run(process.argv.slice(2));
} catch (error) {
  if (!(error instanceof Refusal)) throw error;
  console.error(error.message);
  process.exitCode = 2;
}
