/** Which step of a guide mends what a comparison has found. */

import { applicable } from '../applicable.ts';
import type { Guide, StepDefinition, Values } from '../guide.ts';
import type { Matter } from './setting-findings.ts';

/** All that is given must hold of a step. */
interface Place {
  readonly id?: string;
  /** A topic that it mends. */
  readonly topic?: string;
  /** The portal page that it opens. */
  readonly opens?: string;
  /** The step does something else on that page. */
  readonly isBeside?: true;
}

/** Ids that DESIGN pins come first, then topics, then the page of the portal where the setting stands. */
const places: Readonly<Record<Matter, readonly Place[]>> = {
  paste: [],
  audience: [{ topic: 'register-app' }],
  'client-id': [{ topic: 'client-id' }],
  redirects: [{ id: 'redirect-uris' }, { topic: 'redirect-uri' }],
  implicit: [
    { id: 'token-settings' },
    { topic: 'implicit-grant' },
    { topic: 'public-client', opens: 'authentication', isBeside: true },
    { opens: 'authentication', isBeside: true },
  ],
  'public-client': [
    { topic: 'public-client', opens: 'authentication' },
    { opens: 'authentication', isBeside: true },
    { topic: 'public-client' },
  ],
  permissions: [{ id: 'permissions' }, { topic: 'permissions' }],
  consent: [{ topic: 'admin-consent' }, { id: 'permissions' }],
  secret: [{ id: 'client-secret' }, { topic: 'client-secret' }],
  owner: [{ id: 'owner' }],
  smtp: [{ id: 'smtp-auth' }, { topic: 'smtp-auth' }],
  access: [{ id: 'limit-access' }, { topic: 'limit-access' }],
  fields: [{ id: 'in-the-product' }],
};

function isAt(step: StepDefinition, { id, topic, opens }: Place): boolean {
  return (
    (id === undefined || step.id === id) &&
    (topic === undefined || step.mends.includes(topic)) &&
    (opens === undefined || step.opens === opens)
  );
}

/** The step where a matter is settled. */
export interface MendingStep {
  readonly id: string;
  /** It does something else, on the page of the portal where this is settled too. */
  readonly isBeside: boolean;
}

/** The step of the chosen branch where a matter is settled; undefined where the guide has none. */
export function mendingStep(guide: Guide, values: Values, matter: Matter): MendingStep | undefined {
  const { steps } = applicable(guide, values);
  for (const place of places[matter]) {
    const found = steps.find((step) => isAt(step, place));
    if (found) return { id: found.id, isBeside: place.isBeside ?? false };
  }
  return undefined;
}
