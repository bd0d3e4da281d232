/** The fields of a form that hold no text to compare: boxes, secrets, passwords, and what stays empty. */

import { isGuid } from '../text/guid-pattern.ts';
import type { Values } from '../guide/guide.ts';
import type { ExpectedField } from './expectation.ts';
import type { LabelledLine } from './field-sections.ts';
import type { SettingFinding } from './setting-findings.ts';

/** What says that a box is ticked, or is not: as it is drawn, and as people and programs write it. */
const ticked =
  /^(?:\[x\]|[☑☒■✓✔x1]|ja|yes|an|ein|on|wahr|true|aktiv|aktiviert|(?:an|ein)geschaltet|(?:an)?gehakt|angekreuzt|gesetzt|checked|enabled)$/iu;
const unticked =
  /^(?:\[ ?\]|[☐□✗✘0-]|nein|no|aus|off|falsch|false|inaktiv|deaktiviert|ausgeschaltet|leer|nicht \w{2,12}|unchecked|disabled)$/iu;

/** A box: whether it is as it must be. A copy of a window says nothing of its boxes. */
export function boxFindings(
  { label, box }: ExpectedField,
  labelled: readonly LabelledLine[],
): readonly SettingFinding[] {
  if (box === undefined) return [];
  // One label may stand at several boxes that must all be alike.
  const states = labelled
    .filter((one) => one.label === label.toLowerCase())
    .map(({ rest }) => (ticked.test(rest.trim()) ? 'on' : unticked.test(rest.trim()) ? 'off' : ''));
  if (states.some((state) => state !== '' && state !== box)) {
    return [{ code: box === 'on' ? 'field-box-off' : 'field-box-on', label }];
  }
  const isRead = states.length > 0 && states.every((state) => state === box);
  return [{ code: isRead ? 'field-right' : 'field-box-unread', label }];
}

/** How people write that nothing stands there. */
const emptyWords = /^(?:|[(<[]?(?:leer|nichts|empty|none)[)>\]]?|[-–—])$/i;

/** Only one of the reader's own values, or what has the form of an ID, is known not to be secret. */
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

/** Fields whose content is not compared: only whether it is another value of the reader's, an ID, or something where nothing belongs. */
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
 * Says that two fields are swapped where a secret one holds what must stand in another, and that other something that may
 * be secret; the two findings that this makes are said by the one.
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
