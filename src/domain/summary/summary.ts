/**
 * The summary of a set-up: what the guide asks for, filled with the reader's values, and how far the reader says to be.
 * It is plain data, and with a version the file that the site saves (`public/schema/summary-1.json`). It has no way to a
 * secret: it is made of values, of which no kind takes one, and of notes that were read.
 */

import { matterStep } from '../check/matter-step.ts';
import type { Matter } from '../check/setting-findings.ts';
import { applicable, choiceOf, isChosen } from '../guide/applicable.ts';
import type {
  ApplicableGuide,
  Guide,
  PermissionDefinition,
  Platform,
  Standing,
  Values,
  When,
} from '../guide/guide.ts';
import { progressOf, type TaskState } from '../guide/progress.ts';
import { redirectUris } from '../registration/redirect-uris.ts';
import { tokenEndpointTemplate } from '../registration/token-endpoint.ts';
import { fillScript } from '../scripts/script-lines.ts';
import { scripts, type ScriptId } from '../scripts/scripts.ts';
import { fillTemplate, parseTemplate, type Segment } from '../values/template.ts';
import { valuesIn, type SummaryForm } from './shortened.ts';

/** Where commands stand in a guide. */
export interface CommandPlace {
  readonly step: string;
  readonly script: string;
}

/** What a summary is made of. */
export interface SummaryInput {
  readonly guide: Guide;
  readonly form: SummaryForm;
  /** Accepted values only. */
  readonly values: Values;
  /** States and notes by step; notes must have been read. */
  readonly tasks: Readonly<Record<string, { state: TaskState; note: string } | undefined>>;
  readonly commands: readonly CommandPlace[];
  /** `YYYY-MM-DD` */
  readonly today: string;
  /** The name of a value, which stands in commands where it is missing. */
  readonly nameOf: (id: string) => string;
}

/** A text made of values; `text` is null as long as one of them is missing or left out. */
export interface Filled {
  /** With the ids of the values in braces. */
  readonly pattern: string;
  readonly text: string | null;
}

/** The step that sets something up, and what the reader says about it. */
export interface Settled {
  readonly step: string | null;
  readonly state: TaskState | null;
}

/** The matters of a set-up that a step settles. */
export const summaryMatters = [
  'audience',
  'redirects',
  'implicit',
  'public-client',
  'permissions',
  'consent',
  'secret',
  'owner',
  'smtp',
  'access',
  'fields',
] as const satisfies readonly Matter[];

/** One of `summaryMatters`. */
export type SummaryMatter = (typeof summaryMatters)[number];

/** A value; `option` values are choices, which always apply, chosen or not. */
export interface SummaryValue {
  readonly id: string;
  readonly value: string | null;
  readonly standing: 'known' | 'left-out' | 'missing' | 'assumed';
  readonly optional: boolean;
}

/** See the top of this file. */
export interface Summary {
  readonly guide: string;
  readonly product: string;
  readonly date: string;
  readonly form: SummaryForm;
  readonly done: number;
  readonly total: number;
  readonly values: readonly SummaryValue[];
  readonly registration: {
    readonly name: string;
    readonly audience: string;
    readonly redirects: readonly (Filled & { readonly platform: Platform })[];
    readonly implicitGrant: { readonly accessTokens: boolean; readonly idTokens: boolean };
    readonly publicClientFlows: 'yes' | 'no' | 'unsaid' | null;
    readonly permissions: readonly Pick<PermissionDefinition, 'api' | 'name' | 'type'>[];
    readonly consent: 'administrator' | 'at-sign-in';
    readonly owner: Filled | null;
  };
  readonly token: readonly { readonly endpoint: Filled; readonly scope: string }[];
  /** Null if this branch has none. `kept` is the reader's note on its step. */
  readonly secret: {
    readonly kind: 'secret' | 'certificate';
    readonly expires: string | null;
    readonly kept: string | null;
  } | null;
  readonly matters: Readonly<Record<SummaryMatter, Settled>>;
  /** The commands that change something, of steps that are done. */
  readonly commands: readonly {
    readonly step: string;
    readonly script: string;
    readonly text: string;
  }[];
  readonly steps: readonly {
    readonly id: string;
    readonly standing: Standing;
    readonly state: TaskState;
    readonly note: string | null;
  }[];
}

/** The commands that change something in Microsoft 365, with their conditions. */
const changing: Partial<Record<ScriptId, When>> = {
  'password-expiry-set': {},
  'confine-mailbox': {},
  'smtp-auth-set-organisation': { smtpScope: 'organisation' },
  'smtp-auth-set-mailbox': { smtpScope: 'mailbox' },
  'smtp-auth-set-mailboxes': { smtpScope: 'mailboxes' },
  'shared-mailbox-grant': { mailboxType: 'shared' },
  'send-as-grant': {},
};

