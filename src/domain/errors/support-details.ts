/** What Microsoft's support asks for first, and whom the message names: IDs, time, app, tenant. */

import { guidPattern } from '../text/guid-pattern.ts';

const guid = `(${guidPattern})`;
const domain = String.raw`([a-z\d-]{1,63}(?:\.[a-z\d-]{1,63}){0,4}\.[a-z]{2,24})`;
const after = String.raw`["']?(?:\s{0,4}[:=]\s{0,8}|\t{1,3})["']?`;
/** « L’ID de corrélation » names what it is of last. */
const idOf = String.raw`(?:id|identifiant|identificateur)\s(?:de\sla\s|de\sl['’]|des?\s|du\s|d['’])?`;

function labelled(labels: string, value = guid): RegExp {
  return new RegExp(String.raw`(?<![\w-])(?:${labels})${after}${value}`, 'gi');
}

/** In the order in which details are shown; the first that matches is taken. As on Microsoft's page in each language and in JSON. */
const patterns = {
  trace: [labelled(`trace[ _-]?id|ablaufverfolgungs-?id|${idOf}(?:trace|suivi)`)],
  correlation: [labelled(`correlation[ _-]?id|korrelations-?id|${idOf}corrélation`)],
  request: [
    labelled(
      `request[ _-]?id|anforderungs-?id|anfrage-?id|client-request-id|${idOf}(?:demande|requête)`,
    ),
  ],
  time: [
    labelled(
      'timestamp|zeitstempel|horodat(?:age|eur)|date|datum',
      String.raw`(\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d(?:\.\d{1,9})?Z?)`,
    ),
  ],
  app: [
    new RegExp(
      String.raw`\b(?:application|app|anwendung)(?:\s(?:l['’])?[\p{L}]{2,15}){0,4}\s{0,4}["'„“«]\s?${guid}`,
      'giu',
    ),
    labelled(
      String.raw`client_id|client-id|app[ _-]?id|application[ _-]?id|anwendungs-?id|${idOf}(?:application|client)`,
    ),
  ],
  tenant: [
    new RegExp(
      String.raw`\b(?:tenant|mandant(?:en)?|locataire)(?:\s(?:identifier|id))?\s{0,4}["'„“«]\s?(?:${guid}|${domain})\s?["'“”»]`,
      'gi',
    ),
    // A directory is Microsoft's only in Microsoft's sentence: programs have folders of that name.
    new RegExp(
      String.raw`AADSTS\d{5,9}[^\n]{1,300}?\b(?:directory|verzeichnis|annuaire|répertoire)\s{0,4}["'„“«]\s?(?:${guid}|${domain})\s?["'“”»]`,
      'gi',
    ),
    labelled(
      String.raw`tenant[ _-]?id|mandanten-?id|(?:directory|verzeichnis)[ _-]?id|tid|${idOf}(?:annuaire|répertoire|locataire)`,
    ),
    new RegExp(String.raw`login\.microsoftonline\.(?:com|us)/${guid}`, 'gi'),
  ],
  mailbox: [
    new RegExp(
      String.raw`\b(?:account|user|benutzer(?:konto)?|konto|resource|utilisateur|compte)\s{0,4}["'„“‘«]{1,2}\s?([\p{L}\d][\p{L}\d.+_-]{0,63}@[a-z\d-]{1,63}(?:\.[a-z\d-]{1,63}){0,4}\.[a-z]{2,24})["'“”’]`,
      'giu',
    ),
  ],
} as const satisfies Record<string, readonly RegExp[]>;

/** What a detail is. */
export type SupportDetailKind = keyof typeof patterns;

/** A detail: an ID, a time, an address or a domain, and nothing else. */
export interface SupportDetail {
  readonly kind: SupportDetailKind;
  readonly value: string;
}

/** What one event has once. */
const eventKinds: readonly SupportDetailKind[] = ['trace', 'correlation', 'request', 'time'];

/** Details that stand together, as Microsoft writes them of one event. */
interface SupportEvent {
  readonly values: Readonly<Partial<Record<SupportDetailKind, string>>>;
  /** From where on the text is about the next event. */
  readonly end: number;
}

/** A detail with its place, or an error code, after which another event may begin. */
interface Mark {
  readonly at: number;
  readonly detail?: SupportDetail;
}

/** More stand in no text that is about one error. */
const mostMarks = 2000;

function marksOf(text: string): readonly Mark[] {
  const details = eventKinds.flatMap((kind) =>
    patterns[kind].flatMap((pattern) =>
      [...text.matchAll(pattern)].map(({ 1: value = '', index }): Mark => {
        return { at: index, detail: { kind, value } };
      }),
    ),
  );
  const codes = [...text.matchAll(/AADSTS\d{4}/gi)].map(({ index }): Mark => ({ at: index }));
  return [...details, ...codes].toSorted((a, b) => a.at - b.at).slice(0, mostMarks);
}

/** A value that the event has already is a repetition; another one, or one after another code, begins a new event. */
function eventsOf(text: string): readonly SupportEvent[] {
  const events: SupportEvent[] = [];
  let values: SupportEvent['values'] = {};
  let code: number | undefined;
  for (const { at, detail } of marksOf(text)) {
    if (!detail) {
      code ??= at;
      continue;
    }
    const { kind, value } = detail;
    if (values[kind] === value) continue;
    const isNext = values[kind] !== undefined || code !== undefined;
    if (isNext && Object.keys(values).length > 0) {
      events.push({ values, end: code ?? at });
      values = {};
    }
    code = undefined;
    values = { ...values, [kind]: value };
  }
  return [...events, { values, end: text.length }];
}

function hasId({ values }: SupportEvent): boolean {
  return Object.keys(values).some((kind) => kind !== 'time');
}

/** What is known of one event from all places that share an ID with it and contradict nothing of it. */
function joined(first: SupportEvent, events: readonly SupportEvent[]): SupportEvent['values'] {
  let { values } = first;
  for (const { values: more } of events) {
    const shared = eventKinds.filter(
      (kind) => values[kind] !== undefined && more[kind] !== undefined,
    );
    const isSame = shared.every((kind) => values[kind] === more[kind]);
    if (isSame && shared.some((kind) => kind !== 'time')) values = { ...more, ...values };
  }
  return values;
}

/** The first value in a text, of the first pattern that has one. */
function firstOf(kind: SupportDetailKind, text: string): string | undefined {
  return patterns[kind]
    .map((pattern) => text.matchAll(pattern).next().value?.slice(1).find(Boolean))
    .find(Boolean);
}

/** The account that an error names: `User account 'a@b.de' from identity provider …`. */
export function accountIn(text: string): string | undefined {
  return firstOf('mailbox', text);
}

/**
 * The details of the first event that has an ID, each kind at most once, in a fixed order. Those of several events are
 * never mixed: there would be no such event at Microsoft.
 */
export function supportDetails(text: string): readonly SupportDetail[] {
  const events = eventsOf(text);
  const first = events.find(hasId) ?? events[0] ?? { values: {}, end: text.length };
  const values = joined(first, events);
  const own = text.slice(0, first.end);
  return (Object.keys(patterns) as SupportDetailKind[]).flatMap((kind) => {
    const value = eventKinds.includes(kind) ? values[kind] : firstOf(kind, own);
    return value === undefined ? [] : [{ kind, value }];
  });
}
