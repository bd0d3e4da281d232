/** Words and shows a finding from comparing settings with the guide. */

import type { SettingFinding } from '../domain/check/setting-findings.ts';
import { verdictSeverity, wordedDetails, type Verdict } from '../domain/check/verdicts.ts';
import type { WordKey } from '../i18n/word-keys.ts';
import { pageGuide } from '../state/guide.ts';
import { longDay } from './long-day.ts';
import { make, type Line } from './dom.ts';
import { pageSay } from './page-speaker.ts';

/** The names of a guide's values. */
type Names = Readonly<Record<string, string>>;

/** A detail in words: ids as the page's words, dates in full, values by name. */
function detailInWords(name: string, text: string, names: Names): string {
  const group = Object.hasOwn(wordedDetails, name) ? wordedDetails[name] : undefined;
  if (group !== undefined && text !== '') {
    // An address may differ in several ways, whose words contain commas.
    const details = text.split(' ');
    return details.map((detail) => pageSay(`${group}.${detail}` as WordKey)).join('; ');
  }
  if (name === 'date') return longDay(text);
  return name === 'value' ? (names[text] ?? text) : text;
}

function sentence({ code, ...details }: SettingFinding, names: Names): string {
  const said = Object.entries(details).map(([name, detail]) => [
    name,
    detailInWords(name, detail, names),
  ]);
  return pageSay(`settings.found.${code}`, Object.fromEntries(said) as Record<string, string>);
}

/** The line of a finding; a command in it is set apart for copying. `names` are those of the guide's values. */
export function settingLine(
  finding: SettingFinding,
  verdict: Verdict,
  names: Names = pageGuide()?.names ?? {},
): Line {
  const text = sentence(finding, names);
  const command = 'command' in finding ? finding.command : '';
  const at = command === '' ? -1 : text.indexOf(command);
  const pieces =
    at < 0
      ? [text]
      : [text.slice(0, at), make('code', {}, command), text.slice(at + command.length)];
  return { text: make('span', {}, ...pieces), severity: verdictSeverity[verdict] };
}
