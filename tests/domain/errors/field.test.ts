/** Errors as people really paste them: each leads to its error, the step that fixes it, and keeps what is secret. */

import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { entriesOf, errorsSchema, errorWordsSchema } from '../../../src/content-model/errors.ts';
import { readContent } from '../../../src/content-model/read-content.ts';
import { catalogueOf } from '../../../src/domain/errors/catalogue.ts';
import { decode, topicsOf, type DecodedFinding } from '../../../src/domain/errors/decode.ts';
import { reportOf } from '../../../src/domain/errors/report.ts';
import { stepsThatFix } from '../../../src/domain/guide/fixing-steps.ts';
import { coveredLines, type RedactedPiece } from '../../../src/domain/secrets/redact.ts';
import { realGuide } from '../check/right.ts';

interface FieldCase {
  readonly id: string;
  readonly kind: string;
  readonly text: string;
  readonly expect: {
    readonly code?: string;
    readonly guide?: string;
    readonly step?: string;
    /** `means:` is checked by the error's id, in `meant`; the others as text. */
    readonly says?: readonly string[];
  };
  /** The error that it must be found as. */
  readonly found?: string;
}

function casesOf(name: string): readonly FieldCase[] {
  const all = JSON.parse(readFileSync(`tests/fixtures/${name}`, 'utf8')) as readonly FieldCase[];
  return all.filter(({ kind }) => kind === 'decoder' || kind === 'redaction');
}

const content = readContent();
const entries = entriesOf(errorsSchema.parse(parse(content.get('errors/errors.yml') ?? '')));
const catalogue = catalogueOf(entries);
const words = errorWordsSchema.parse(parse(content.get('errors/de.yml') ?? ''));
const siteWords = JSON.parse(content.get('words/de.json') ?? '{}') as Record<string, unknown>;

/** A finding as a short word. */
function short(finding: DecodedFinding): string {
  if (finding.kind === 'known') return finding.id;
  if (finding.kind === 'oauth') return finding.error;
  return finding.kind === 'status' ? finding.status : finding.number;
}

function codeOf(finding: DecodedFinding | undefined): string | undefined {
  if (finding?.kind !== 'known') return finding && short(finding);
  return entries.find(({ id }) => id === finding.id)?.code;
}

function answerTo(text: string): string {
  const { findings, tokenIssued } = decode(text, catalogue);
  const said = findings.map((finding) =>
    finding.kind === 'known'
      ? JSON.stringify(words[finding.id])
      : JSON.stringify(siteWords[`oauth.${short(finding)}`] ?? short(finding)),
  );
  return [...said, tokenIssued ? siteWords['decoder.token-issued'] : ''].join('\n');
}

function said(pieces: readonly RedactedPiece[]): string {
  return pieces
    .map((piece) => (piece.kind === 'plain' ? piece.text : `[${piece.hidden}]`))
    .join('');
}

/** All lines that may be passed on, and the report. */
function passedOn(text: string): string {
  const lines = coveredLines(text, { mail: true, ids: false });
  const { messages } = reportOf(decode(text, catalogue), catalogue, false);
  const report = messages.map(({ code, sentence = [] }) => `${code} ${said(sentence)}`);
  return [...lines.map(({ pieces }) => said(pieces)), ...report].join('\n');
}

function stepsFor(text: string, guide: string): readonly string[] {
  const topics = topicsOf(decode(text, catalogue), catalogue);
  return stepsThatFix(realGuide(guide).steps, topics).map(({ id }) => id);
}

describe.each([...casesOf('field.json')])('$id', ({ text, expect: expected, found }) => {
  const { code, guide, step, says = [] } = expected;
  const rest = (prefix: string) =>
    says.filter((one) => one.startsWith(prefix)).map((one) => one.slice(prefix.length));

  it('is explained', () => {
    const decoded = decode(text, catalogue);
    const [first] = decoded.findings;
    if (code !== undefined) expect(codeOf(first)).toContain(code);
    if (found !== undefined) expect(first && short(first)).toBe(found);
    if (guide !== undefined) expect(stepsFor(text, guide).slice(0, 4)).toContain(step);
    for (const one of says) {
      if (!/^(?:not|kept|gone|means):/.test(one)) expect(answerTo(text)).toContain(one);
    }
    for (const one of rest('not:')) expect(answerTo(text)).not.toContain(one);
  });

  it('keeps secrets, and passes on the error', () => {
    const shown = passedOn(text);
    for (const one of rest('kept:')) expect(shown).toContain(one);
    for (const one of rest('gone:')) expect(shown).not.toContain(one);
  });
});
