/** The fields of a form that hold no text to compare: boxes, secrets, passwords, and what stays empty. */

import { isGuid } from '../guid.ts';
import type { Values } from '../guide.ts';
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

function secretFinding(label: string, content: string, values: Values): SettingFinding {
  if (!isGuid(content)) return { code: 'field-secret', label };
  const [value] = Object.entries(values).find(([, own]) => own === content) ?? [];
  return value === undefined
    ? { code: 'field-secret-is-id', label }
    : { code: 'field-secret-holds-other', label, value };
}

/** Fields whose content is not compared: only whether it is an ID in the place of a secret, or something where nothing belongs. */
export function heldFindings(
  { label, holds: held }: ExpectedField,
  labelled: readonly LabelledLine[],
  values: Values,
): readonly SettingFinding[] {
  const line = labelled.find((one) => one.label === label.toLowerCase());
  switch (held) {
    case undefined:
      return [];
    case 'nothing':
      if (!line) return [];
      return [{ code: emptyWords.test(line.rest) ? 'field-right' : 'field-not-empty', label }];
    case 'secret':
      return [secretFinding(label, line?.rest.toLowerCase() ?? '', values)];
    case 'password':
      return [{ code: 'field-secret', label }];
  }
}
