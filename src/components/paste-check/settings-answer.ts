import { checkSettings } from '../../domain/check/check-settings.ts';
import { today } from '../../state/guide.ts';
import { comparedGuide } from '../compared-guide.ts';
import { settingLine } from '../setting-line.ts';
import type { Answering } from './answer.ts';

/** Compares settings from the portal or PowerShell with the guide, as on the page that checks everything. */
export const answer: Answering['answer'] = ({ text = '' }, _, values) => {
  // Forms are compared by <FormCheck>.
  const expected = { guide: comparedGuide(values), values, today: today(), forms: [] };
  const { findings } = checkSettings(text, expected);
  return { lines: findings.map(({ finding, verdict }) => settingLine(finding, verdict)) };
};
