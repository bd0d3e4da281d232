import type { Finding } from '../../domain/compare/findings.ts';
import { harmlessFindings } from '../../domain/compare/harmless-findings.ts';
import { showLines } from '../lotse-element.ts';

/** How a finding is meant: all is right, only worth saying, or a fault. */
export type Tone = 'right' | 'odd' | 'wrong';

/** The tone of a finding. */
export function toneOf({ code }: Finding): Tone {
  if (code.endsWith('-right')) return 'right';
  return harmlessFindings.has(code) ? 'odd' : 'wrong';
}

/** A line of an answer: how it is meant, and what it says. */
export interface Answer {
  readonly tone: Tone;
  readonly text: string;
}

/** Fills a list with the lines of an answer, each marked by its tone. */
export function showAnswers(list: HTMLElement, answers: readonly Answer[]): void {
  const lines = showLines(
    list,
    answers.map(({ text }) => text),
  );
  answers.forEach(({ tone }, index) => {
    lines[index]?.classList.add(tone);
  });
}
