/** What a reader may correct about how a text was read: its program, and what kind of settings it is. */

import type { ChosenKind } from '../../domain/check/check-settings.ts';
import type { KnownGuide } from '../../domain/check/expectation.ts';
import type { GuideNames } from '../../i18n/guide-names.ts';
import { make } from '../dom.ts';
import { pageSay } from '../page-speaker.ts';

const kinds = ['manifest', 'redirects', 'permissions', 'powershell'] as const;

/** One choice of program, to be shown where the page has no guide. */
export class ProgramChoice {
  readonly part: HTMLElement;

  constructor(guides: readonly KnownGuide[], chosen: (guide: string) => void) {
    const options = guides.map(({ guide: { id, product } }) => {
      const input = make('input', { type: 'radio', name: 'lotse-program', value: id });
      input.autocomplete = 'off';
      input.addEventListener('change', () => {
        chosen(id);
      });
      return make('label', {}, input, ` ${product}`);
    });
    const legend = make('legend', {}, pageSay('ask.program'));
    this.part = make(
      'fieldset',
      { class: 'programs', 'data-lotse-control': '' },
      legend,
      ...options,
    );
  }

  /** Shows which one the answer is about. */
  show(guide: string | undefined): void {
    for (const input of this.part.querySelectorAll('input')) input.checked = input.value === guide;
  }
}

function option(value: string, text: string): HTMLOptionElement {
  return make('option', { value }, text);
}

/** The choice of kind for the settings in a text, with the forms of the guide's product. */
export function kindChoice(
  names: GuideNames,
  current: ChosenKind | undefined,
  chosen: (kind: ChosenKind | undefined) => void,
): HTMLElement {
  const select = make(
    'select',
    { id: 'lotse-kind', autocomplete: 'off' },
    option('', pageSay('settings-page.kind-auto')),
    ...kinds.map((kind) => option(kind, pageSay(`settings-page.kind-${kind}`))),
    ...Object.entries(names.forms).map(([id, title]) =>
      option(`form:${id}`, pageSay('settings-page.kind-form', { title })),
    ),
  );
  select.value = current ?? '';
  select.addEventListener('change', () => {
    chosen(select.value === '' ? undefined : (select.value as ChosenKind));
  });
  const label = make('label', { for: select.id }, pageSay('settings-page.kind'));
  return make('p', { class: 'row', 'data-lotse-control': '' }, label, select);
}
