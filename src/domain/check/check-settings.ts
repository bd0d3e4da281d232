/** Compares pasted settings of any kind with the requirements of the guide and the reader's values. */

import { holdsEntraSecret, holdsToken } from '../secrets/held-secrets.ts';
import { readPaste, type Paste } from './paste.ts';
import type { Expectation, ExpectedForm } from './expectation.ts';
import { formIn } from './form-in-text.ts';
import { matterStep } from './matter-step.ts';
import { formKind, pasteKinds, type Answer, type PasteKind } from './paste-kinds.ts';
import {
  cutFindings,
  matterOf,
  safeFinding,
  verdictOf,
  type SettingFinding,
} from './setting-findings.ts';
import { verdicts, type Verdict } from './verdicts.ts';

/** The kind of paste that the reader chose, or a form by its id. */
export type ChosenKind = Exclude<PasteKind, 'form' | 'error'> | `form:${string}`;

/** A finding, its verdict, and where to fix it. */
export interface PlacedFinding {
  readonly finding: SettingFinding;
  readonly verdict: Verdict;
  /**
   * `beside` is a step that does something else on the same page of the portal; `decoder` is the page that explains
   * error messages. Findings that are right, notes, and findings about the paste itself have no place.
   */
  readonly place: 'step' | 'beside' | 'overview' | 'decoder' | 'none';
  /** The id of the step. */
  readonly step?: string | undefined;
}

/** The kind of paste (the first one if it contains several), and all findings, the worst first. */
export interface SettingsReport {
  readonly kind: PasteKind | 'unknown';
  /** All kinds that were recognised, in the order in which they are tried; empty if none was. */
  readonly kinds: readonly PasteKind[];
  /** Which form of the product, by its id. */
  readonly form?: string | undefined;
  readonly findings: readonly PlacedFinding[];
}

type Findings = readonly SettingFinding[];

function secretFindings(text: string): Findings {
  const findings: SettingFinding[] = [];
  if (holdsEntraSecret(text)) findings.push({ code: 'paste-holds-secret' });
  if (holdsToken(text)) findings.push({ code: 'paste-holds-token' });
  return findings;
}

/** The answer of each kind that was recognised, in the order of recognition. */
type Answers = readonly (readonly [kind: PasteKind, answer: Answer])[];

function recognised(paste: Paste, expected: Expectation): Answers {
  const answers: (readonly [PasteKind, Answer])[] = [];
  let rest: Paste | undefined = paste;
  for (const kind of Object.keys(pasteKinds) as PasteKind[]) {
    const answer: Answer | undefined =
      rest && pasteKinds[kind](rest, expected, answers.length === 0 ? 'first' : 'rest');
    if (!answer) continue;
    answers.push([kind, answer]);
    rest = answer.rest;
  }
  return answers;
}

function formOf(chosen: ChosenKind, { forms }: Expectation): ExpectedForm | undefined {
  return forms.find(({ id }) => chosen === `form:${id}`);
}

/** Reads a paste as the kind that the reader chose, even if nothing of that kind is found. */
function asChosen(chosen: ChosenKind, paste: Paste, expected: Expectation): Answers {
  const form = formOf(chosen, expected);
  const kind = form
    ? 'form'
    : (Object.keys(pasteKinds) as PasteKind[]).find((one) => one === chosen);
  if (kind === undefined) return [];
  const read = form ? formKind(form) : pasteKinds[kind];
  const nothing: Answer = { findings: [{ code: 'paste-empty-kind' }], rest: undefined };
  return [[kind, read(paste, expected, 'chosen') ?? nothing]];
}

function placed(
  finding: SettingFinding,
  { guide }: Expectation,
  form: ExpectedForm | undefined,
): PlacedFinding {
  const [verdict, matter] = [verdictOf(finding), matterOf(finding)];
  if (finding.code === 'paste-is-error') return { finding, verdict, place: 'decoder' };
  if (verdict === 'right' || verdict === 'note' || matter === 'paste') {
    return { finding, verdict, place: 'none' };
  }
  const own = matter === 'fields' ? form?.step : undefined;
  if (own !== undefined) return { finding, verdict, place: 'step', step: own };
  const found = matterStep(guide, matter);
  if (!found) return { finding, verdict, place: 'overview' };
  return { finding, verdict, place: found.isBeside ? 'beside' : 'step', step: found.step.id };
}

function distinct(findings: Findings): Findings {
  return [...new Map(findings.map((one) => [JSON.stringify(one), one])).values()];
}

function rank(finding: SettingFinding): number {
  return verdicts.indexOf(verdictOf(finding));
}

/** Whether a kind found nothing: shown only if no other kind found anything. A manifest that was not read stays told. */
function isEmpty(kind: PasteKind, { code }: SettingFinding): boolean {
  return code === 'smtp-not-shown' || (code === 'paste-empty-kind' && kind !== 'manifest');
}

function compared(answers: Answers): Findings {
  const all = answers.flatMap(([, { findings }]) => findings);
  const telling = answers.flatMap(([kind, { findings }]) =>
    findings.filter((finding) => !isEmpty(kind, finding)),
  );
  return answers.length > 1 && telling.length > 0 ? telling : all;
}

/**
 * Recognises everything in a paste, or reads it as the chosen kind, and compares it. Reads 300,000 characters at most
 * and says so (`paste-cut`). Only recognised parts of the text are repeated. An empty text has no findings.
 */
export function checkSettings(
  pasted: string,
  expected: Expectation,
  chosen?: ChosenKind,
): SettingsReport {
  const paste = readPaste(pasted);
  const { text } = paste;
  if (text.trim() === '') return { kind: 'unknown', kinds: [], findings: [] };
  const secrets = secretFindings(text);
  const answers = chosen ? asChosen(chosen, paste, expected) : recognised(paste, expected);
  const [kind = 'unknown'] = answers[0] ?? [];
  const isForm = answers.some(([one]) => one === 'form');
  const form = isForm ? (chosen ? formOf(chosen, expected) : formIn(text, expected)) : undefined;
  const unknown: Findings = secrets.length > 0 ? [] : [{ code: 'paste-unrecognised' }];
  // If the paste is just a secret, report that and not an unknown kind.
  const all = distinct([
    ...secrets,
    ...cutFindings(pasted),
    ...(answers.length > 0 ? compared(answers) : unknown),
  ]);
  return {
    kind,
    kinds: answers.map(([one]) => one),
    form: form?.id,
    findings: all
      .toSorted((a, b) => rank(a) - rank(b))
      .map((finding) => placed(safeFinding(finding), expected, form)),
  };
}
