/** How the box reads a token: by the rules of the guide that it is for, without keeping or showing it. */

import { applicable } from '../../domain/guide/applicable.ts';
import type { Guide, Values } from '../../domain/guide/guide.ts';
import { readToken, tokenPlan, type TokenPlan } from '../../domain/sign-in/token-reader.ts';
import { detailRow } from '../detail-rows.ts';
import { make, showLines } from '../dom.ts';
import { findingLines } from '../findings-list.ts';
import { pageSay } from '../page-speaker.ts';

/** What every token may be compared with. */
const noPlan: TokenPlan = { permissions: [] };

/** The warning that this is a token, and what it says. */
export function tokenView(text: string, guide: Guide | undefined, values: Values): HTMLElement {
  const plan = guide ? tokenPlan(applicable(guide, values)) : noPlan;
  const { findings, claims } = readToken(text, plan, { values, now: Date.now() / 1000 });
  const list = make('ul', { class: 'findings' });
  showLines(list, findingLines(findings));
  return make(
    'section',
    {},
    make('h3', {}, pageSay('ask.token')),
    make('p', { class: 'odd' }, pageSay('ask.token-warning')),
    list,
    ...(claims.length > 0
      ? [make('dl', {}, ...claims.map(({ name, text: claim }) => detailRow(name, [claim])))]
      : []),
  );
}
