/** Looks up the tenant of a test sign-in before any window opens. */

import type { Finding } from '../../domain/compare/findings.ts';
import { judgeLookUp, lookUpAddress } from '../../domain/sign-in/tenant-look-up.ts';
import { clouds, type Cloud } from '../../domain/registration/token-endpoint.ts';
import type { SignInRequest } from '../../microsoft/sign-in.ts';
import { askTenant } from '../../microsoft/tenant-look-up.ts';
import { cloudOf } from '../../state/cloud.ts';

/** A tenant before the test: its cloud, or Microsoft's `error` if there is no such tenant. */
interface LookedUp {
  readonly error?: string;
  readonly findings: readonly Finding[];
  readonly cloud: Cloud;
}

/** Asks Microsoft about the tenant. */
export async function lookUpTenant({ tenantId, cloud }: SignInRequest): Promise<LookedUp> {
  const question = { subject: tenantId, cloud };
  const { findings, tenant } = judgeLookUp(await askTenant(lookUpAddress(question)), question);
  const [first] = findings;
  if (tenant || !first) return { findings: [], cloud };
  switch (first.code) {
    case 'look-up-none':
      return { error: first.error, findings: [], cloud };
    case 'look-up-garbage':
      return { findings: [{ code: 'test-garbage' }, { code: 'test-unasked' }], cloud };
    case 'look-up-other-cloud': {
      const address = `https://${first.host}`;
      const found = Object.entries(clouds).find(([, { signIn }]) => signIn === address);
      return { findings: [], cloud: found ? cloudOf(found[0]) : cloud };
    }
    default:
      return { findings: [{ code: 'test-unasked' }], cloud };
  }
}
