/** Checks `guide.yml` beyond its schema: the agreement of its parts, samples, permissions and addresses. */

import { applicable } from '../domain/guide/applicable.ts';
import type { MayDepend, ValueDefinition, Values } from '../domain/guide/guide.ts';
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
import { guideOf, type GuideFile } from './guide.ts';
import { foundAt, type Path } from './mistake.ts';

/** The date used to read samples; they are made up, so any fixed date will do. */
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

/** Checks each pattern by itself; `checkNames` reports slots that no sample fills. */
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

/** Reports a mistake at a path unless `isRight`. */
type Expect = (isRight: boolean, path: Path, expected: string) => void;

function checkIds(guide: GuideFile, expect: Expect): void {
  for (const name of ['values', 'steps'] as const) {
    const ids = guide[name].map(({ id }) => id);
    ids.forEach((id, index) => {
      expect(ids.indexOf(id) === index, [name, index, 'id'], 'an id that no other entry has');
    });
  }
}

/** Checks that everything named by redirect URIs, the owner and form fields exists. */
function checkNames(guide: GuideFile, expect: Expect): void {
  const ids = guide.values.map(({ id }) => id);
  const expectValue = (id: string | undefined, ...path: Path) => {
    expect(id === undefined || ids.includes(id), path, `a value of this guide (${ids.join(', ')})`);
  };
  guide.registration.redirects.forEach(({ pattern }, index) => {
    for (const [, slot] of pattern.matchAll(/\{([^{}]*)\}/g)) {
      expectValue(slot, 'registration', 'redirects', index, 'pattern');
    }
  });
  expectValue(guide.registration.owner, 'registration', 'owner');
  guide.forms.forEach(({ fields }, form) => {
    fields.forEach(({ source }, index) => {
      const path = ['forms', form, 'fields', index, 'source'] as const;
      if ('value' in source) {
        expectValue(source.value, ...path, 'value');
        expectValue(source.or, ...path, 'or');
      }
      if ('server' in source) {
        const isThere = guide.mailServers.some(({ protocol }) => protocol === source.server);
        expect(isThere, [...path, 'server'], 'a server of mailServers');
      }
    });
  });
}

/** All parts that may apply to one branch only, with their paths. */
function conditions(guide: GuideFile): readonly (readonly [Path, MayDepend])[] {
  const { redirects, publicClientFlows, credentials, permissions } = guide.registration;
  const lists: readonly (readonly [Path, readonly MayDepend[]])[] = [
    ...Object.entries({ redirects, publicClientFlows, credentials, permissions }).map(
      ([name, items]) => [['registration', name], items] as const,
    ),
    [['token'], guide.token],
    [['mailServers'], guide.mailServers],
    [['forms'], guide.forms],
    [['steps'], guide.steps],
    ...guide.forms.map(({ fields }, form) => [['forms', form, 'fields'], fields] as const),
  ];
  return lists.flatMap(([path, items]) =>
    items.map((item, index) => [[...path, index, 'when'], item] as const),
  );
}

function choiceMistake(values: readonly ValueDefinition[], item: MayDepend): string | undefined {
  for (const [key, option] of Object.entries(item.when ?? {})) {
    const choice = values.find((definition) => definition.id === key);
    if (choice?.kind !== 'choice') return `a choice of this guide in place of “${key}”`;
    if (!choice.options.includes(option)) return `one of: ${choice.options.join(', ')}`;
  }
  return undefined;
}

/** Checks that the parts of a guide agree: ids, references to them, and branches. */
export function checkAgreement(guide: GuideFile, expect: Expect): void {
  checkIds(guide, expect);
  checkNames(guide, expect);
  for (const [path, item] of conditions(guide)) {
    const mistake = choiceMistake(guide.values, item);
    expect(mistake === undefined, path, mistake ?? '');
  }
}

/** Reports mistakes in a `guide.yml` that fits the schema. */
export function checkGuideFile(checked: CheckedGuide): void {
  const { guide, located } = checked;
  checkAgreement(guide, (isRight, path, expected) => {
    if (!isRight) addAt(checked, path, foundAt(located, path), expected);
  });
  checkSamples(checked);
  checkPermissions(checked);
  checkStepEntries(checked);
  checkSampleUris(checked);
}
