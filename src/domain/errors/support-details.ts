/** What Microsoft's support asks for first, and whom the message names: IDs, time, app, tenant. */

import { guidPattern } from '../guid.ts';

/** What a detail is. */
export const supportDetailKinds = [
  'trace',
  'correlation',
  'request',
  'time',
  'app',
  'tenant',
] as const;

/** What a detail is. */
export type SupportDetailKind = (typeof supportDetailKinds)[number];

/** A detail as it stands in the text. */
export interface SupportDetail {
  readonly kind: SupportDetailKind;
  readonly value: string;
}

const guid = `(${guidPattern})`;
const after = String.raw`["']?\s{0,4}[:=]\s{0,8}["']?`;

function labelled(labels: string, value = guid): RegExp {
  return new RegExp(String.raw`(?<![\w-])(?:${labels})${after}${value}`, 'i');
}

/** The first that matches is taken. English and German, as on Microsoft's page and in JSON. */
const patterns: Readonly<Record<SupportDetailKind, readonly RegExp[]>> = {
  trace: [labelled('trace[ _-]?id|ablaufverfolgungs-?id')],
  correlation: [labelled('correlation[ _-]?id|korrelations-?id')],
  request: [labelled('request[ _-]?id|anforderungs-?id|anfrage-?id|client-request-id')],
  time: [
    labelled(
      'timestamp|zeitstempel|date|datum',
      String.raw`(\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d(?:\.\d{1,9})?Z?)`,
    ),
  ],
  app: [
    new RegExp(
      String.raw`\b(?:application|app|anwendung)(?:\s[\p{L}]{2,12}){0,4}\s{0,4}["'„“«]${guid}`,
      'iu',
    ),
    labelled('client_id|client-id|app[ _-]?id|application[ _-]?id|anwendungs-?id'),
  ],
  tenant: [
    /\b(?:tenant|directory|verzeichnis|mandant(?:en)?)(?:\s(?:identifier|id))?\s{0,4}["'„“«]([^"'“”»\n]{1,80})["'“”»]/i,
    labelled('tenant[ _-]?id|mandanten-?id|tid'),
    new RegExp(String.raw`login\.microsoftonline\.(?:com|us)/${guid}`, 'i'),
  ],
};

/** The details of a text, each kind at most once, in a fixed order. */
export function supportDetails(text: string): readonly SupportDetail[] {
  return supportDetailKinds.flatMap((kind) => {
    const found = patterns[kind].map((pattern) => pattern.exec(text)?.[1]).find(Boolean);
    return found === undefined ? [] : [{ kind, value: found }];
  });
}
