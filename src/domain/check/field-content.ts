/** Checks the fields of a form without text to compare: checkboxes, secrets, passwords, and fields that stay empty. */

import { isGuid } from '../text/guid-pattern.ts';
import type { Values } from '../guide/guide.ts';
import type { ExpectedField } from './expectation.ts';
import type { LabelledLine } from './field-sections.ts';
import type { SettingFinding } from './setting-findings.ts';

/** Ticked and unticked checkboxes, as drawn and as people and programs write them. */
const ticked =
  /^(?:\[x\]|[☑☒■✓✔x1]|ja|yes|an|ein|on|wahr|true|aktiv|aktiviert|(?:an|ein)geschaltet|(?:an)?gehakt|angekreuzt|gesetzt|checked|enabled|oui|vrai|activée?|cochée?)$/iu;
const unticked =
  /^(?:\[ ?\]|[☐□✗✘0-]|nein|no|aus|off|falsch|false|inaktiv|deaktiviert|ausgeschaltet|leer|nicht \w{2,12}|unchecked|disabled|non|faux|vide|désactivée?|décochée?|non \p{L}{2,12})$/iu;

/** Checks the state of a checkbox. Text copied from a window does not include its checkboxes. */
export function boxFindings(
  { label, box }: ExpectedField,
  labelled: readonly LabelledLine[],
): readonly SettingFinding[] {
  if (box === undefined) return [];
  // Several checkboxes may share a label; all must have the same state.
  const states = labelled
    .filter((one) => one.label === label.toLowerCase())
    .map(({ rest }) => (ticked.test(rest.trim()) ? 'on' : unticked.test(rest.trim()) ? 'off' : ''));
  if (states.some((state) => state !== '' && state !== box)) {
    return [{ code: box === 'on' ? 'field-box-off' : 'field-box-on', label }];
  }
  const isRead = states.length > 0 && states.every((state) => state === box);
  return [{ code: isRead ? 'field-right' : 'field-box-unread', label }];
}

/** How people write that a field is empty. */
const emptyWords = /^(?:|[(<[]?(?:leer|nichts|empty|none|vide|rien|aucune?)[)>\]]?|[-–—])$/i;

/** Reports one of the reader's own values or an ID in a secret field: no other text is certainly not the secret. */
function secretFinding(
  label: string,
  kind: 'secret' | 'password',
  text: string,
  values: Values,
): SettingFinding {
  const same = Object.entries(values).find(([, own = '']) => own.toLowerCase() === text);
  if (same !== undefined && text !== '') {
    return { code: `field-${kind}-holds-other`, label, value: same[0] };
  }
  return {
    code: kind === 'secret' && isGuid(text) ? 'field-secret-is-id' : 'field-secret',
    label,
  };
}

/** Checks a field whose content is not compared: for another of the reader's values, for an ID, or for being empty. */
export function contentFindings(
  { label, content }: ExpectedField,
  labelled: readonly LabelledLine[],
  values: Values,
): readonly SettingFinding[] {
  const line = labelled.find((one) => one.label === label.toLowerCase());
  switch (content) {
    case undefined:
      return [];
    case 'nothing':
      if (!line) return [];
      return [{ code: emptyWords.test(line.rest) ? 'field-right' : 'field-not-empty', label }];
    case 'secret':
    case 'password':
      return [secretFinding(label, content, line?.rest.trim().toLowerCase() ?? '', values)];
  }
}

/**
 * Detects two swapped fields: a secret field contains the value expected in another, and the other contains something
 * that may be secret. One finding replaces the two.
 */
export function withSwapped(
  findings: readonly SettingFinding[],
  values: Values,
): readonly SettingFinding[] {
  const other = findings.find((one) => one.code === 'field-other' && holderOf(one.expected));
  if (other?.code !== 'field-other') return findings;
  const holder = holderOf(other.expected);
  if (!holder) return findings;
  const swapped = { code: 'fields-swapped', label: other.label, other: holder.label } as const;
  return [swapped, ...findings.filter((one) => one !== other && one !== holder)];

  function holderOf(expected: string) {
    return findings
      .filter(
        (one) =>
          one.code === 'field-secret-holds-other' || one.code === 'field-password-holds-other',
      )
      .find(({ value }) => values[value]?.toLowerCase() === expected.toLowerCase());
  }
}
