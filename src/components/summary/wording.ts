/** A summary in words: the page and the text both show these sections. */

import type { Filled, Summary, SummaryMatter, SummaryValue } from '../../domain/summary/summary.ts';
import type { TaskState } from '../../domain/guide/progress.ts';
import { parseTemplate } from '../../domain/values/template.ts';
import type { GuideNames } from '../../i18n/guide-names.ts';
import type { Say } from '../../i18n/words.ts';

/** A line below a name. */
export interface SummaryLine {
  readonly text: string;
  /**
   * `code` is taken literally, `lacking` says that something is not known, `by-hand` is a line to write on, `link` is the
   * address of a page of this site.
   */
  readonly kind: 'text' | 'code' | 'lacking' | 'by-hand' | 'link';
}

/** A name with what belongs to it. */
export interface SummaryRow {
  readonly name: string;
  /** The language of the name, if it is another one. */
  readonly lang?: string | undefined;
  /** What the reader says about its step; also without lines. */
  readonly state?: TaskState | undefined;
  readonly lines: readonly SummaryLine[];
}

/** A part of the summary. */
export interface SummarySection {
  readonly heading: string;
  readonly hint?: string | undefined;
  readonly rows: readonly SummaryRow[];
}

/** What names things, in the page's language. */
export interface SummaryVoice {
  readonly say: Say;
  readonly names: Pick<GuideNames, 'values' | 'options'> & {
    readonly steps: Readonly<
      Record<string, { readonly text: string; readonly lang?: string | undefined }>
    >;
  };
  readonly longDay: (iso: string) => string;
  /** The address of one of the guide's pages, with its site. */
  readonly to: (page: string) => string;
}

const line = (text: string): SummaryLine => ({ text, kind: 'text' });
const code = (text: string): SummaryLine => ({ text, kind: 'code' });
const link = (text: string): SummaryLine => ({ text, kind: 'link' });
const lacking = (text: string): SummaryLine => ({ text, kind: 'lacking' });

/** Without its values a text shows their names. */
function filledLine({ pattern, text }: Filled, { names }: SummaryVoice): SummaryLine {
  if (text !== null) return code(text);
  const shown = parseTemplate(pattern).map((segment) =>
    'text' in segment ? segment.text : `[${names.values[segment.slot] ?? segment.slot}]`,
  );
  return code(shown.join(''));
}

function valueLine(row: SummaryValue, voice: SummaryVoice): SummaryLine {
  const { say, names, longDay } = voice;
  const { id, value, standing } = row;
  if (value === null) {
    return lacking(say(standing === 'left-out' ? 'summary.left-out' : 'summary.missing'));
  }
  const option = names.options[id]?.[value];
  if (standing === 'assumed') return lacking(say('summary.assumed', { option: option ?? value }));
  if (option !== undefined) return line(option);
  return /^\d{4}-\d\d-\d\d$/.test(value) ? line(longDay(value)) : code(value);
}

/** The values; optional ones only if known, and the day of the expiry further below. */
function valuesPart({ values }: Summary, voice: SummaryVoice): SummarySection {
  const shown = values.filter(
    ({ id, standing, optional }) =>
      id !== 'secretExpires' && (!optional || standing === 'known' || standing === 'left-out'),
  );
  return {
    heading: voice.say('site.values'),
    rows: shown.map((row) => ({
      name: voice.names.values[row.id] ?? row.id,
      lines: [valueLine(row, voice)],
    })),
  };
}

function stateOf(summary: Summary, matter: SummaryMatter): TaskState | undefined {
  return summary.matters[matter].state ?? undefined;
}

function registrationPart(summary: Summary, voice: SummaryVoice): SummarySection {
  const { say } = voice;
  const { registration } = summary;
  const { implicitGrant, redirects, permissions, publicClientFlows, owner } = registration;
  const rows: SummaryRow[] = [];
  const add = (name: string, matter: SummaryMatter, lines: readonly SummaryLine[]): void => {
    if (lines.length > 0) rows.push({ name, state: stateOf(summary, matter), lines });
  };
  add(say('all-values.name'), 'audience', [code(registration.name)]);
  add(say('all-values.audience'), 'audience', [
    line(say(`summary.audience-${registration.audience as 'single-tenant'}`)),
  ]);
  for (const [platform, group] of Map.groupBy(redirects, (one) => one.platform)) {
    add(
      say('summary.redirects', { platform: say(`settings.platform.${platform}`) }),
      'redirects',
      group.map((one) => filledLine(one, voice)),
    );
  }
  add(say('summary.implicit'), 'implicit', [
    ...(implicitGrant.accessTokens ? [line(say('summary.access-tokens'))] : []),
    ...(implicitGrant.idTokens ? [line(say('summary.id-tokens'))] : []),
  ]);
  if (publicClientFlows !== null) {
    add(say('summary.flows'), 'public-client', [line(say(`summary.flows-${publicClientFlows}`))]);
  }
  add(
    say('settings-page.kind-permissions'),
    'permissions',
    permissions.map(({ api, name, type }) => {
      const resource = api === 'graph' ? 'Microsoft Graph' : 'Office 365 Exchange Online';
      return line(`${name} (${say(`settings.type.${type}`)}, ${resource})`);
    }),
  );
  add(say('summary.consent'), 'consent', [line(say(`summary.consent-${registration.consent}`))]);
  if (owner) add(say('summary.owner'), 'owner', [filledLine(owner, voice)]);
  if (summary.matters.access.state === 'done') {
    add(say('summary.access'), 'access', [line(say('summary.access-done'))]);
  }
  return { heading: say('guide.app'), hint: say('summary.asked'), rows };
}

