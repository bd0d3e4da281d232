/** The text to pass on: built from what was understood of a paste. Nothing else of the paste can be in it. */

import { addressParts } from '../registration/address-parts.ts';
import { guidPattern } from '../text/guid-pattern.ts';
import type { Catalogue, CatalogueEntry } from './catalogue.ts';
import type { Decoded, DecodedFinding } from './decode.ts';
import type { RedactedPiece, RedactionKind } from '../secrets/redact.ts';
import { supportDetails, type SupportDetail, type SupportDetailKind } from './support-details.ts';

/** A message by its code; with its entry and Microsoft's sentence where the catalogue has it. */
export interface ReportMessage {
  readonly code: string;
  readonly id?: string;
  readonly sentence?: readonly RedactedPiece[];
}

/** What a report says besides where it was made. */
export interface Report {
  readonly messages: readonly ReportMessage[];
  readonly details: readonly SupportDetail[];
  /** The redirect URI that was sent, without all that is not compared with care: user, query and fragment. */
  readonly sent?: string;
}

/** Whose they are: the other details name one attempt at Microsoft's, and nobody. */
const ofOrganisation: readonly SupportDetailKind[] = ['app', 'tenant', 'mailbox'];

/** What is made up in the samples of the catalogue. */
const madeUp = new RegExp(
  String.raw`(?<id>${guidPattern})|(?<mail>[\w.+-]{1,64}@[\w.-]{1,80}\.example)|(?<address>https?://[\w.-]{1,80}\.example[^\s'"]{0,200})|Muster \w{1,20}|(?<=\[)[\w.]{1,60}\.OUTLOOK\.COM[^\]]{0,80}`,
  'gi',
);

/** An address of letters and signs that addresses have; anything else is not one. */
function plainAddress(uri: string | undefined): string | undefined {
  const { scheme, host, port, path } = addressParts(uri ?? '');
  const isPlain = /^[\p{L}\d.-]{1,253}$/u.test(host) && /^[\w/%.~+ …-]{0,200}$/.test(path);
  return isPlain ? scheme + host + port + path : undefined;
}

/** The catalogue's sentence, with what was recognised in the places of what is made up, or a gap that says what was there. */
function sentenceOf(
  sample: string,
  details: readonly SupportDetail[],
  sent: string | undefined,
): readonly RedactedPiece[] {
  const own = supportDetails(sample);
  const pieces: RedactedPiece[] = [];
  let at = 0;
  for (const { 0: found, index, groups = {} } of sample.matchAll(madeUp)) {
    const kind = own.find(({ value }) => value === found)?.kind;
    const value =
      groups['address'] === undefined ? details.find((one) => one.kind === kind)?.value : sent;
    const hole = (['id', 'mail', 'address'] as const).find((name) => groups[name] !== undefined);
    pieces.push({ kind: 'plain', text: sample.slice(at, index) });
    pieces.push(gap(value, hole));
    at = index + found.length;
  }
  return [...pieces, { kind: 'plain', text: sample.slice(at) }];
}

function gap(value: string | undefined, hole: RedactionKind | undefined): RedactedPiece {
  if (value !== undefined) return { kind: 'plain', text: value };
  return hole === undefined ? { kind: 'plain', text: '…' } : { kind: 'hidden', hidden: hole };
}

function messageOf(
  finding: DecodedFinding,
  { entries }: Catalogue,
  sentence: (entry: CatalogueEntry) => readonly RedactedPiece[],
): readonly ReportMessage[] {
  if (finding.kind === 'status') return [{ code: finding.status }];
  if (finding.kind === 'oauth') return [{ code: `error=${finding.error}` }];
  if (finding.kind === 'unknown') return [{ code: `AADSTS${finding.number}` }];
  const entry = entries.find(({ id }) => id === finding.id);
  return entry ? [{ code: entry.code, id: entry.id, sentence: sentence(entry) }] : [];
}

/** Builds a report. IDs and addresses of the organisation are in it only where the reader wants it (`withAddresses`). */
export function reportOf(
  { findings, details: all, redirects }: Decoded,
  catalogue: Catalogue,
  withAddresses: boolean,
): Report {
  const details = all.filter(({ kind }) => withAddresses || !ofOrganisation.includes(kind));
  const sent = withAddresses ? plainAddress(redirects[0]) : undefined;
  const sentence = ({ sample }: CatalogueEntry) => sentenceOf(sample, details, sent);
  return {
    messages: findings.flatMap((finding) => messageOf(finding, catalogue, sentence)),
    details,
    ...(sent !== undefined && { sent }),
  };
}
