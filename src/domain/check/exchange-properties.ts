/** The properties that Exchange's PowerShell prints, as far as the comparison knows them; names in lower case. */

/** Whether a mailbox, or the organisation, forbids sending by SMTP. */
export const smtpSwitch = 'smtpclientauthenticationdisabled';

/**
 * What was printed: by the organisation, a mailbox, a policy; of an app in Exchange its reference (`principal`), a scope, an
 * assignment of a role, the test of its access; or nobody says.
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

/** Properties that only one kind of object has. */
export const tellingProperties: readonly (readonly [name: string, OutputOrigin])[] = [
  ['allowbasicauthsmtp', 'policy'],
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

/** The properties by which an object goes, the telling ones first. */
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

/** Whether the comparison has a use for a property, by its name in lower case. */
export function isKnownProperty(name: string): boolean {
  return known.has(name);
}

/** Long enough that nothing else begins so. */
const shortestPart = 'smtpclient'.length;

/** A name in lower case. A narrow console cuts off the end of the long one, which is put back. */
export function propertyName(printed: string): string {
  const name = printed.trim().toLowerCase();
  return name.length >= shortestPart && smtpSwitch.startsWith(name) ? smtpSwitch : name;
}

/** Whether `…` or `...` stands for what did not fit into a column. */
export function isCut(value: string): boolean {
  return /^…|…$|\.{3}$/.test(value);
}

/** A switch as PowerShell and Excel print it; null where it is not set; undefined for anything else. */
export function switchValue(text: string): boolean | null | undefined {
  const word = text.trim().replace(/^\$/, '').toLowerCase();
  if (['true', 'wahr', 'ja', 'yes'].includes(word)) return true;
  if (['false', 'falsch', 'nein', 'no'].includes(word)) return false;
  return ['', 'null', '{}'].includes(word) ? null : undefined;
}
