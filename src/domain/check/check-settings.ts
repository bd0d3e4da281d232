/** Compares whatever was pasted with what the guide and the reader's values demand. */

import { mayHoldSecret } from '../secrets/secret-shape.ts';
import { principalFindings } from './access-check.ts';
import type { Expectation, ExpectedForm } from './expectation.ts';
import { checkFields } from './field-check.ts';
import { readJson, type JsonReading } from './json-text.ts';
import { checkManifest } from './manifest-check.ts';
import { isServicePrincipal, manifestIn, readManifest } from './manifest.ts';
import { matterStep } from './matter-step.ts';
import { checkPermissions } from './permission-check.ts';
import { readPermissionTable } from './permission-table.ts';
import { checkPowerShell } from './powershell-check.ts';
import { readPowerShellOutput } from './powershell-output.ts';
import { recognise, withOtherForms, type PasteKind, type Recognised } from './recognise.ts';
import { checkRedirects } from './redirect-check.ts';
import {
  cutFindings,
  matterOf,
  pasteLimit,
  sayable,
  verdictOf,
  type SettingFinding,
} from './setting-findings.ts';
import { readUriList } from './uri-list.ts';
import { verdicts, type Verdict } from './verdicts.ts';

/** What the reader says that it is: a kind, or a form by its id. */
export type ChosenKind = Exclude<PasteKind, 'form'> | `form:${string}`;

/** A finding, how it is meant, and where it is mended. */
export interface PlacedFinding {
  readonly finding: SettingFinding;
  readonly verdict: Verdict;
  /**
   * `beside` is a step that does something else on the same page of the portal; `decoder` is where error messages are
   * explained. What is right or only worth saying needs no place, nor does what is
   * about the paste itself.
   */
  readonly place: 'step' | 'beside' | 'overview' | 'decoder' | 'none';
  /** The id of the step. */
  readonly step?: string | undefined;
}

/** What was pasted, and all that was found in it, the worst first. */
export interface SettingsReport {
  readonly kind: Recognised['kind'];
  /** Which form of the product, by its id. */
  readonly form?: string | undefined;
  readonly findings: readonly PlacedFinding[];
}

type Findings = readonly SettingFinding[];

/** A token is parts between points, the first two of them JSON in Base64. */
function mayHoldToken(text: string): boolean {
  const parts = text.split('.');
  return parts.some(
    (part, index) => /eyJ[\w-]{10}/.test(part) && /^eyJ[\w-]{10}/.test(parts[index + 1] ?? ''),
  );
}

function secretFindings(text: string): Findings {
  const findings: SettingFinding[] = [];
  if (mayHoldSecret(text)) findings.push({ code: 'paste-holds-secret' });
  if (mayHoldToken(text)) findings.push({ code: 'paste-holds-token' });
  return findings;
}

/** What was cut off by our own limit is not the reader's mistake. */
function jsonFindings(reading: JsonReading, isCut: boolean): Findings {
  if (reading.ok) {
    return reading.repairs.map(({ code, line }) => ({ code, line: String(line) }));
  }
  const { fault } = reading;
  const line = String(fault.line);
  if (fault.code === 'json-fault') {
    return [{ code: 'json-fault', line, character: fault.character }];
  }
  return isCut && fault.code === 'json-cut-off' ? [] : [{ code: fault.code, line }];
}

function manifestFindings(text: string, expected: Expectation, isCut: boolean): Findings {
  if (!/[{[]/.test(text)) return [{ code: 'paste-empty-kind' }];
  const reading = readJson(text);
  const findings = jsonFindings(reading, isCut);
  if (!reading.ok) return findings;
  const manifest = manifestIn(reading.value, expected.values['clientId']);
  if (manifest === undefined) return [...findings, { code: 'paste-empty-kind' }];
  const seen = readManifest(manifest);
  if (isServicePrincipal(manifest)) {
    return [
      ...findings,
      { code: 'manifest-is-enterprise-app' },
      ...principalFindings(seen, expected),
    ];
  }
  return [...findings, ...checkManifest(seen, expected)];
}

function redirectFindings(text: string, expected: Expectation): Findings {
  const list = readUriList(text);
  return list.length === 0 ? [{ code: 'paste-empty-kind' }] : checkRedirects(list, expected);
}

function permissionFindings(text: string, expected: Expectation): Findings {
  const table = readPermissionTable(text);
  return table.length === 0 ? [{ code: 'paste-empty-kind' }] : checkPermissions(table, expected);
}

function findingsOf(
  text: string,
  recognised: Recognised,
  expected: Expectation,
  isCut: boolean,
): Findings {
  switch (recognised.kind) {
    case 'manifest':
      return manifestFindings(text, expected, isCut);
    case 'redirects':
      return redirectFindings(text, expected);
    case 'permissions':
      return permissionFindings(text, expected);
    case 'powershell':
      return checkPowerShell(readPowerShellOutput(text), expected);
    case 'form':
      return checkFields(text, withOtherForms(recognised.form, text, expected), expected);
    case 'error':
      return [{ code: 'paste-is-error' }];
    case 'unknown':
      return [{ code: 'paste-unrecognised' }];
    default:
      return recognised satisfies never;
  }
}

function chosen(kind: ChosenKind, forms: readonly ExpectedForm[]): Recognised {
  if (
    kind === 'manifest' ||
    kind === 'redirects' ||
    kind === 'permissions' ||
    kind === 'powershell'
  )
    return { kind };
  const form = forms.find(({ id }) => kind === `form:${id}`);
  return form ? { kind: 'form', form } : { kind: 'unknown' };
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

/**
 * Recognises a paste, or takes the reader's word for it, and compares it. Reads 300,000 characters at most and says so
 * (`paste-cut`). Of the text only what is recognised comes back. Empty text has no findings.
 */
export function checkSettings(
  pasted: string,
  expected: Expectation,
  kind?: ChosenKind,
): SettingsReport {
  const text = pasted.slice(0, pasteLimit);
  if (text.trim() === '') return { kind: 'unknown', findings: [] };
  const isCut = pasted.length > pasteLimit;
  const secrets = secretFindings(text);
  const recognised = kind ? chosen(kind, expected.forms) : recognise(text, expected);
  const form = recognised.kind === 'form' ? recognised.form : undefined;
  const compared = findingsOf(text, recognised, expected, isCut);
  // Whoever pastes a secret alone is told of it, and not that it is unknown.
  const isSecretOnly = recognised.kind === 'unknown' && secrets.length > 0;
  const all = distinct([...secrets, ...cutFindings(pasted), ...(isSecretOnly ? [] : compared)]);
  return {
    kind: recognised.kind,
    form: form?.id,
    findings: all
      .toSorted((a, b) => rank(a) - rank(b))
      .map((finding) => placed(sayable(finding), expected, form)),
  };
}
