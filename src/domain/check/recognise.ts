/** Says what a paste is. */

import { isChosen } from '../guide/applicable.ts';
import { permissionList } from '../registration/permission-list.ts';
import type { Expectation, ExpectedForm } from './expectation.ts';
import { isManifest } from './manifest.ts';
import { readJson } from './json-text.ts';
import { readPermissionTable } from './permission-table.ts';
import { readUriList } from './uri-list.ts';

/** What can be compared; `form` is one of the product's own. */
export const pasteKinds = ['manifest', 'redirects', 'permissions', 'powershell', 'form'] as const;

/** What can be compared. */
export type PasteKind = (typeof pasteKinds)[number];

/** What a paste is; for a form, which one. */
export type Recognised =
  | { readonly kind: Exclude<PasteKind, 'form'> }
  | { readonly kind: 'form'; readonly form: ExpectedForm }
  | { readonly kind: 'error' | 'unknown' };

const manifestMember =
  /["“”„](?:signInAudience|requiredResourceAccess|replyUrlsWithType|passwordCredentials|isFallbackPublicClient|oauth2AllowImplicitFlow|implicitGrantSettings)["“”„]/;

const errorText =
  /AADSTS\s?\d{3,9}|\berror_description\b|\berror_codes?\b|\b5\.7\.\d{1,3}\b|\bAUTHENTICATE failed\b|"error"\s{0,4}:|\bErrorAccessDenied\b/i;

/** Commands of this site, properties that they print, and what PowerShell complains about. */
const powerShell: readonly RegExp[] = [
  /SmtpClientAuthenticationDisabled|AllowBasicAuthSmtp|\bPopEnabled\b|\bImapEnabled\b/i,
  /(?:Get|Set)-(?:TransportConfig|(?:EXO)?(?:CAS)?Mailbox|AuthenticationPolicy)\b|\b(?:Test-ServicePrincipalAuthorization|(?:Get|New|Remove)-(?:(?:Mg)?ServicePrincipal|Management(?:Scope|RoleAssignment))|(?:Connect|Disconnect)-ExchangeOnline|Install-Module)\b/i,
  /\bInScope\b|\b(?:GrantedPermissions|AllowedResourceScope|RecipientTypeDetails|RecipientRestrictionFilter|ScopeRestrictionType|RoleAssignee(?:Name|Type)|ServicePrincipalType)[ \t]*(?::|[A-Z-]|$)/m,
  /^[ \t]*ObjectId[ \t]*:|\bObjectId[ \t]+AppId\b|\bAppId[ \t]+ObjectId\b/m,
  /CommandNotFoundException|is not recognized as (?:a|the) name of a cmdlet|nicht als Name eines Cmdlet|ManagementObjectNotFoundException|couldn['’]t be found on ['"‘“]/i,
];

/** Output in a narrow window, which breaks or cuts the long name: above a rule of dashes, or in a list. */
function isNarrowOutput(text: string): boolean {
  const isTable =
    /\bSmtpClient[a-z]{0,21}[ \t]*$/im.test(text) && /^[ \t]*-{4}[- \t]*$/m.test(text);
  return isTable || /^[ \t]*SmtpClient[a-z]{5,21} ?: ?(?:True|False)?[ \t]*$/im.test(text);
}

/** A JSON document that is a manifest though it has none of the telling names, such as `{"web": …}`. */
function isSmallManifest(text: string): boolean {
  if (!/^\s*\{/.test(text)) return false;
  const reading = readJson(text);
  return reading.ok && isManifest(reading.value);
}

/** JSON of a service principal, whose names PowerShell's lists have too. */
function isEnterpriseApp(text: string): boolean {
  return /["“”„](?:servicePrincipalType|servicePrincipalNames|replyUrls)["“”„]\s{0,4}:/.test(text);
}

function isPermissionTable(text: string): boolean {
  return readPermissionTable(text).some(
    ({ name, type, granted }) =>
      type !== undefined ||
      typeof granted === 'boolean' ||
      permissionList.some((known) => known.name === name),
  );
}

/** A label as lines are looked through for it: people write brackets with a blank, a hyphen or nothing before them (IPM-18). */
function labelKey(label: string): string {
  return label.toLowerCase().replace(/[ -]?\(/g, '(');
}

/** How many labels of a form begin a line; „Posteingang: Server“ is „Server“ on screen, below its heading. */
function labelsIn(lines: ReadonlySet<string>, { fields }: ExpectedForm): number {
  const labels = new Set(fields.map(({ label }) => labelKey(label)));
  const short = new Set(
    [...labels].map((label) => label.slice(label.lastIndexOf(': ') + 1).trim()),
  );
  const count = (names: ReadonlySet<string>): number =>
    [...names].filter((name) => lines.has(name)).length;
  return Math.max(count(labels), count(short));
}

/** The first cell of every line, without what stands behind a colon. */
function beginnings(text: string): ReadonlySet<string> {
  return new Set(
    text.split(/[\r\n]+/).flatMap((line) => {
      const start = labelKey(line.slice(0, 300).trim());
      const [cell = ''] = start.split('\t', 1);
      const colon = cell.lastIndexOf(': ');
      const before = [...cell.matchAll(/[:=]/g)].slice(0, 3);
      return [
        cell,
        cell.slice(0, Math.max(colon, 0)).trim(),
        ...before.map(({ index }) => cell.slice(0, index).trim()),
      ];
    }),
  );
}

/** The form, with the fields of others that the text has too: people copy several windows at once. */
export function withOtherForms(
  form: ExpectedForm,
  text: string,
  { forms, guide, values }: Expectation,
): ExpectedForm {
  const lines = beginnings(text);
  const own = new Set(form.fields.map(({ label }) => labelKey(label)));
  const others = forms
    .filter(({ id, when }) => id !== form.id && isChosen(when, guide, values))
    .flatMap(({ fields }) => fields)
    .filter(({ label }) => !own.has(labelKey(label)) && lines.has(labelKey(label)));
  return { ...form, fields: [...form.fields, ...others] };
}

/** The form with most labels in the text. One label is enough where the form has no more that could be shown. */
function formIn(text: string, { forms, guide, values }: Expectation): ExpectedForm | undefined {
  const lines = beginnings(text);
  const [best] = forms
    .filter(({ when }) => isChosen(when, guide, values))
    .map((form) => ({ form, count: labelsIn(lines, form) }))
    .filter(({ form, count }) => count >= Math.min(2, form.fields.length))
    .toSorted((a, b) => b.count - a.count);
  return best?.form;
}

/** Says what a paste is, by what only such a text holds. */
export function recognise(text: string, expected: Expectation): Recognised {
  if (manifestMember.test(text)) return { kind: 'manifest' };
  if (isEnterpriseApp(text)) return { kind: 'manifest' };
  if (powerShell.some((one) => one.test(text))) return { kind: 'powershell' };
  if (errorText.test(text)) return { kind: 'error' };
  if (isNarrowOutput(text)) return { kind: 'powershell' };
  if (isSmallManifest(text)) return { kind: 'manifest' };
  const form = formIn(text, expected);
  if (form) return { kind: 'form', form };
  if (isPermissionTable(text)) return { kind: 'permissions' };
  if (readUriList(text).length > 0) return { kind: 'redirects' };
  return { kind: 'unknown' };
}
