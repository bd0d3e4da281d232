/** At which step of a guide what a comparison is about is settled. */

import type { ApplicableGuide, StepDefinition } from '../guide/guide.ts';
import { stepsThatFix } from '../guide/fixing-steps.ts';
import type { Matter } from './setting-findings.ts';

/** All that is given must hold of a step. */
interface Place {
  /** For what is no topic of any error. */
  readonly id?: string;
  readonly topic?: string;
  /** The portal page that it opens. */
  readonly opens?: string;
  /** The step does something else on that page. */
  readonly isBeside?: true;
}

/** The topic of each matter, then the page of the portal where the setting stands. */
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

/** The step where a matter is settled. */
export interface MatterStep {
  readonly step: StepDefinition;
  /** It does something else, on the page of the portal where this is settled too. */
  readonly isBeside: boolean;
}

/** The step of a branch where a matter is settled; undefined where it has none. */
export function matterStep({ steps }: ApplicableGuide, matter: Matter): MatterStep | undefined {
  for (const place of places[matter]) {
    const step = stepAt(steps, place);
    if (step) return { step, isBeside: place.isBeside ?? false };
  }
  return undefined;
}
