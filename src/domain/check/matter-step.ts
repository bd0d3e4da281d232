/** Finds the step of a guide that settles the matter of a finding. */

import type { ApplicableGuide, StepDefinition } from '../guide/guide.ts';
import { stepsThatFix } from '../guide/fixing-steps.ts';
import type { Matter } from './setting-findings.ts';

/** Conditions for a step; all that are given must match. */
interface Place {
  /** For matters without an error topic. */
  readonly id?: string;
  readonly topic?: string;
  /** The portal page that it opens. */
  readonly opens?: string;
  /** The step does something else on that page. */
  readonly isBeside?: true;
}

/** Where to look for each matter: by its topic, then by the portal page with the setting. */
const places: Readonly<Record<Matter, readonly Place[]>> = {
  paste: [],
  audience: [{ topic: 'register-app' }],
  'client-id': [{ topic: 'client-id' }],
  redirects: [{ topic: 'redirect-uri' }],
  implicit: [
    { topic: 'implicit-grant' },
    { topic: 'public-client', opens: 'authentication', isBeside: true },
    { opens: 'authentication', isBeside: true },
  ],
  'public-client': [
    { topic: 'public-client', opens: 'authentication' },
    { opens: 'authentication', isBeside: true },
    { topic: 'public-client' },
  ],
  permissions: [{ topic: 'permissions' }],
  consent: [{ topic: 'admin-consent' }],
  secret: [{ topic: 'client-secret' }],
  owner: [{ id: 'owner' }],
  smtp: [{ topic: 'smtp-auth' }],
  access: [{ topic: 'limit-access' }],
  fields: [{ id: 'in-the-product' }],
};

function stepAt(
  steps: readonly StepDefinition[],
  { id, topic, opens }: Place,
): StepDefinition | undefined {
  return (topic === undefined ? steps : stepsThatFix(steps, [topic])).find(
    (step) => (id === undefined || step.id === id) && (opens === undefined || step.opens === opens),
  );
}

/** The step that settles a matter. */
export interface MatterStep {
  readonly step: StepDefinition;
  /** Whether the step does something else, on the same portal page. */
  readonly isBeside: boolean;
}

/** The step of a branch that settles a matter; undefined if there is none. */
export function matterStep({ steps }: ApplicableGuide, matter: Matter): MatterStep | undefined {
  for (const place of places[matter]) {
    const step = stepAt(steps, place);
    if (step) return { step, isBeside: place.isBeside ?? false };
  }
  return undefined;
}
