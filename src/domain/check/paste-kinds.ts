/** The kinds of paste: each recognises by reading, and then compares. A paste may hold several. */

import { redirectUris } from '../registration/redirect-uris.ts';
import { permissionList } from '../registration/permission-list.ts';
import { readPaste, type Paste } from './paste.ts';
import { principalFindings } from './access-check.ts';
import type { Expectation, ExpectedForm } from './expectation.ts';
import { checkFields } from './field-check.ts';
import { formIn, withOtherForms } from './form-in-text.ts';
import { readJson, type Json, type JsonReading } from './json-text.ts';
import { checkManifest } from './manifest-check.ts';
import { isManifest, isServicePrincipal, manifestIn, readManifest } from './manifest.ts';
import { checkPermissions } from './permission-check.ts';
import { readPermissionTable } from './permission-table.ts';
import { checkPowerShell } from './powershell-check.ts';
import { readPowerShellOutput, type PowerShellOutput } from './powershell-output.ts';
import { checkRedirects } from './redirect-check.ts';
import type { SeenPermission } from './registration.ts';
import type { SettingFinding } from './setting-findings.ts';
import { readUriList, type ListedRedirect } from './uri-list.ts';

type Findings = readonly SettingFinding[];

/** What the reader says that it is, at least one trace of which is read; or what is looked for first; or in the rest. */
export type Search = 'chosen' | 'first' | 'rest';

/** What was read, and what of the paste it leaves for other kinds; undefined where nothing. */
interface Reading<Seen> {
  readonly seen: Seen;
  readonly rest?: Paste | undefined;
}

interface Kind<Seen> {
  readonly read: (paste: Paste, expected: Expectation, search: Search) => Reading<Seen> | undefined;
  readonly compare: (seen: Seen, expected: Expectation) => Findings;
}

/** What a kind says of a paste. */
export interface Answer {
  readonly findings: Findings;
  readonly rest: Paste | undefined;
}

type Reader = (paste: Paste, expected: Expectation, search: Search) => Answer | undefined;

function kind<Seen>({ read, compare }: Kind<Seen>): Reader {
  return (paste, expected, search) => {
    const reading = read(paste, expected, search);
    return reading && { findings: compare(reading.seen, expected), rest: reading.rest };
  };
}

const manifestMember =
  /["“”„](?:signInAudience|requiredResourceAccess|replyUrlsWithType|passwordCredentials|isFallbackPublicClient|oauth2AllowImplicitFlow|implicitGrantSettings)["“”„]|["“”„](?:servicePrincipalType|servicePrincipalNames|replyUrls)["“”„]\s{0,4}:/;

interface SeenJson {
  readonly reading: JsonReading;
  readonly isCut: boolean;
}

/** What was cut off by our own limit is not the reader's mistake. */
function jsonFindings({ reading, isCut }: SeenJson): Findings {
  if (reading.ok) return reading.repairs.map(({ code, line }) => ({ code, line: String(line) }));
  const { fault } = reading;
  const line = String(fault.line);
  if (fault.code === 'json-fault') return [{ ...fault, line }];
  return isCut && fault.code === 'json-cut-off' ? [] : [{ code: fault.code, line }];
}

function manifestFindings(value: Json, expected: Expectation): Findings {
  const manifest = manifestIn(value, expected.values['clientId']);
  if (manifest === undefined) return [{ code: 'paste-empty-kind' }];
  const seen = readManifest(manifest);
  return isServicePrincipal(manifest)
    ? [{ code: 'manifest-is-enterprise-app' }, ...principalFindings(seen, expected)]
    : checkManifest(seen, expected);
}

