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
import { realGuide, type RealGuide } from '../check/right.ts';

interface FieldCase {
  readonly id: string;
  readonly kind: string;
  readonly text: string;
  readonly expect: {
    readonly code?: string;
    readonly guide?: RealGuide;
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
  return finding.kind === 'status' ? finding.status : `AADSTS${finding.number}`;
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

function stepsFor(text: string, guide: RealGuide): readonly string[] {
  const topics = topicsOf(decode(text, catalogue), catalogue);
  return stepsThatFix(realGuide(guide).steps, topics).map(({ id }) => id);
}

/** The error that a case of `field.json` with `means:` must be found as: its words say what the case asks for. */
const meant: Readonly<Record<string, string>> = {
  'consumers-no-number': 'not-enabled-for-consumers',
  'audience-no-number': 'audience-mismatch',
  'glpi-folder': 'folder-not-opened',
  'nextcloud-imap': 'program-password-wrong',
  'relay-no-user': 'program-without-user',
  'hoster-intercepts': 'other-server',
  'token-401-after-sign-in': 'token-endpoint-401',
  'token-400-config': 'default-scope-mixed',
  'php-https': 'php-https',
  'smtp-refused': 'no-connection',
  'smtp-502': 'auth-not-offered',
  'ews-basic': 'ews-basic',
  'graph-me': 'graph-me',
  'status-hve': '501-5-5-122',
  'ps-scripts': 'powershell-scripts-disabled',
};

describe.each([...casesOf('field.json'), ...casesOf('more-field.json')])(
  '$id',
  ({ id, text, expect: expected, found = meant[id] }) => {
    const { code, guide, step, says = [] } = expected;
    const rest = (prefix: string) =>
      says.filter((one) => one.startsWith(prefix)).map((one) => one.slice(prefix.length));

    it('is explained', () => {
      const decoded = decode(text, catalogue);
      const [first] = decoded.findings;
      if (code !== undefined) expect(codeOf(first)).toContain(code);
      if (found !== undefined) expect(decoded.findings.map(short)).toEqual([found]);
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
  },
);

describe('a program that contradicts itself', () => {
  it.each([
    [
      'a slash at the end',
      "AADSTS70002: Error validating credentials. AADSTS50011: The reply address 'https://www.muster.example/' does not match the reply address 'https://www.muster.example' provided when requesting Authorization code.",
      'https://www.muster.example/',
      'https://www.muster.example',
    ],
    [
      'http behind a proxy',
      "AADSTS500112: The reply address 'http://10.0.0.5/x' does not match the reply address 'https://www.muster.example/x' provided when requesting Authorization code.",
      'http://10.0.0.5/x',
      'https://www.muster.example/x',
    ],
    [
      'two requests in a log',
      'GET authorize?redirect_uri=https%3A%2F%2Fwww.muster.example%2Fx\nPOST token redirect_uri=https%3A%2F%2Fmuster.example%2Fx\nAADSTS500112',
      'https://muster.example/x',
      'https://www.muster.example/x',
    ],
  ])('says both addresses: %s', (_, text, token, authorization) => {
    expect(decode(text, catalogue).contradiction).toEqual({ authorization, token });
  });

  it('needs two addresses that differ', () => {
    const text =
      "AADSTS50011: The redirect URI 'https://a.muster.example/' specified in the request";
    expect(decode(text, catalogue).contradiction).toBeUndefined();
  });

  it('does not hear of a new client secret', () => {
    const ids = decode(
      'AADSTS70002: Error validating credentials. AADSTS50011: x {"error_codes":[70002,50011]}',
      catalogue,
    ).findings.map(short);
    expect(ids).toEqual(['aadsts50011']);
  });
});

describe('an unknown number', () => {
  it.each([
    ['begins like numbers of one matter', 'AADSTS500118', ['redirect-uri']],
    ['begins like numbers of several matters', 'AADSTS50015', []],
    ['begins like none', 'AADSTS75011', []],
    ['is a part of one that stands alone', 'AADSTS500341', ['user']],
  ])('leads to the step of its family: %s', (_, code, topics) => {
    expect(topicsOf(decode(`${code}: The service has refused it.`, catalogue), catalogue)).toEqual(
      topics,
    );
  });

  it('is never guessed at where Microsoft’s sentence stands behind it', () => {
    const guesses = (text: string) =>
      decode(text, catalogue).findings.flatMap((one) =>
        one.kind === 'unknown' ? one.guesses : [],
      );
    expect(guesses('AADSTS00016: Application with identifier was not found')).toEqual([]);
    expect(guesses('{"error_codes":[70021]}')).toEqual([]);
    expect(guesses('AADSTS00016')).not.toEqual([]);
  });
});
