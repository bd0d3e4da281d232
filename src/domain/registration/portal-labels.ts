/** Which label of `content/portal/labels.yml` the portal has for what a guide says. */

import type { Audience, MailServer, PermissionType, Platform } from '../guide/guide.ts';

/** The platforms on the page „Authentifizierung“. */
export const platformLabels = {
  web: 'web',
  spa: 'single-page-application',
  'public-client': 'mobile-and-desktop-applications',
} as const satisfies Record<Platform, string>;

/** The platforms in the form for a new registration; only those that a vendor's guide shows have a label. */
export const newRegistrationPlatformLabels: Partial<Record<Platform, string>> = {
  web: 'web',
  spa: 'single-page-application-new-registration',
};

/** Who may sign in, as it is worded now and as it was before; only those that a vendor's guide shows have a label. */
export const accountTypeLabels: Partial<Record<Audience, readonly [now: string, before: string]>> =
  {
    'single-tenant': ['single-tenant-only', 'accounts-single-tenant'],
    'multi-tenant': ['multiple-tenants', 'accounts-multitenant'],
  };

/** The boxes under „E-Mail-Apps verwalten“. */
export const mailAppLabels = {
  imap: 'mail-app-imap',
  pop: 'mail-app-pop',
  smtp: 'authenticated-smtp',
} as const satisfies Record<MailServer['protocol'], string>;

/** The column „Typ“ of the permissions. */
export const permissionTypeLabels = {
  application: 'type-application',
  delegated: 'type-delegated',
} as const satisfies Record<PermissionType, string>;
