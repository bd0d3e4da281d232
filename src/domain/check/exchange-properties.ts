/** The properties printed by Exchange's PowerShell that the comparison uses; names in lower case. */

/** The property that forbids sending by SMTP, for a mailbox or the organisation. */
export const smtpSwitch = 'smtpclientauthenticationdisabled';

/**
 * The kind of object printed: the organisation, a mailbox, a policy; an app's reference in Exchange (`principal`), its
 * scope, a role assignment, the test of its access; or unknown (`unsaid`).
 */
export type OutputOrigin =
  | 'organisation'
  | 'mailbox'
  | 'policy'
  | 'principal'
  | 'scope'
  | 'assignment'
  | 'access'
  | 'unsaid';

/** Properties that identify a kind of object, because no other kind has them. */
export const tellingProperties: readonly (readonly [name: string, OutputOrigin])[] = [
  ['allowbasicauthsmtp', 'policy'],
  ['allowbasicauthpop', 'policy'],
  ['allowbasicauthimap', 'policy'],
  ['popenabled', 'mailbox'],
  ['imapenabled', 'mailbox'],
  ['owaenabled', 'mailbox'],
  ['ewsenabled', 'mailbox'],
  ['primarysmtpaddress', 'mailbox'],
  ['emailaddresses', 'mailbox'],
  ['externaldsndefaultlanguage', 'organisation'],
  ['maxrecipientenvelopelimit', 'organisation'],
  ['maxsendsize', 'organisation'],
  ['allowlegacytlsclients', 'organisation'],
  ['recipienttypedetails', 'mailbox'],
  ['inscope', 'access'],
  ['grantedpermissions', 'access'],
  ['allowedresourcescope', 'access'],
  ['recipientrestrictionfilter', 'scope'],
  ['scoperestrictiontype', 'scope'],
  ['roleassigneetype', 'assignment'],
  ['roleassigneename', 'assignment'],
  ['serviceprincipaltype', 'principal'],
  ['appid', 'principal'],
];

/** Properties whose value is one mail address. */
export const addressProperties: readonly string[] = [
  'primarysmtpaddress',
  'userprincipalname',
  'windowsemailaddress',
];

/** Properties that name an object, the most distinctive first. */
export const nameProperties: readonly string[] = [
  'primarysmtpaddress',
  'identity',
  'name',
  'displayname',
  'userprincipalname',
  'windowsemailaddress',
  'alias',
];

const known: ReadonlySet<string> = new Set([
  smtpSwitch,
  ...nameProperties,
  ...tellingProperties.map(([name]) => name),
]);

/** Whether the comparison uses a property, by its name in lower case. */
export function isKnownProperty(name: string): boolean {
  return known.has(name);
}

/** The shortest prefix of the switch's name that no other property has. */
const shortestPart = 'smtpclient'.length;

/** A property's name in lower case. Restores the end of the switch's long name, which a narrow console cuts off. */
export function propertyName(printed: string): string {
  const name = printed.trim().toLowerCase();
  return name.length >= shortestPart && smtpSwitch.startsWith(name) ? smtpSwitch : name;
}

/** Whether `…` or `...` marks a value that did not fit into its column. */
export function isCut(value: string): boolean {
  return /^…|…$|\.{3}$/.test(value);
}

/** A switch as printed by PowerShell or Excel; null if not set; undefined for any other text. */
export function switchValue(text: string): boolean | null | undefined {
  const word = text.trim().replace(/^\$/, '').toLowerCase();
  if (['true', 'wahr', 'vrai', 'ja', 'yes', 'oui'].includes(word)) return true;
  if (['false', 'falsch', 'faux', 'nein', 'no', 'non'].includes(word)) return false;
  return ['', 'null', '{}'].includes(word) ? null : undefined;
}
