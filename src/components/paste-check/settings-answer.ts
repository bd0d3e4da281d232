import guides from 'virtual:lotse-guides';
import { checkSettings } from '../../domain/check/check-settings.ts';
import { applicable } from '../../domain/guide/applicable.ts';
import { pageGuide, today } from '../../state/guide.ts';
import { settingLine } from '../setting-line.ts';
import type { Answering } from './answer.ts';

/** Compares settings from the portal or PowerShell with the guide, as on the page that checks everything. */
export const answer: Answering['answer'] = ({ text = '' }, _, values) => {
  const guide = guides[pageGuide()?.id ?? ''];
  if (!guide) throw new Error('This check belongs on the pages of a guide');
  // Forms are compared by <FormCheck>.
  const expected = { guide: applicable(guide, values), values, today: today(), forms: [] };
  const { findings } = checkSettings(text, expected);
  return { lines: findings.map(({ finding, verdict }) => settingLine(finding, verdict)) };
};
