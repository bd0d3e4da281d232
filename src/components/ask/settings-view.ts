/** How the box shows settings that it has compared with a guide. */

import type { PlacedFinding, SettingsReport } from '../../domain/check/check-settings.ts';
import type { PasteKind } from '../../domain/check/paste-kinds.ts';
import { verdicts, type Verdict } from '../../domain/check/verdicts.ts';
import type { GuideNames } from '../../i18n/guide-names.ts';
import { make, showLines, withTitle } from '../dom.ts';
import { pageSay } from '../page-speaker.ts';
import { settingLine } from '../setting-line.ts';

/** The guide that settings were compared with. */
export interface ComparedWith {
  readonly names: GuideNames;
  /** The address of one of its pages. */
  readonly to: (...parts: readonly string[]) => string;
}

/** What settings were read as that wait for the choice of a program; only then are its forms known by name. */
export function waitingLine(kinds: readonly PasteKind[]): string {
  const read = kinds.flatMap((kind) => (kind === 'form' ? [] : [pageSay(`settings.kind.${kind}`)]));
  return [...read, pageSay('ask.settings-wait')].join(' ');
}

/** What the settings were read as: one sentence for each kind. */
export function kindLine({ kinds, form }: SettingsReport, { names }: ComparedWith): string {
  const sentences = (kinds.length > 0 ? kinds : (['unknown'] as const)).map((kind) =>
    kind === 'form'
      ? pageSay('settings.kind.form', { title: names.forms[form ?? ''] ?? '' })
      : pageSay(`settings.kind.${kind}`),
  );
  return sentences.join(' ');
}

function count(findings: readonly PlacedFinding[], verdict: Verdict): string {
  return String(findings.filter((one) => one.verdict === verdict).length);
}

/** How many findings there are of each verdict. */
export function summaryLine({ findings }: SettingsReport): string {
  return pageSay('settings.summary', {
    wrong: count(findings, 'wrong'),
    missing: count(findings, 'missing'),
    surplus: count(findings, 'surplus'),
    unknown: count(findings, 'unknown'),
    right: count(findings, 'right'),
  });
}

const linkWords = {
  mends: 'step.mended-in',
  shows: 'settings-page.shown-in',
  beside: 'settings-page.beside',
} as const;

/** A link to the step that fixes or shows it, or to the overview if the guide has no such step. */
function linkOf(
  { place, step, verdict }: PlacedFinding,
  { names, to }: ComparedWith,
): readonly Node[] {
  if (place === 'overview') {
    return [make('a', { href: to() }, pageSay('settings-page.overview'))];
  }
  const title = names.steps[step ?? ''];
  if ((place !== 'step' && place !== 'beside') || step === undefined || !title) return [];
  const own = verdict === 'unknown' ? 'shows' : 'mends';
  const key = linkWords[place === 'step' ? own : place];
  const { text, lang } = title;
  const words = withTitle((shown) => pageSay(key, { title: shown }), { text, lang });
  return [make('a', { href: to(step) }, ...words)];
}

/** The findings of each verdict that has any, in the order of display. */
function byVerdict({ findings }: SettingsReport) {
  return verdicts
    .map((verdict) => ({ verdict, found: findings.filter((one) => one.verdict === verdict) }))
    .filter(({ found }) => found.length > 0);
}

/** The findings, grouped by verdict. */
export function settingsView(
  report: SettingsReport,
  compared: ComparedWith,
): readonly HTMLElement[] {
  const groups = byVerdict(report).map(({ verdict, found }) => {
    const list = make('ul', { class: 'findings' });
    showLines(
      list,
      found.map((placed) => ({
        ...settingLine(placed.finding, verdict, compared.names.values),
        links: linkOf(placed, compared),
      })),
    );
    const title = make('h4', {}, pageSay(`settings.verdict.${verdict}`));
    return make('div', { 'data-lotse-verdict': verdict }, title, list);
  });
  return [
    make('p', { 'data-lotse-kind': '' }, kindLine(report, compared)),
    make('p', { 'data-lotse-summary': '' }, summaryLine(report)),
    ...groups,
  ];
}

/** The same as lines of text for support, without links. */
export function settingsLines(report: SettingsReport, compared: ComparedWith): readonly string[] {
  const groups = byVerdict(report).flatMap(({ verdict, found }) => {
    const lines = found.map(({ finding }) => {
      const { text } = settingLine(finding, verdict, compared.names.values);
      return `- ${typeof text === 'string' ? text : (text.textContent ?? '')}`;
    });
    return ['', pageSay(`settings.verdict.${verdict}`), ...lines];
  });
  return [kindLine(report, compared), summaryLine(report), ...groups];
}
