/** The kinds of paste: each recognises its text by parsing it, and then compares it. A paste may contain several kinds. */

import { redirectUris } from '../registration/redirect-uris.ts';
import { permissionList } from '../registration/permission-list.ts';
import { isErrorText } from '../errors/error-text.ts';
import { readPaste, type Paste } from './paste.ts';
import { principalFindings } from './access-check.ts';
import type { Expectation, ExpectedForm } from './expectation.ts';
import { checkFields } from './field-check.ts';
import { formIn, withOtherForms } from './form-in-text.ts';
import { member, readJson, type Json, type JsonReading } from './json-text.ts';
import { checkManifest } from './manifest-check.ts';
import { isManifest, isServicePrincipal, manifestIn, readManifest } from './manifest.ts';
import { checkPermissions } from './permission-check.ts';
import { permissionIds, printedPermissions, type SeenPermissions } from './permission-json.ts';
import { readPermissionTable } from './permission-table.ts';
import { checkPowerShell } from './powershell-check.ts';
import { readPowerShellOutput, type PowerShellOutput } from './powershell-output.ts';
import { checkRedirects } from './redirect-check.ts';
import { isSlip } from './redirect-reading.ts';
import type { SeenPermission } from './registration.ts';
import type { SettingFinding } from './setting-findings.ts';
import { readUriList, type ListedRedirect } from './uri-list.ts';

type Findings = readonly SettingFinding[];

/** How thorough a search is: the reader chose this kind, so any trace counts; or it is tried first; or on the rest. */
export type Search = 'chosen' | 'first' | 'rest';

/** The parsed content, and the rest of the paste for other kinds; undefined if nothing is left. */
interface Reading<Seen> {
  readonly seen: Seen;
  readonly rest?: Paste | undefined;
}

interface Kind<Seen> {
  readonly read: (paste: Paste, expected: Expectation, search: Search) => Reading<Seen> | undefined;
  readonly compare: (seen: Seen, expected: Expectation) => Findings;
}

/** The findings of a kind, and the rest of the paste. */
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
  /** Whether another app's manifest stands below. */
  readonly isFirst: boolean;
}

/** A text cut off by our own limit is not the reader's mistake. */
function jsonFindings({ reading, isCut }: SeenJson): Findings {
  if (reading.ok) {
    return reading.repairs.map(({ code, line }) =>
      code === 'json-fragment' ? { code } : { code, line: String(line) },
    );
  }
  const { fault } = reading;
  const line = String(fault.line);
  if (fault.code === 'json-fault') return [{ ...fault, line }];
  return isCut && fault.code === 'json-cut-off' ? [] : [{ code: fault.code, line }];
}

/** Whether a value is the manifest of an app, rather than a part of one. */
function isWhole(value: Json): boolean {
  const isNamed = ['appId', 'signInAudience'].some((name) => member(value, name) !== undefined);
  return isNamed && isManifest(value);
}

/** Removes further manifests from the rest of a text: they may be of other apps. */
function withoutManifests(text: string): string {
  let rest = text;
  for (let count = 0; count < 9 && manifestMember.test(rest); count += 1) {
    const reading = readJson(rest);
    if (!reading.ok || !isWhole(reading.value)) break;
    rest = `${rest.slice(0, reading.span[0])}\n${rest.slice(reading.span[1])}`;
  }
  return rest;
}