function isScript(id: string): id is ScriptId {
  return Object.hasOwn(scripts, id);
}

function patternOf(segments: readonly Segment[]): string {
  return segments
    .map((segment) => ('text' in segment ? segment.text : `{${segment.slot}}`))
    .join('');
}

function filled(segments: readonly Segment[], values: Values): Filled {
  const reading = fillTemplate(segments, values);
  return { pattern: patternOf(segments), text: reading.ok ? reading.text : null };
}

function commandsOf(
  guide: ApplicableGuide,
  { commands, tasks, values: own, nameOf }: SummaryInput,
  values: Values,
): Summary['commands'] {
  return commands.flatMap(({ step, script }) => {
    const when = isScript(script) ? changing[script] : undefined;
    const isRun =
      when !== undefined &&
      tasks[step]?.state === 'done' &&
      guide.steps.some(({ id }) => id === step) &&
      isChosen(when, guide, own) &&
      // The right to send from another address is given only for another address.
      (script !== 'send-as-grant' || Boolean(own['sender'] && own['sender'] !== own['mailbox']));
    if (!isRun || !isScript(script)) return [];
    const { text } = fillScript(scripts[script](guide), values, nameOf);
    return text === '' ? [] : [{ step, script, text }];
  });
}

function valueRows(
  guide: Guide,
  values: Values,
  leftOut: readonly string[],
): readonly SummaryValue[] {
  return guide.values.map(({ id, kind, optional }): SummaryValue => {
    const value = values[id];
    if (kind === 'choice') {
      const option = choiceOf(guide, id, values) ?? null;
      return { id, value: option, standing: option === value ? 'known' : 'assumed', optional };
    }
    if (value) return { id, value, standing: 'known', optional };
    return { id, value: null, standing: leftOut.includes(id) ? 'left-out' : 'missing', optional };
  });
}

/** The summary of a guide; see `Summary`. */
export function summaryOf(input: SummaryInput): Summary {
  const { guide, form, values: own, tasks, today } = input;
  const branch = applicable(guide, own);
  const { values, leftOut } = valuesIn(form, guide.values, own);
  const { registration } = branch;
  const stateOf = (step: string) => tasks[step]?.state ?? 'open';
  // A note may name anything.
  const noteOf = (step: string) => {
    const note = form === 'full' ? tasks[step]?.note : undefined;
    return note === undefined || note === '' ? null : note;
  };
  const settled = (matter: SummaryMatter): Settled => {
    const { step, isBeside = false } = matterStep(branch, matter) ?? {};
    // Guides without SMTP say in another step that they have no use for it.
    const isNeeded = matter !== 'smtp' || branch.smtpAuth === 'needed';
    if (!step || isBeside || !isNeeded) return { step: null, state: null };
    return { step: step.id, state: stateOf(step.id) };
  };
  const matters = Object.fromEntries(
    summaryMatters.map((matter) => [matter, settled(matter)]),
  ) as Summary['matters'];
  const { done, total } = progressOf(guide, own, stateOf);
  const [credential] = registration.credentials;
  return {
    guide: guide.id,
    product: guide.product,
    date: today,
    form,
    done,
    total,
    values: valueRows(guide, values, leftOut),
    registration: {
      name: registration.name,
      audience: registration.audience,
      redirects: redirectUris(branch, values).map(({ platform, segments }) => ({
        platform,
        ...filled(segments, values),
      })),
      implicitGrant: registration.implicitGrant,
      publicClientFlows: registration.publicClientFlows[0]?.setting ?? null,
      permissions: registration.permissions.map(({ api, name, type }) => ({ api, name, type })),
      consent: registration.consent,
      owner:
        registration.owner === undefined ? null : filled([{ slot: registration.owner }], values),
    },
    token: branch.token.map((request) => ({
      endpoint: filled(parseTemplate(tokenEndpointTemplate(request)), values),
      scope: request.scopes.join(' '),
    })),
    secret: credential
      ? {
          kind: credential.kind,
          expires: values['secretExpires'] ?? null,
          kept: noteOf(matters.secret.step ?? ''),
        }
      : null,
    matters,
    commands: commandsOf(branch, input, values),
    steps: branch.steps.map(({ id, standing }) => ({
      id,
      standing,
      state: stateOf(id),
      note: noteOf(id),
    })),
  };
}

/** The version of the file's format; it changes with the schema's name. */
export const summaryVersion = 1;

/** The address of the schema on a site. */
export function schemaAddress(site: string): string {
  return new URL(`/schema/summary-${String(summaryVersion)}.json`, site).href;
}

/** The summary as the text of a file; `site` is the site's address. */
export function summaryFile(summary: Summary, site: string): string {
  const file = { $schema: schemaAddress(site), version: summaryVersion, ...summary };
  return `${JSON.stringify(file, null, 2)}\n`;
}
