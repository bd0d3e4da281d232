/** Says a report in the words of the site, as the pages do. */

import type { SettingsReport } from '../../../src/domain/check/check-settings.ts';
import type { SettingFinding } from '../../../src/domain/check/setting-findings.ts';
import { wordedDetails } from '../../../src/domain/check/verdicts.ts';
import type { Language } from '../../../src/i18n/languages.ts';
import { longDay, rawWord } from '../../../src/i18n/site-words.ts';
import { fillSentence, type Word } from '../../../src/i18n/words.ts';

function sentence(word: Word): string {
  return typeof word === 'string' ? word : word.other;
}

function said(language: Language, key: string, details: Readonly<Record<string, string>>): string {
  return fillSentence(sentence(rawWord(language, key)), details);
}

function detail(language: Language, name: string, text: string): string {
  const group = wordedDetails[name];
  if (group === undefined || text === '') return name === 'date' ? longDay(language, text) : text;
  return text
    .split(' ')
    .map((one) => said(language, `${group}.${one}`, {}))
    .join('; ');
}

/** The sentence of a finding. */
export function findingSaid(
  { code, ...details }: SettingFinding,
  language: Language = 'de',
): string {
  const worded = Object.entries(details).map(([name, text]) => [
    name,
    detail(language, name, text),
  ]);
  return said(
    language,
    `settings.found.${code}`,
    Object.fromEntries(worded) as Record<string, string>,
  );
}

/** All sentences of a report: what the text was read as, the summary, and the findings. */
export function reportSaid(
  { kinds, form, findings }: SettingsReport,
  language: Language = 'de',
): readonly string[] {
  const count = (verdict: string): string =>
    String(findings.filter((one) => one.verdict === verdict).length);
  const [wrong, missing, surplus, unknown, right] = [
    'wrong',
    'missing',
    'surplus',
    'unknown',
    'right',
  ].map(count);
  const counts = { wrong, missing, surplus, unknown, right } as Record<string, string>;
  const names = kinds.length > 0 ? kinds : ['unknown'];
  return [
    ...names.map((kind) => said(language, `settings.kind.${kind}`, { title: form ?? '' })),
    said(language, 'settings.summary', counts),
    ...findings.map(({ finding }) => findingSaid(finding, language)),
  ];
}
