/** Whether values belong to the same customer: told by the tenant, the domain of the mail addresses, and the customer's own host. */

import type { ValueRule, Values } from '../guide/guide.ts';
import { isGuid } from '../text/guid-pattern.ts';

/** The ids of the values that are a customer's own host. */
export function hostsIn(rules: readonly ValueRule[]): readonly string[] {
  return rules.flatMap((rule) =>
    rule.kind === 'host' || (rule.kind === 'sub-domain' && rule.shared !== true) ? rule.id : [],
  );
}

/** What tells customers apart, by what it is: a tenant ID, domains, names of hosts. An empty one tells nothing. */
export type Identity = ReadonlyMap<string, ReadonlySet<string>>;

/**
 * How values relate to those of a customer: `same` if nothing differs, `corrected` if something agrees and something differs,
 * `other` if tenant or domain differs and nothing agrees, `unknown` if nothing can be compared or only hosts differ, one of
 * which may be a typing error.
 */
export type Kinship = 'same' | 'corrected' | 'other' | 'unknown';

/** What a value says about the customer; undefined if nothing, such as the app's ID or a server that customers share. */
function tellingOf(
  id: string,
  text: string,
  hosts: readonly string[],
): readonly [string, readonly string[]] | undefined {
  const domains = [...text.matchAll(/@([^\s,;]+)/g)].map(([, domain = '']) => domain);
  if (domains.length > 0) return ['domain', domains];
  if (id === 'tenantId') return [isGuid(text) ? 'tenant' : 'domain', [text]];
  return hosts.includes(id) ? [id, [text]] : undefined;
}

/** What values tell about their customer, given the ids of the values that are hosts of the customer alone. */
export function identityOf(values: Values, hosts: readonly string[]): Identity {
  const identity = new Map<string, ReadonlySet<string>>();
  for (const [id, text = ''] of Object.entries(values)) {
    const [kind, telling] = tellingOf(id, text.toLowerCase(), hosts) ?? [];
    if (kind !== undefined)
      identity.set(kind, new Set([...(identity.get(kind) ?? []), ...(telling ?? [])]));
  }
  return identity;
}

/** All that several sets of values tell together. */
export function joined(identities: readonly Identity[]): Identity {
  const kinds = new Set(identities.flatMap((one) => [...one.keys()]));
  const all = [...kinds].map((kind) => {
    const telling = identities.flatMap((one) => [...(one.get(kind) ?? [])]);
    return [kind, new Set(telling)] as const;
  });
  return new Map(all);
}

/** How two identities relate. One domain in common is enough: companies have several. */
export function kinshipOf(one: Identity, other: Identity): Kinship {
  if (one.size === 0 || other.size === 0) return 'same';
  const shared = [...one.keys()].filter((kind) => other.has(kind));
  const agreeing = shared.filter((kind) =>
    [...(one.get(kind) ?? [])].some((telling) => other.get(kind)?.has(telling)),
  );
  if (agreeing.length > 0) return agreeing.length < shared.length ? 'corrected' : 'same';
  return shared.includes('tenant') || shared.includes('domain') ? 'other' : 'unknown';
}