const manifest = kind<SeenJson>({
  read: (paste, _, search) => {
    const { text, isCut } = paste;
    const isTold = search === 'chosen' || manifestMember.test(text);
    // A manifest may have none of the telling names, such as `{"web": …}`.
    if (!(isTold ? /[{[]/ : /^\s*\{/).test(text)) return undefined;
    const reading = readJson(text);
    if (!isTold && !(reading.ok && isManifest(reading.value))) return undefined;
    const [from, to] = reading.ok ? reading.span : [0, text.length];
    const rest = `${text.slice(0, from)}\n${text.slice(to)}`;
    return { seen: { reading, isCut }, rest: readPaste(rest) };
  },
  compare: (seen, expected) => [
    ...jsonFindings(seen),
    ...(seen.reading.ok ? manifestFindings(seen.reading.value, expected) : []),
  ],
});

const errorText =
  /AADSTS\s?\d{3,9}|\berror_description\b|\berror_codes?\b|\b5\.7\.\d{1,3}\b|\bAUTHENTICATE failed\b|"error"\s{0,4}:|\bErrorAccessDenied\b/i;

/** Commands of this site, properties that they print, and what PowerShell complains about. */
const powerShellText: readonly RegExp[] = [
  /SmtpClientAuthenticationDisabled|AllowBasicAuthSmtp|\bPopEnabled\b|\bImapEnabled\b/i,
  /(?:Get|Set)-(?:TransportConfig|(?:EXO)?(?:CAS)?Mailbox|AuthenticationPolicy)\b|\b(?:Test-ServicePrincipalAuthorization|(?:Get|New|Remove)-(?:(?:Mg)?ServicePrincipal|Management(?:Scope|RoleAssignment))|(?:Connect|Disconnect)-ExchangeOnline|Install-Module)\b/i,
  /\bInScope\b|\b(?:GrantedPermissions|AllowedResourceScope|RecipientTypeDetails|RecipientRestrictionFilter|ScopeRestrictionType|RoleAssignee(?:Name|Type)|ServicePrincipalType)[ \t]*(?::|[A-Z-]|$)/m,
  /^[ \t]*ObjectId[ \t]*:|\bObjectId[ \t]+AppId\b|\bAppId[ \t]+ObjectId\b/m,
  /CommandNotFoundException|is not recognized as (?:a|the) name of a cmdlet|nicht als Name eines Cmdlet|ManagementObjectNotFoundException|couldn['’]t be found on ['"‘“]/i,
];

/** A narrow window breaks or cuts the long name, and error messages know it too. */
function isPowerShell(text: string): boolean {
  if (powerShellText.some((one) => one.test(text))) return true;
  return /\bSmtpClient[a-z]{0,21}\b/i.test(text) && !errorText.test(text);
}

const powershell = kind<PowerShellOutput>({
  read: ({ text, lines }, _, search) => {
    if (search !== 'chosen' && !isPowerShell(text)) return undefined;
    const seen = readPowerShellOutput(lines);
    return { seen, rest: readPaste(seen.text.join('\n')) };
  },
  compare: checkPowerShell,
});

/** Of addresses and settings in an error message nobody knows whether they are registered. */
const error = kind<true>({
  read: ({ text }) => (errorText.test(text) ? { seen: true } : undefined),
  compare: () => [{ code: 'paste-is-error' }],
});

/** Reads the fields of a form: the one that the reader has chosen, or the one with most labels in the text. */
export function formKind(chosen?: ExpectedForm): Reader {
  return kind<{ readonly text: string; readonly form: ExpectedForm }>({
    read: ({ text, lines }, expected) => {
      const form = chosen ?? formIn(text, expected);
      // Its addresses are compared with its fields.
      const rest = lines.filter((line) => !line.text.includes('://'));
      return (
        form && {
          seen: { text, form: withOtherForms(form, text, expected) },
          rest: readPaste(rest.map((line) => line.text).join('\n')),
        }
      );
    },
    compare: ({ text, form }, expected) => checkFields(text, form, expected),
  });
}

/** A name alone may be another thing's; among what another kind has left, the portal's columns have to stand beside it. */
function isPermission({ name, type, granted }: SeenPermission, search: Search): boolean {
  if (type !== undefined || typeof granted === 'boolean') return true;
  return search !== 'rest' && permissionList.some((known) => known.name === name);
}

const permissions = kind<readonly SeenPermission[]>({
  read: (paste, _, search) => {
    const seen = readPermissionTable(paste.lines);
    const isOne =
      search === 'chosen' ? seen.length > 0 : seen.some((one) => isPermission(one, search));
    return isOne ? { seen, rest: paste } : undefined;
  },
  compare: checkPermissions,
});

/** Any text may name an address; where it is about something else as well, one has to stand with its platform. */
const redirects = kind<readonly ListedRedirect[]>({
  read: ({ lines }, { guide, values }, search) => {
    const wanted = redirectUris(guide, values).flatMap(({ uri }) => uri ?? []);
    const seen = readUriList(lines, wanted);
    const isOne = ({ doubt, platform }: ListedRedirect): boolean =>
      search !== 'rest' || (doubt === undefined && platform !== undefined);
    return seen.some(isOne) ? { seen } : undefined;
  },
  compare: checkRedirects,
});

/** What can be compared; `form` is one of the product's own. The order is that in which they are looked for. */
export const pasteKinds = {
  manifest,
  powershell,
  error,
  form: formKind(),
  permissions,
  redirects,
} as const;

/** What a paste can be. */
export type PasteKind = keyof typeof pasteKinds;
