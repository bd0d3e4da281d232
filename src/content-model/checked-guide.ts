/** One guide with the data for its checks, read once. */

import { applicable } from '../domain/guide/applicable.ts';
import type { Guide } from '../domain/guide/guide.ts';
import { hasMatter } from '../domain/registration/portal-picture.ts';
import { scripts } from '../domain/scripts/scripts.ts';
import type { References } from './check-prose.ts';
import type { Registries } from './check-registries.ts';
import { sharedIds, sourceStepFile, type ContentFiles } from './content-files.ts';
import { guideOf, guideSchema, type GuideFile } from './guide.ts';
import type { Located, Path } from './mistake.ts';
import { dotsOf } from './pictures.ts';
import type { Report } from './report.ts';

/** A guide being checked. */
export interface CheckedGuide {
  readonly id: string;
  /** Its `guide.yml`: path, data, and lines. */
  readonly file: string;
  readonly guide: GuideFile;
  readonly located: Located;
  /** What its prose may refer to. */
  readonly references: References;
  readonly registries: Registries;
  readonly files: ContentFiles;
  readonly report: Report;
}

/** Components without content in a guide, so that its pages cannot show them. */
function emptyComponents(guide: Guide): ReadonlyMap<string, string> {
  const { token, mailServers, registration, smtpAuth } = guide;
  const hasMailApps = mailServers.length > 0 || smtpAuth === 'needed';
  const parts: readonly (readonly [part: string, has: boolean, components: readonly string[]])[] = [
    ['token', token.length > 0, ['TokenEndpoint', 'EndpointCheck', 'Scope', 'ScopeCheck']],
    ['mailServers', mailServers.length > 0, ['MailServers', 'ServerCheck']],
    ['mailServers', hasMailApps, ['MailApps']],
    ['registration.redirects', registration.redirects.length > 0, ['RedirectUris']],
    ['registration.permissions', registration.permissions.length > 0, ['Permissions']],
  ];
  return new Map(
    parts.flatMap(([part, has, components]) =>
      has ? [] : components.map((component) => [component, part] as const),
    ),
  );
}

/** The scripts that have lines for the first branch, the one that built pages show. */
function usableScripts(guide: Guide): ReadonlySet<string> {
  const firstBranch = applicable(guide, {});
  const usable = Object.entries(scripts).filter(([, lines]) => lines(firstBranch).length > 0);
  return new Set(usable.map(([script]) => script));
}

function referencesOf(
  id: string,
  guideFile: GuideFile,
  files: ContentFiles,
  { labels, facts, terms, pictures }: Registries,
): References {
  const guide = guideOf(id, guideFile);
  const drawable = pictures && [...pictures].filter(([, { rows }]) => hasMatter(guide, rows));
  const choices = guide.values.filter((definition) => definition.kind === 'choice');
  return {
    labels,
    facts,
    terms,
    values: new Set(guide.values.map((definition) => definition.id)),
    steps: new Set(guide.steps.map((step) => step.id)),
    scripts: usableScripts(guide),
    forms: new Set(guide.forms.map((form) => form.id)),
    pictures: drawable && new Set(drawable.map(([picture]) => picture)),
    dots: drawable && new Set(drawable.flatMap(([picture, drawn]) => dotsOf(picture, drawn))),
    shared: sharedIds(files),
    options: new Map(choices.map((choice) => [choice.id, new Set(choice.options)])),
    redirects: guide.registration.redirects.length,
    protocols: new Set(guide.mailServers.map(({ protocol }) => protocol)),
    empty: emptyComponents(guide),
  };
}

/** Reads a guide's `guide.yml`; if it does not fit the schema, reports that and returns undefined. */
export function readGuide(
  id: string,
  files: ContentFiles,
  registries: Registries,
  report: Report,
): CheckedGuide | undefined {
  const file = `guides/${id}/guide.yml`;
  const read = report.read(file, files.get(file) ?? '', guideSchema);
  if (!read) return undefined;
  const { data: guide, located } = read;
  const references = referencesOf(id, guide, files, registries);
  return { id, file, guide, located, references, registries, files, report };
}

/** Reports a mistake at a path within `guide.yml`. */
export function addAt(checked: CheckedGuide, path: Path, found: string, expected: string): void {
  const { file, located, report } = checked;
  report.add(file, located.lineOf(path), found, expected);
}

/** A step's German text; empty if missing. */
export function sourceStepText({ id, files }: CheckedGuide, step: string): string {
  return files.get(sourceStepFile(id, step)) ?? '';
}
