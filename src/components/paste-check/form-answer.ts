import type { ExpectedForm } from '../../domain/check/expectation.ts';
import { checkForm } from '../../domain/check/field-check.ts';
import { verdictOf } from '../../domain/check/setting-findings.ts';
import { pageGuide } from '../../state/guide.ts';
import { settingLine } from '../setting-line.ts';
import type { Answering } from './answer.ts';

/** Checks one of the product's forms. */
export const answer: Answering['answer'] = ({ text = '' }, expected, values) => {
  const form = expected as Pick<ExpectedForm, 'fields'>;
  const findings = checkForm(text, form, { guide: pageGuide() ?? { values: [] }, values });
  return { lines: findings.map((finding) => settingLine(finding, verdictOf(finding))) };
};