function secretPart(summary: Summary, { say, longDay }: SummaryVoice): readonly SummarySection[] {
  const { secret, form } = summary;
  if (!secret) return [];
  const { expires, kept } = secret;
  const byHand: SummaryLine = { text: say('summary.kept-by-hand'), kind: 'by-hand' };
  const place = form === 'full' ? byHand : lacking(say('summary.left-out'));
  return [
    {
      heading: say('summary.secret'),
      rows: [
        {
          name: say('summary.expires'),
          state: stateOf(summary, 'secret'),
          lines: [expires === null ? lacking(say('summary.missing')) : line(longDay(expires))],
        },
        { name: say('summary.kept'), lines: [kept === null ? place : line(kept)] },
      ],
    },
  ];
}

function programPart(summary: Summary, voice: SummaryVoice): SummarySection {
  const { say } = voice;
  const rows: SummaryRow[] = summary.token.flatMap(({ endpoint, scope }) => [
    { name: say('endpoint.name'), lines: [filledLine(endpoint, voice)] },
    { name: say('scope.name'), lines: [code(scope)] },
  ]);
  const stated = [
    ['fields', say('all-values.forms')],
    ['smtp', say('summary.smtp')],
  ] as const;
  for (const [matter, name] of stated) {
    const state = stateOf(summary, matter);
    if (state) rows.push({ name, state, lines: [] });
  }
  return { heading: summary.product, rows };
}

function stepName(id: string, { names }: SummaryVoice): Pick<SummaryRow, 'name' | 'lang'> {
  const title = names.steps[id];
  return { name: title?.text ?? id, lang: title?.lang };
}

function commandsPart({ commands }: Summary, voice: SummaryVoice): readonly SummarySection[] {
  if (commands.length === 0) return [];
  const rows = commands.map(({ step, text }) => ({
    ...stepName(step, voice),
    lines: text.split('\n').map(code),
  }));
  const { say } = voice;
  return [{ heading: say('all-values.commands'), hint: say('summary.commands'), rows }];
}

/** The steps; those beside the way only if there is something to say. */
function stepsPart({ steps }: Summary, voice: SummaryVoice): SummarySection {
  const shown = steps.filter(
    ({ standing, state, note }) => standing === 'required' || state !== 'open' || note !== null,
  );
  return {
    heading: voice.say('guide.tasks'),
    rows: shown.map(({ id, state, note }) => ({
      ...stepName(id, voice),
      state,
      lines: note === null ? [] : note.split('\n').map(line),
    })),
  };
}

function laterPart({ secret }: Summary, { say, to }: SummaryVoice): SummarySection {
  return {
    heading: say('guide.after'),
    rows: [
      ...(secret ? [{ name: say('renew.link'), lines: [link(to('renew'))] }] : []),
      { name: say('remove.link'), lines: [link(to('remove'))] },
    ],
  };
}

/** A summary, section by section. */
export function summarySections(summary: Summary, voice: SummaryVoice): readonly SummarySection[] {
  return [
    valuesPart(summary, voice),
    registrationPart(summary, voice),
    ...secretPart(summary, voice),
    programPart(summary, voice),
    ...commandsPart(summary, voice),
    stepsPart(summary, voice),
    laterPart(summary, voice),
  ];
}

/** The line with day and progress below the title. */
export function madeLine(
  { date, done, total }: Summary,
  { say, longDay }: Pick<SummaryVoice, 'say' | 'longDay'>,
): string {
  const progress = say('tasks.progress', { done: String(done), total: String(total) });
  return `${say('summary.made', { date: longDay(date) })} · ${progress}`;
}

/** A summary as plain text. */
export function summaryText(summary: Summary, voice: SummaryVoice): string {
  const { say, to } = voice;
  const lines = [
    say('summary.title', { product: summary.product }),
    madeLine(summary, voice),
    say('summary.said'),
    ...(summary.form === 'full' ? [] : [say(`summary.form-${summary.form}-hint`)]),
    to(''),
  ];
  for (const { heading, hint, rows } of summarySections(summary, voice)) {
    lines.push('', heading, '-'.repeat([...heading].length), ...(hint ? [hint] : []));
    for (const row of rows) {
      const state = row.state ? ` (${say(`tasks.${row.state}`)})` : '';
      const [first, ...others] = row.lines.map(({ text }) => text);
      const name = `${row.name}${state}`;
      const lead = say('site.lead', { name });
      if (first === undefined) lines.push(name);
      else if (others.length === 0) lines.push(`${lead} ${first}`);
      else lines.push(lead, ...[first, ...others].map((text) => `  ${text}`));
    }
  }
  return `${lines.join('\n')}\n`;
}
