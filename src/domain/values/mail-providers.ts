/** Domains of consumer mail providers: no organisation can own them in Microsoft 365. */

/** Domain endings, separated by blanks, by the name before the dot. */
type Endings = Readonly<Record<string, string>>;

/**
 * Microsoft's own domains for private Microsoft accounts (which lead to AADSTS50020). Only the owner of a domain can
 * verify it for an organisation. Microsoft publishes no list: these come from public lists of consumer domains.
 * @see https://learn.microsoft.com/entra/fundamentals/add-custom-domain checked 2026-11-28
 */
const microsoftDomains: Endings = {
  outlook:
    'at be cl co.id co.il co.th com com.ar com.au com.br com.gr com.pe com.tr com.vn cz de dk es fr hu ie in it jp kr lv my ph pt sa sg sk',
  hotmail:
    'at be ca ch cl co.il co.jp co.kr co.nz co.th co.uk co.za com com.ar com.au com.br com.hk com.tr com.tw com.vn cz de dk es fi fr gr hu it lt lu lv my nl no ph rs se sg sk',
  live: 'at be ca ch cl cn co.kr co.uk co.za com com.ar com.au com.mx com.my com.ph com.pk com.pt com.sg de dk fi fr hk ie in it jp nl no ph ru se',
  msn: 'com',
  passport: 'com',
  windowslive: 'com',
};

/** Providers that small German companies use instead of a domain of their own; the list cannot be complete. */
const otherDomains: Endings = {
  gmail: 'com',
  googlemail: 'com',
  gmx: 'at biz ch com de eu info li net org',
  web: 'de',
  't-online': 'de',
  magenta: 'de',
  freenet: 'de',
  arcor: 'de',
  yahoo:
    'at be ca ch co.in co.jp co.uk com com.ar com.au com.br com.mx com.tr de dk es fi fr gr ie in it nl no pl se',
  ymail: 'com',
  rocketmail: 'com',
  aol: 'at ch co.uk com de es fr it nl',
  icloud: 'com',
  me: 'com',
  mac: 'com',
  mail: 'de',
  posteo: 'de net',
  mailbox: 'org',
  proton: 'me',
  protonmail: 'ch com',
};

const domains: ReadonlySet<string> = new Set(
  [microsoftDomains, otherDomains].flatMap((table) =>
    Object.entries(table).flatMap(([name, endings]) =>
      endings.split(' ').map((ending) => `${name}.${ending}`),
    ),
  ),
);

/** Whether a domain, in lower case, belongs to a consumer mail provider. */
export function isProviderDomain(domain: string): boolean {
  return domains.has(domain);
}

/**
 * Whether the name before the `@` is a guest's: `anna_example.com#EXT#` for somebody with an account elsewhere.
 * @see https://learn.microsoft.com/entra/external-id/user-properties checked 2026-11-28
 */
export function isGuestName(local: string): boolean {
  return /#EXT#$/i.test(local);
}
