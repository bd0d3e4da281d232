/** Small made-up guides to try the rules on. */

import { readdirSync, readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { applicable } from '../../src/domain/guide/applicable.ts';
import type {
  ApplicableGuide,
  Guide,
  Registration,
  StepDefinition,
  ValueDefinition,
  Values,
} from '../../src/domain/guide/guide.ts';

const folder = new URL('../fixtures/guides/', import.meta.url);

/** The names of all fixtures. */
export const guideNames: readonly string[] = readdirSync(folder)
  .filter((file) => file.endsWith('.yml'))
  .map((file) => file.replace('.yml', ''));

/** What a file says; the keys with a default may be absent. */
type GuideFile = Partial<Omit<Guide, 'registration' | 'values' | 'steps'>> & {
  readonly product: string;
  readonly registration: Partial<Registration>;
  readonly values: readonly Partial<ValueDefinition>[];
  readonly steps: readonly Partial<StepDefinition>[];
};

/** The guide of `tests/fixtures/guides/<name>.yml`, with the defaults that the schema of guides fills in. */
export function guideFixture(name: string): Guide {
  const file = parse(readFileSync(new URL(`${name}.yml`, folder), 'utf8')) as GuideFile;
  return {
    token: [],
    mailServers: [],
    forms: [],
    ...file,
    id: name,
    registration: registrationOf(file.registration),
    values: file.values.map(valueOf),
    steps: file.steps.map(stepOf),
  } as Guide;
}

/** The branch of a fixture's guide that applies; that of the first options where nothing is chosen. */
export function branchFixture(name: string, choices: Values = {}): ApplicableGuide {
  return applicable(guideFixture(name), choices);
}

function registrationOf(registration: Partial<Registration>): Registration {
  return {
    redirects: [],
    credentials: [],
    permissions: [],
    implicitGrant: { accessTokens: false, idTokens: false },
    ...registration,
  } as Registration;
}

function valueOf(value: Partial<ValueDefinition>): ValueDefinition {
  const defaults = value.kind === 'sub-domain' ? { placeholders: [] } : {};
  return { optional: false, ...defaults, ...value } as ValueDefinition;
}

function stepOf(step: Partial<StepDefinition>): StepDefinition {
  const group = step.window === 'product' ? 'program' : 'microsoft';
  return { standing: 'required', group, facts: [], mends: [], ...step } as StepDefinition;
}
