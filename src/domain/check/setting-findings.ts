/**
 * The closed list of what a comparison of pasted settings with the guide can find.
 * The words are in `content/words/<lang>.json` under `settings.found`; a code without German words does not build.
 */

import type { Verdict } from './verdicts.ts';

/** What a finding is about, which decides the step that mends it. */
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

interface FindingDefinition {
  readonly verdict: Verdict;
  readonly matter: Matter;
  /** The names of the details that its sentence may use as `{placeholder}`. */
  readonly details: readonly string[];
}

/** Per code: how it is meant, what it is about, and its details, plain text from the reader or from the guide. */
export const settingFindings = {
  // the text itself
  'paste-unrecognised': { verdict: 'unknown', matter: 'paste', details: [] },
  'paste-is-error': { verdict: 'note', matter: 'paste', details: [] },
  'paste-holds-token': { verdict: 'wrong', matter: 'paste', details: [] },
  'paste-holds-secret': { verdict: 'wrong', matter: 'paste', details: [] },
  'paste-cut': { verdict: 'unknown', matter: 'paste', details: ['limit'] },
  'paste-empty-kind': { verdict: 'unknown', matter: 'paste', details: [] },
  'value-needed': { verdict: 'unknown', matter: 'paste', details: ['value'] },

  // JSON
  'json-cut-off': { verdict: 'wrong', matter: 'paste', details: ['line'] },
  'json-start-missing': { verdict: 'wrong', matter: 'paste', details: ['line'] },
  'json-too-deep': { verdict: 'wrong', matter: 'paste', details: ['line'] },
  'json-fault': { verdict: 'wrong', matter: 'paste', details: ['line', 'character'] },
  'json-surrounded': { verdict: 'note', matter: 'paste', details: ['line'] },
  'json-odd-blanks': { verdict: 'note', matter: 'paste', details: ['line'] },
  'json-quotes': { verdict: 'note', matter: 'paste', details: ['line'] },
  'json-trailing-comma': { verdict: 'note', matter: 'paste', details: ['line'] },
  'manifest-old-format': { verdict: 'note', matter: 'paste', details: [] },
  'manifest-is-enterprise-app': { verdict: 'unknown', matter: 'paste', details: [] },
  'manifest-part-absent': { verdict: 'unknown', matter: 'paste', details: ['part'] },

  // who may sign in, which app
  'audience-right': { verdict: 'right', matter: 'audience', details: [] },
  'audience-too-wide': { verdict: 'wrong', matter: 'audience', details: ['found', 'expected'] },
  'audience-wrong': { verdict: 'wrong', matter: 'audience', details: ['found', 'expected'] },
  'client-id-right': { verdict: 'right', matter: 'client-id', details: [] },
  'client-id-differs': { verdict: 'wrong', matter: 'client-id', details: ['found', 'expected'] },
  'client-id-is-object-id': { verdict: 'wrong', matter: 'client-id', details: ['found'] },
  'client-id-not-entered': { verdict: 'unknown', matter: 'client-id', details: ['found'] },

  // redirect URIs
  'redirect-right': { verdict: 'right', matter: 'redirects', details: ['uri'] },
  'redirect-none-right': { verdict: 'right', matter: 'redirects', details: [] },
  'redirect-platform': {
    verdict: 'wrong',
    matter: 'redirects',
    details: ['uri', 'platform', 'expectedPlatform'],
  },
  // all differences, their ids with a blank between them
  'redirect-differs': {
    verdict: 'wrong',
    matter: 'redirects',
    details: ['found', 'uri', 'difference'],
  },
  'redirect-missing': {
    verdict: 'missing',
    matter: 'redirects',
    details: ['uri', 'expectedPlatform'],
  },
  'redirect-surplus': { verdict: 'surplus', matter: 'redirects', details: ['uri'] },
  'redirect-surplus-platform': {
    verdict: 'surplus',
    matter: 'redirects',
    details: ['uri', 'platform', 'expectedPlatform'],
  },
  'redirect-twice': { verdict: 'surplus', matter: 'redirects', details: ['uri'] },
  'redirect-not-compared': { verdict: 'unknown', matter: 'redirects', details: ['uri'] },
  'redirect-platform-unsaid': { verdict: 'unknown', matter: 'redirects', details: [] },
  'redirect-prose': { verdict: 'unknown', matter: 'redirects', details: [] },
  'redirect-none-read': { verdict: 'unknown', matter: 'redirects', details: [] },
  'redirect-list-shortened': { verdict: 'unknown', matter: 'redirects', details: [] },
  'redirect-offered': { verdict: 'unknown', matter: 'redirects', details: [] },
  'redirect-joined': { verdict: 'note', matter: 'redirects', details: ['uri'] },
  'redirect-passed-over': { verdict: 'note', matter: 'redirects', details: ['uri'] },

  // implicit grant, public client
  'implicit-right': { verdict: 'right', matter: 'implicit', details: [] },
  'implicit-access-off': { verdict: 'wrong', matter: 'implicit', details: [] },
  'implicit-id-off': { verdict: 'wrong', matter: 'implicit', details: [] },
  'implicit-access-on': { verdict: 'surplus', matter: 'implicit', details: [] },
  'implicit-id-on': { verdict: 'surplus', matter: 'implicit', details: [] },
  'public-client-right': { verdict: 'right', matter: 'public-client', details: [] },
  'public-client-off': { verdict: 'wrong', matter: 'public-client', details: [] },
  'public-client-on': { verdict: 'wrong', matter: 'public-client', details: [] },
  'public-client-unsaid-on': { verdict: 'unknown', matter: 'public-client', details: [] },
  'public-client-unsaid-off': { verdict: 'unknown', matter: 'public-client', details: [] },

  // permissions
  'permission-requested': { verdict: 'right', matter: 'permissions', details: ['name', 'type'] },
  'permission-granted': { verdict: 'right', matter: 'permissions', details: ['name', 'type'] },
  'permission-consented': { verdict: 'right', matter: 'permissions', details: ['name', 'type'] },
  'permission-unlisted': { verdict: 'missing', matter: 'permissions', details: ['name', 'type'] },
  'permission-missing': {
    verdict: 'missing',
    matter: 'permissions',
    details: ['name', 'expectedType', 'expectedApi'],
  },
  'permission-type': {
    verdict: 'wrong',
    matter: 'permissions',
    details: ['name', 'type', 'expectedType'],
  },
  'permission-api': {
    verdict: 'wrong',
    matter: 'permissions',
    details: ['name', 'api', 'expectedApi'],
  },
  'permission-not-granted': { verdict: 'wrong', matter: 'consent', details: ['name', 'type'] },
  'permission-at-sign-in': { verdict: 'note', matter: 'permissions', details: ['name', 'type'] },
  'permission-granted-at-sign-in': {
    verdict: 'note',
    matter: 'permissions',
    details: ['name', 'type'],
  },
  'permission-default': { verdict: 'note', matter: 'permissions', details: ['name', 'api'] },
  'permission-surplus': {
    verdict: 'surplus',
    matter: 'permissions',
    details: ['name', 'type', 'api'],
  },
  'permission-surplus-unlisted': {
    verdict: 'surplus',
    matter: 'permissions',
    details: ['name', 'type', 'api'],
  },
  'permission-surplus-some': {
    verdict: 'surplus',
    matter: 'permissions',
    details: ['name', 'api'],
  },
  'permission-surplus-app': { verdict: 'surplus', matter: 'permissions', details: ['name', 'api'] },
  'permission-surplus-all': { verdict: 'surplus', matter: 'permissions', details: ['name', 'api'] },
  'permission-unknown-id': { verdict: 'unknown', matter: 'permissions', details: ['id', 'api'] },
  'permission-unknown-app-id': {
    verdict: 'surplus',
    matter: 'permissions',
    details: ['id', 'api'],
  },
  'permissions-unsaid': { verdict: 'unknown', matter: 'permissions', details: [] },
  'consent-unknown': { verdict: 'unknown', matter: 'consent', details: [] },

  // secrets, certificates, owner
  'secret-right': { verdict: 'right', matter: 'secret', details: ['name', 'date'] },
  'secret-soon': { verdict: 'note', matter: 'secret', details: ['name', 'date'] },
  'secret-expired': { verdict: 'wrong', matter: 'secret', details: ['name', 'date'] },
  'secret-old': { verdict: 'note', matter: 'secret', details: ['name', 'date'] },
  'secret-without-date': { verdict: 'unknown', matter: 'secret', details: ['name'] },
  'secret-missing': { verdict: 'missing', matter: 'secret', details: [] },
  'secret-surplus': { verdict: 'surplus', matter: 'secret', details: ['name'] },
  'secret-none-right': { verdict: 'right', matter: 'secret', details: [] },
  'secret-value-unknown': { verdict: 'unknown', matter: 'secret', details: [] },
  'certificate-right': { verdict: 'right', matter: 'secret', details: ['name', 'date'] },
  'certificate-soon': { verdict: 'note', matter: 'secret', details: ['name', 'date'] },
  'certificate-expired': { verdict: 'wrong', matter: 'secret', details: ['name', 'date'] },
  'certificate-old': { verdict: 'note', matter: 'secret', details: ['name', 'date'] },
  'certificate-without-date': { verdict: 'unknown', matter: 'secret', details: ['name'] },
  'certificate-missing': { verdict: 'missing', matter: 'secret', details: [] },
  'certificate-surplus': { verdict: 'surplus', matter: 'secret', details: ['name'] },
  'owner-unknown': { verdict: 'unknown', matter: 'owner', details: [] },

  // PowerShell
  'smtp-not-needed': { verdict: 'note', matter: 'smtp', details: [] },
  'smtp-mailbox-on': { verdict: 'right', matter: 'smtp', details: ['mailbox'] },
  'smtp-mailbox-off': { verdict: 'wrong', matter: 'smtp', details: ['mailbox'] },
  'smtp-inherited-on': { verdict: 'right', matter: 'smtp', details: ['mailbox'] },
  'smtp-inherited-off': { verdict: 'wrong', matter: 'smtp', details: ['mailbox'] },
  'smtp-inherited-unknown': { verdict: 'unknown', matter: 'smtp', details: ['mailbox'] },
  'smtp-inherited-elsewhere': { verdict: 'unknown', matter: 'smtp', details: ['mailbox'] },
  'smtp-mailbox-absent': { verdict: 'unknown', matter: 'smtp', details: ['mailbox'] },
  'smtp-changed-since': { verdict: 'unknown', matter: 'smtp', details: ['mailbox'] },
  'smtp-contradictory': { verdict: 'unknown', matter: 'smtp', details: ['mailbox'] },
  'smtp-mailbox-unnamed': { verdict: 'unknown', matter: 'smtp', details: ['command'] },
  'smtp-table-broken': { verdict: 'unknown', matter: 'smtp', details: ['command'] },
  'smtp-organisation-on': { verdict: 'unknown', matter: 'smtp', details: [] },
  'smtp-organisation-off': { verdict: 'unknown', matter: 'smtp', details: [] },
  'smtp-organisation-open': { verdict: 'right', matter: 'smtp', details: [] },
  'smtp-organisation-closed': { verdict: 'wrong', matter: 'smtp', details: [] },
  'smtp-organisation-changed-since': { verdict: 'unknown', matter: 'smtp', details: [] },
  'smtp-organisation-contradictory': { verdict: 'unknown', matter: 'smtp', details: [] },
  'smtp-open-for-all': { verdict: 'surplus', matter: 'smtp', details: [] },
  'smtp-unattributed-on': { verdict: 'unknown', matter: 'smtp', details: [] },
  'smtp-unattributed-off': { verdict: 'unknown', matter: 'smtp', details: [] },
  'smtp-unattributed-blank': { verdict: 'unknown', matter: 'smtp', details: [] },
  'smtp-not-shown': { verdict: 'unknown', matter: 'smtp', details: [] },
  'smtp-unreadable': { verdict: 'unknown', matter: 'smtp', details: ['found'] },
  'smtp-policy-on': { verdict: 'note', matter: 'smtp', details: ['name'] },
  'smtp-policy-off': { verdict: 'note', matter: 'smtp', details: ['name'] },
  'receiving-off': { verdict: 'wrong', matter: 'smtp', details: ['mailbox', 'protocol'] },
  'powershell-not-connected': { verdict: 'wrong', matter: 'paste', details: [] },
  'powershell-not-found': { verdict: 'wrong', matter: 'paste', details: [] },
  'powershell-denied': { verdict: 'wrong', matter: 'paste', details: [] },
  'powershell-exists': { verdict: 'note', matter: 'paste', details: [] },
  'mailbox-shared': { verdict: 'note', matter: 'paste', details: ['mailbox'] },
  'mailbox-user-differs': { verdict: 'note', matter: 'paste', details: ['mailbox', 'name'] },

  // the app in Exchange, and its enterprise application
  'principal-right': { verdict: 'right', matter: 'access', details: [] },
  'principal-other-app': { verdict: 'wrong', matter: 'client-id', details: ['found', 'expected'] },
  'principal-object-differs': {
    verdict: 'wrong',
    matter: 'access',
    details: ['found', 'expected'],
  },
  'principal-object-not-entered': { verdict: 'note', matter: 'access', details: ['found'] },
  'principal-object-is-registration': { verdict: 'wrong', matter: 'access', details: [] },
  'scope-mailbox-right': { verdict: 'right', matter: 'access', details: ['mailbox'] },
  'scope-mailbox-other': { verdict: 'wrong', matter: 'access', details: ['mailbox'] },
  'access-assigned': { verdict: 'note', matter: 'access', details: ['name'] },
  'access-in-scope': { verdict: 'right', matter: 'access', details: ['name'] },
  'access-out-of-scope': { verdict: 'wrong', matter: 'access', details: ['name'] },
  'access-not-run': { verdict: 'unknown', matter: 'access', details: ['name'] },
  'access-role-missing': { verdict: 'missing', matter: 'access', details: ['name'] },
  'access-surplus': { verdict: 'surplus', matter: 'access', details: ['name'] },

  // fields of the product's form
  'field-right': { verdict: 'right', matter: 'fields', details: ['label'] },
  'field-also-right': {
    verdict: 'note',
    matter: 'fields',
    details: ['label', 'found', 'expected'],
  },
  'fields-absent': { verdict: 'unknown', matter: 'fields', details: ['labels'] },
  'field-secret-holds-other': {
    verdict: 'wrong',
    matter: 'fields',
    details: ['label', 'value'],
  },
  'field-differs': {
    verdict: 'wrong',
    matter: 'fields',
    details: ['label', 'found', 'expected', 'difference'],
  },
  // what stands there is not said: it has not the form of what belongs there, and may be a password
  'field-other': { verdict: 'wrong', matter: 'fields', details: ['label', 'expected'] },
  'fields-swapped': { verdict: 'wrong', matter: 'fields', details: ['label', 'other'] },
  'field-password-holds-other': {
    verdict: 'wrong',
    matter: 'fields',
    details: ['label', 'value'],
  },
  'field-may-be-sign-in-name': {
    verdict: 'unknown',
    matter: 'fields',
    details: ['label', 'found', 'expected'],
  },
  'field-missing': { verdict: 'missing', matter: 'fields', details: ['label', 'expected'] },
  'field-surplus': { verdict: 'surplus', matter: 'fields', details: ['found'] },
  'field-holds-other': {
    verdict: 'wrong',
    matter: 'fields',
    details: ['label', 'value', 'expected'],
  },
  'field-box-off': { verdict: 'wrong', matter: 'fields', details: ['label'] },
  'field-box-on': { verdict: 'wrong', matter: 'fields', details: ['label'] },
  'field-box-unread': { verdict: 'unknown', matter: 'fields', details: ['label'] },
  'field-secret-is-id': { verdict: 'wrong', matter: 'fields', details: ['label'] },
  'field-not-empty': { verdict: 'wrong', matter: 'fields', details: ['label'] },
  'field-secret': { verdict: 'unknown', matter: 'fields', details: ['label'] },
} as const satisfies Record<string, FindingDefinition>;

/** Every code that a comparison can have. */
export type SettingCode = keyof typeof settingFindings;

/** What a comparison has found: a code, and the details that its sentence needs. */
export type SettingFinding = {
  readonly [Code in SettingCode]: { readonly code: Code } & Readonly<
    Record<(typeof settingFindings)[Code]['details'][number], string>
  >;
}[SettingCode];

/** How a finding is meant. */
export function verdictOf({ code }: SettingFinding): Verdict {
  return settingFindings[code].verdict;
}

/** What a finding is about. */
export function matterOf({ code }: SettingFinding): Matter {
  return settingFindings[code].matter;
}