/** What a part of a manifest does not show, nobody has asked. */
function isOfWhole({ code }: SettingFinding): boolean {
  return ['manifest-part-absent', 'secret-value-unknown', 'owner-unknown'].includes(code);
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
    const isExplicit = search === 'chosen' || manifestMember.test(text);
    // A manifest may lack distinctive names, as in `{"web": …}`.
    if (!(isExplicit ? /[{[]/ : /^\s*\{/).test(text)) return undefined;
    const reading = readJson(text);
    if (!isExplicit && !(reading.ok && isManifest(reading.value))) return undefined;
    // A command may name a member whose value alone it prints.
    const isOther = search !== 'chosen' && reading.ok && manifestIn(reading.value) === undefined;
    if (isOther && printedPermissions(text)) return undefined;
    const [from, to] = reading.ok ? reading.span : [0, text.length];
    const below = `${text.slice(0, from)}\n${text.slice(to)}`;
    const rest = reading.ok && isWhole(reading.value) ? withoutManifests(below) : below;
    return { seen: { reading, isCut, isFirst: rest !== below }, rest: readPaste(rest) };
  },
  compare: (seen, expected) => {
    const all = seen.reading.ok ? manifestFindings(seen.reading.value, expected) : [];
    const own = jsonFindings(seen);
    const isPart = own.some(({ code }) => code === 'json-fragment');
    const others: Findings = seen.isFirst ? [{ code: 'manifest-only-first' }] : [];
    return [...own, ...others, ...(isPart ? all.filter((one) => !isOfWhole(one)) : all)];
  },
});

/** Commands of this site, the properties that they print, and PowerShell's error messages. */
const powerShellText: readonly RegExp[] = [
  /SmtpClientAuthenticationDisabled|AllowBasicAuth(?:Smtp|Pop|Imap)|\bPopEnabled\b|\bImapEnabled\b/i,
  /(?:Get|Set|New)-(?:TransportConfig|(?:EXO)?(?:CAS)?Mailbox|AuthenticationPolicy)\b|\b(?:Test-ServicePrincipalAuthorization|(?:Get|New|Remove)-(?:(?:Mg)?ServicePrincipal|Management(?:Scope|RoleAssignment))|(?:Connect|Disconnect)-ExchangeOnline|Install-Module)\b/i,
  /\bInScope\b|\b(?:GrantedPermissions|AllowedResourceScope|RecipientTypeDetails|RecipientRestrictionFilter|ScopeRestrictionType|RoleAssignee(?:Name|Type)|ServicePrincipalType)[ \t]*(?::|[A-Z-]|$)/m,
  /^[ \t]*ObjectId[ \t]*:|\bObjectId[ \t]+AppId\b|\bAppId[ \t]+ObjectId\b/m,
  /FullyQualifiedErrorId|CategoryInfo\s{0,20}:|PSSecurityException|running scripts is disabled|Ausführung von Skripts auf diesem System|parameter cannot be found that matches|kein Parameter gefunden, der|Administrator rights are required to install|Administratorrechte sind|No match was found for the specified search criteria|Argumenttransformation|argument transformation|exécution de scripts est désactivée|paramètre correspondant au nom|transformation d['’]argument|Aucune correspondance (?:n['’]a été )?trouvée pour les critères/i,
  /CommandNotFoundException|is not recognized as (?:a|the) name of a cmdlet|nicht als Name eines Cmdlet|reconnue? (?:comme|en tant que) nom d['’](?:une )?applet|ManagementObjectNotFoundException|couldn['’]t be found on ['"‘“]/i,
];

/** Also recognises the switch's long name when a narrow window breaks or cuts it, except in error messages. */
function isPowerShell(text: string): boolean {
  if (powerShellText.some((one) => one.test(text))) return true;
  return /\bSmtpClient[a-z]{0,21}\b/i.test(text) && !isErrorText(text);
}

const powershell = kind<PowerShellOutput>({
  read: ({ text, lines }, _, search) => {
    if (search !== 'chosen' && !isPowerShell(text)) return undefined;
    const seen = readPowerShellOutput(lines);
    return { seen, rest: readPaste(seen.text.join('\n')) };
  },
  compare: checkPowerShell,
});

/** An error message: nothing shows whether the addresses and settings in it are registered. */
const error = kind<true>({
  read: ({ text, lines }, { errors }) => {
    if (!isErrorText(text, errors)) return undefined;
    // What a message mentions is not registered, but a list may stand below it.
    const rest = lines.filter((line) => !/:\/\/|AADSTS/i.test(line.text));
    return { seen: true, rest: readPaste(rest.map((line) => line.text).join('\n')) };
  },
  compare: () => [{ code: 'paste-is-error' }],
});

/** Reads the fields of a form: the one chosen by the reader, or the one with the most labels in the text. */
export function formKind(chosen?: ExpectedForm): Reader {
  return kind<{ readonly text: string; readonly form: ExpectedForm }>({
    read: ({ text, lines }, expected) => {
      const form = chosen ?? formIn(text, expected);
      // Addresses in a form are compared with its fields.
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

/** Whether this is a permission. In the rest of another kind, a name alone may be something else and needs the portal's columns. */
function isPermission({ name, id, type, granted }: SeenPermission, search: Search): boolean {
  if (id !== undefined || type !== undefined || typeof granted === 'boolean') return true;
  return search !== 'rest' && permissionList.some((known) => known.name === name);
}

/** Permissions as a tool prints them, in a table or list, or else by their IDs. */
function seenPermissions({ text, lines }: Paste): SeenPermissions {
  const printed = printedPermissions(text);
  if (printed) return printed;
  const list = readPermissionTable(lines);
  return { list: list.length > 0 ? list : permissionIds(text) };
}

const permissions = kind<SeenPermissions>({
  read: (paste, _, search) => {
    const seen = seenPermissions(paste);
    const isOne =
      search === 'chosen'
        ? seen.list.length > 0
        : seen.list.some((one) => isPermission(one, search));
    return isOne ? { seen, rest: paste } : undefined;
  },
  compare: ({ list, shows, isForOne }, expected) => [
    ...checkPermissions(list, expected, shows),
    ...(isForOne === true ? [{ code: 'consent-for-one' } as const] : []),
  ],
});

/** Any text may contain an address; in the rest of another kind it needs a platform, or must resemble a required one. */
const redirects = kind<readonly ListedRedirect[]>({
  read: ({ lines }, { guide, values }, search) => {
    const wanted = redirectUris(guide, values).flatMap(({ uri }) => uri ?? []);
    const seen = readUriList(lines, wanted);
    const isOne = ({ uri, doubt, platform }: ListedRedirect): boolean =>
      search !== 'rest' ||
      (doubt === undefined && (platform !== undefined || wanted.some((one) => isSlip(uri, one))));
    return seen.some(isOne) ? { seen } : undefined;
  },
  compare: checkRedirects,
});

/** All kinds of paste, in the order in which they are tried; `form` is one of the product's own. */
export const pasteKinds = {
  manifest,
  powershell,
  error,
  form: formKind(),
  permissions,
  redirects,
} as const;

/** The id of a kind of paste. */
export type PasteKind = keyof typeof pasteKinds;
