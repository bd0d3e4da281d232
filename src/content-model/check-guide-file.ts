/** Checks in `guide.yml` what its schema cannot say: that samples, permissions and addresses hold. */

import { applicable } from '../domain/guide/applicable.ts';
import type { Values } from '../domain/guide/guide.ts';
import { findPermission } from '../domain/registration/permissions.ts';
import { readValue } from '../domain/values/read-value.ts';
import {
  checkRedirectUri,
  checkRedirectUris,
  redirectUris,
} from '../domain/registration/redirect-uris.ts';
import { fillTemplate, parseTemplate } from '../domain/values/template.ts';
import { reservedStepIds } from '../i18n/addresses.ts';
import { addAt, type CheckedGuide } from './checked-guide.ts';
import { guideMistakes, guideOf } from './guide.ts';
import { foundAt } from './mistake.ts';

/** The day that samples are read on; samples are made up, so any day will do as long as it is one. */
const sampleDay = '2026-11-20';

function checkSamples(checked: CheckedGuide): void {
  checked.guide.values.forEach((definition, index) => {
    const reading = readValue(definition, definition.sample, { today: sampleDay });
    if (reading.ok) return;
    const codes = reading.problems.map((problem) => problem.code).join(', ');
    const path = ['values', index, 'sample'];
    addAt(checked, path, `“${definition.sample}” (${codes})`, 'an acceptable value');
  });
}

function checkPermissions(checked: CheckedGuide): void {
  checked.guide.registration.permissions.forEach(({ api, name, type }, index) => {
    if (findPermission(api, name, type)) return;
    const path = ['registration', 'permissions', index, 'name'];
    const expected = 'a permission of src/domain/registration/permission-list.ts';
    addAt(checked, path, `${type} “${name}” of ${api}`, expected);
  });
}

function checkStepEntries(checked: CheckedGuide): void {
  const { portalPages } = checked.registries;
  checked.guide.steps.forEach(({ id, opens }, index) => {
    if (opens !== undefined && !portalPages.has(opens)) {
      const expected = `one of: ${[...portalPages].join(', ')}`;
      addAt(checked, ['steps', index, 'opens'], `“${opens}”`, expected);
    }
    if ((reservedStepIds as readonly string[]).includes(id)) {
      const expected = `an id other than: ${reservedStepIds.join(', ')}`;
      addAt(checked, ['steps', index, 'id'], `“${id}”`, expected);
    }
  });
}

/** Each pattern by itself; `guideMistakes` tells of places that no sample fills. */
function checkSamplePatterns(checked: CheckedGuide, samples: Values): void {
  const { redirects, audience } = checked.guide.registration;
  redirects.forEach(({ pattern, platform }, index) => {
    const filled = fillTemplate(parseTemplate(pattern), samples);
    const problems = filled.ok ? checkRedirectUri(filled.text, audience, platform) : [];
    for (const { code } of problems) {
      const path = ['registration', 'redirects', index, 'pattern'];
      addAt(checked, path, `“${pattern}” (${code})`, 'a redirect URI that Microsoft accepts');
    }
  });
}

function checkSampleUris(checked: CheckedGuide): void {
  const { id, guide } = checked;
  const samples: Values = Object.fromEntries(
    guide.values.map(({ id: key, sample }) => [key, sample]),
  );
  checkSamplePatterns(checked, samples);
  const uris = redirectUris(applicable(guideOf(id, guide), samples), samples).flatMap(
    ({ uri }) => uri ?? [],
  );
  for (const { code } of checkRedirectUris(uris, guide.registration.audience)) {
    const path = ['registration', 'redirects'];
    addAt(checked, path, code, 'redirect URIs that Microsoft accepts');
  }
}

/** Every mistake in a `guide.yml` that fits the schema. */
export function checkGuideFile(checked: CheckedGuide): void {
  const { guide, located } = checked;
  for (const { path, expected } of guideMistakes(guide)) {
    addAt(checked, path, foundAt(located, path), expected);
  }
  checkSamples(checked);
  checkPermissions(checked);
  checkStepEntries(checked);
  checkSampleUris(checked);
}
