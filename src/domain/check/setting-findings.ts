/**
 * The closed list of findings from comparing pasted settings with the guide.
 * Their words are in `content/words/<lang>.json` under `settings.found`; a code without German words breaks the build.
 */

import type { Coded, CodeRow } from '../text/coded.ts';
import { withSafeDetails } from '../text/safe-text.ts';
import type { Verdict } from './verdicts.ts';

/** The subject of a finding, which decides the step that fixes it. */
export type Matter =
  | 'paste'
  | 'audience'
  | 'client-id'
  | 'redirects'
  | 'implicit'
  | 'public-client'
  | 'permissions'
  | 'consent'
  | 'secret'
  | 'owner'
  | 'smtp'
  | 'access'
  | 'fields';

interface SettingRow<Name extends string> extends CodeRow<Name> {
  readonly verdict: Verdict;
  readonly matter: Matter;
}

function row<const Name extends string = never>(
  verdict: Verdict,
  matter: Matter,
  ...details: readonly Name[]
): SettingRow<Name> {
  return { verdict, matter, details };
}

/** Per code: verdict, matter, and details, which are plain text from the reader or the guide. */
export const settingFindings = {
  // the text itself
  'paste-unrecognised': row('unknown', 'paste'),
  'paste-is-error': row('note', 'paste'),
  'paste-holds-token': row('wrong', 'paste'),
  'paste-holds-secret': row('wrong', 'paste'),
  'paste-cut': row('unknown', 'paste', 'limit'),
  'paste-empty-kind': row('unknown', 'paste'),
  'value-needed': row('unknown', 'paste', 'value'),

  // JSON
  'json-cut-off': row('wrong', 'paste', 'line'),
  'json-start-missing': row('wrong', 'paste', 'line'),
  'json-too-deep': row('wrong', 'paste', 'line'),
  'json-fault': row('wrong', 'paste', 'line', 'character'),
  'json-fragment': row('note', 'paste'),
  'json-surrounded': row('note', 'paste', 'line'),
  'json-odd-blanks': row('note', 'paste', 'line'),
  'json-quotes': row('note', 'paste', 'line'),
  'json-trailing-comma': row('note', 'paste', 'line'),
  'manifest-old-format': row('note', 'paste'),
  'manifest-only-first': row('unknown', 'paste'),
  'manifest-is-enterprise-app': row('unknown', 'paste'),
  'manifest-part-absent': row('unknown', 'paste', 'part'),

  // who may sign in, which app
  'audience-right': row('right', 'audience'),
  'audience-too-wide': row('wrong', 'audience', 'found', 'expected'),
  'audience-wrong': row('wrong', 'audience', 'found', 'expected'),
  'client-id-right': row('right', 'client-id'),
  'client-id-differs': row('wrong', 'client-id', 'found', 'expected'),
  'client-id-is-object-id': row('wrong', 'client-id', 'found'),
  'client-id-not-entered': row('unknown', 'client-id', 'found'),

  // redirect URIs
  'redirect-right': row('right', 'redirects', 'uri'),
  'redirect-none-right': row('right', 'redirects'),
  'redirect-platform': row('wrong', 'redirects', 'uri', 'platform', 'expectedPlatform'),
  // the ids of all differences, separated by blanks
  'redirect-differs': row('wrong', 'redirects', 'found', 'uri', 'difference'),
  'redirect-missing': row('missing', 'redirects', 'uri', 'expectedPlatform'),
  'redirect-surplus': row('surplus', 'redirects', 'uri'),
  'redirect-surplus-platform': row('surplus', 'redirects', 'uri', 'platform', 'expectedPlatform'),
  'redirect-twice': row('surplus', 'redirects', 'uri'),
  'redirect-not-compared': row('unknown', 'redirects', 'uri'),
  'redirect-platform-unsaid': row('unknown', 'redirects'),
  'redirect-prose': row('unknown', 'redirects'),
  'redirect-none-read': row('unknown', 'redirects'),
  'redirect-list-shortened': row('unknown', 'redirects'),
  'redirect-offered': row('unknown', 'redirects'),
  'redirect-joined': row('note', 'redirects', 'uri'),
  'redirect-passed-over': row('note', 'redirects', 'uri'),

  // implicit grant, public client
  'implicit-right': row('right', 'implicit'),
  'implicit-access-off': row('wrong', 'implicit'),
  'implicit-id-off': row('wrong', 'implicit'),
  'implicit-access-on': row('surplus', 'implicit'),
  'implicit-id-on': row('surplus', 'implicit'),
  'public-client-right': row('right', 'public-client'),
  'public-client-off': row('wrong', 'public-client'),
  'public-client-on': row('wrong', 'public-client'),
  'public-client-unsaid-on': row('unknown', 'public-client'),
  'public-client-unsaid-off': row('unknown', 'public-client'),

  // permissions
  'permission-requested': row('right', 'permissions', 'name', 'type'),
  'permission-granted': row('right', 'permissions', 'name', 'type'),
  'permission-consented': row('right', 'permissions', 'name', 'type'),
  'permission-unlisted': row('missing', 'permissions', 'name', 'type'),
  'permission-missing': row('missing', 'permissions', 'name', 'expectedType', 'expectedApi'),
  'permission-type-unsaid': row('unknown', 'permissions', 'name', 'expectedType'),
  'permission-type': row('wrong', 'permissions', 'name', 'type', 'expectedType'),
  'permission-api': row('wrong', 'permissions', 'name', 'api', 'expectedApi'),
  'permission-unsaid-not-granted': row('wrong', 'consent', 'name'),
  'permission-not-granted': row('wrong', 'consent', 'name', 'type'),
  'permission-at-sign-in': row('note', 'permissions', 'name', 'type'),
  'permission-at-sign-in-unsaid': row('unknown', 'permissions', 'name'),
  'permission-granted-at-sign-in': row('note', 'permissions', 'name', 'type'),
  'permission-default': row('note', 'permissions', 'name', 'api'),
  'permission-surplus': row('surplus', 'permissions', 'name', 'type', 'api'),
  'permission-surplus-unlisted': row('surplus', 'permissions', 'name', 'type', 'api'),
  'permission-surplus-unsaid': row('surplus', 'permissions', 'name', 'api'),
  'permission-surplus-some': row('surplus', 'permissions', 'name', 'api'),
  'permission-surplus-app': row('surplus', 'permissions', 'name', 'api'),
  'permission-surplus-all': row('surplus', 'permissions', 'name', 'api'),
  'permission-unknown-id': row('unknown', 'permissions', 'id', 'api'),
  'permission-unknown-app-id': row('surplus', 'permissions', 'id', 'api'),
  'permission-not-shown': row('unknown', 'permissions', 'name', 'type'),
  'consent-for-one': row('note', 'consent'),
  'permissions-unsaid': row('unknown', 'permissions'),
  'consent-unknown': row('unknown', 'consent'),

  // secrets, certificates, owner
  'secret-right': row('right', 'secret', 'name', 'date'),
  'secret-soon': row('note', 'secret', 'name', 'date'),
  'secret-expired': row('wrong', 'secret', 'name', 'date'),
  'secret-old': row('note', 'secret', 'name', 'date'),
  'secret-without-date': row('unknown', 'secret', 'name'),
  'secret-missing': row('missing', 'secret'),
  'secret-surplus': row('surplus', 'secret', 'name'),
  'secret-none-right': row('right', 'secret'),
  'secret-value-unknown': row('unknown', 'secret'),
  'certificate-right': row('right', 'secret', 'name', 'date'),
  'certificate-soon': row('note', 'secret', 'name', 'date'),
  'certificate-expired': row('wrong', 'secret', 'name', 'date'),
  'certificate-old': row('note', 'secret', 'name', 'date'),
  'certificate-without-date': row('unknown', 'secret', 'name'),
  'certificate-missing': row('missing', 'secret'),
  'certificate-surplus': row('surplus', 'secret', 'name'),
  'owner-unknown': row('unknown', 'owner'),

  // PowerShell
  'smtp-not-needed': row('note', 'smtp'),
  'smtp-mailbox-on': row('right', 'smtp', 'mailbox'),
  'smtp-mailbox-off': row('wrong', 'smtp', 'mailbox'),
  'smtp-inherited-on': row('right', 'smtp', 'mailbox'),
  'smtp-inherited-off': row('wrong', 'smtp', 'mailbox'),
  'smtp-inherited-unknown': row('unknown', 'smtp', 'mailbox'),
  'smtp-inherited-elsewhere': row('unknown', 'smtp', 'mailbox'),
  'smtp-mailbox-absent': row('unknown', 'smtp', 'mailbox'),
  'smtp-changed-since': row('unknown', 'smtp', 'mailbox'),
  'smtp-contradictory': row('unknown', 'smtp', 'mailbox'),
  'smtp-mailbox-unnamed': row('unknown', 'smtp', 'command'),
  'smtp-table-broken': row('unknown', 'smtp', 'command'),
  'smtp-organisation-on': row('unknown', 'smtp'),
  'smtp-organisation-off': row('unknown', 'smtp'),
  'smtp-organisation-open': row('right', 'smtp'),
  'smtp-organisation-closed': row('wrong', 'smtp'),
  'smtp-organisation-changed-since': row('unknown', 'smtp'),
  'smtp-organisation-contradictory': row('unknown', 'smtp'),
  'smtp-open-for-all': row('surplus', 'smtp'),
  'smtp-unattributed-on': row('unknown', 'smtp'),
  'smtp-unattributed-off': row('unknown', 'smtp'),
  'smtp-unattributed-blank': row('unknown', 'smtp'),
  'smtp-not-shown': row('unknown', 'smtp'),
  'smtp-unreadable': row('unknown', 'smtp', 'found'),
  'smtp-command-on': row('unknown', 'smtp', 'command'),
  'smtp-command-off': row('wrong', 'smtp', 'command'),
  'smtp-command-blank': row('unknown', 'smtp', 'command'),
  'smtp-command-elsewhere': row('unknown', 'smtp', 'command'),
  'smtp-command-organisation-on': row('unknown', 'smtp', 'command'),
  'smtp-command-organisation-off': row('unknown', 'smtp', 'command'),
  'smtp-command-only': row('unknown', 'smtp'),
  'smtp-policy-command': row('note', 'smtp'),
  'receiving-policy-on': row('note', 'smtp', 'name', 'protocol'),
  'receiving-policy-off': row('note', 'smtp', 'name', 'protocol'),
  'smtp-policy-on': row('note', 'smtp', 'name'),
  'smtp-policy-off': row('note', 'smtp', 'name'),
  'receiving-off': row('wrong', 'smtp', 'mailbox', 'protocol'),
  'powershell-not-connected': row('wrong', 'paste'),
  'powershell-not-found': row('wrong', 'paste'),
  'powershell-denied': row('wrong', 'paste'),
  'powershell-scripts-off': row('wrong', 'paste'),
  'powershell-parameter-unknown': row('wrong', 'paste'),
  'powershell-value-refused': row('wrong', 'paste'),
  'powershell-module-missing': row('wrong', 'paste'),
  'powershell-not-elevated': row('wrong', 'paste'),
  'powershell-exists': row('note', 'paste'),
  'mailbox-shared': row('note', 'paste', 'mailbox'),
  'mailbox-user-differs': row('note', 'paste', 'mailbox', 'name'),

  // the app in Exchange, and its enterprise application
  'principal-right': row('right', 'access'),
  'principal-other-app': row('wrong', 'client-id', 'found', 'expected'),
  'principal-object-differs': row('wrong', 'access', 'found', 'expected'),
  'principal-object-not-entered': row('note', 'access', 'found'),
  'principal-object-is-registration': row('wrong', 'access'),
  'scope-mailbox-right': row('right', 'access', 'mailbox'),
  'scope-mailbox-other': row('wrong', 'access', 'mailbox'),
  'access-assigned': row('note', 'access', 'name'),
  'access-in-scope': row('right', 'access', 'name'),
  'access-out-of-scope': row('wrong', 'access', 'name'),
  'access-not-run': row('unknown', 'access', 'name'),
  'access-role-missing': row('missing', 'access', 'name'),
  'access-unreadable': row('unknown', 'access'),
  'access-surplus': row('surplus', 'access', 'name'),

  // fields of the product's form
  'field-right': row('right', 'fields', 'label'),
  'field-also-right': row('note', 'fields', 'label', 'found', 'expected'),
  'fields-absent': row('unknown', 'fields', 'labels'),
  'field-secret-holds-other': row('wrong', 'fields', 'label', 'value'),
  'field-differs': row('wrong', 'fields', 'label', 'found', 'expected', 'difference'),
  // the content is not repeated: it does not have the expected form, and may be a password
  'field-other': row('wrong', 'fields', 'label', 'expected'),
  'fields-swapped': row('wrong', 'fields', 'label', 'other'),
  'field-password-holds-other': row('wrong', 'fields', 'label', 'value'),
  'field-may-be-sign-in-name': row('unknown', 'fields', 'label', 'found', 'expected'),
  'field-scope-mixed': row('wrong', 'fields', 'label', 'expected'),
  'field-scope-resource': row('wrong', 'fields', 'label', 'expected'),
  'field-missing': row('missing', 'fields', 'label', 'expected'),
  'field-surplus': row('surplus', 'fields', 'found'),
  'field-holds-other': row('wrong', 'fields', 'label', 'value', 'expected'),
  'field-box-off': row('wrong', 'fields', 'label'),
  'field-box-on': row('wrong', 'fields', 'label'),
  'field-box-unread': row('unknown', 'fields', 'label'),
  'field-secret-is-id': row('wrong', 'fields', 'label'),
  'field-not-empty': row('wrong', 'fields', 'label'),
  'field-secret': row('unknown', 'fields', 'label'),
};

/** The code of a finding. */
export type SettingCode = keyof typeof settingFindings;

/** A finding of a comparison: a code, and the details for its sentence. */
export type SettingFinding = Coded<typeof settingFindings>;

/** The verdict of a finding. */
export function verdictOf({ code }: SettingFinding): Verdict {
  return settingFindings[code].verdict;
}

/** The matter of a finding. */
export function matterOf({ code }: SettingFinding): Matter {
  return settingFindings[code].matter;
}

/** How much of a paste is read, in UTF-16 units: more than the largest manifest, with its 1200 entries. */
export const pasteLimit = 300_000;

/** Reports a paste longer than the limit. */
export function cutFindings(pasted: string): readonly SettingFinding[] {
  return pasted.length > pasteLimit ? [{ code: 'paste-cut', limit: String(pasteLimit) }] : [];
}

/** Details that may contain the reader's text; all others are from the guide. */
const fromReader: ReadonlySet<string> = new Set(['api', 'found', 'id', 'mailbox', 'name', 'uri']);

/** The finding with only safe parts of the reader's text. */
export function safeFinding(finding: SettingFinding): SettingFinding {
  return withSafeDetails(finding, fromReader);
}
