/** Microsoft's permissions for mail: names, IDs, and what each of them reaches. */

import type { PermissionApi, PermissionType } from '../guide/guide.ts';

/** An API whose permissions can be requested. */
export interface PermissionResource {
  /** `resourceAppId` of the manifest. */
  readonly appId: string;
  /** As the portal shows it, in every language. */
  readonly displayName: string;
}

/**
 * The two APIs; a permission of the same name has another ID on each.
 * @see https://github.com/merill/microsoft-info `_info/MicrosoftApps.csv`, checked 2026-11-20
 */
export const permissionResources = {
  graph: {
    appId: '00000003-0000-0000-c000-000000000000',
    displayName: 'Microsoft Graph',
  },
  'exchange-online': {
    appId: '00000002-0000-0ff1-ce00-000000000000',
    displayName: 'Office 365 Exchange Online',
  },
} as const satisfies Record<PermissionApi, PermissionResource>;

/** Where the rows of the list come from, and the day they were checked. */
export const permissionSources = {
  'graph-descriptions': {
    text: 'microsoftgraph/microsoft-graph-devx-content permissions-descriptions.json; merill/microsoft-info _info',
    checked: '2026-11-20',
  },
  'exchange-listing-and-script': {
    text: 'public listing of the permissions of Office 365 Exchange Online; BohrenAn/GitHub_PowerShellScripts IMAPPOP3_OAUTH2.ps1',
    checked: '2026-11-20',
  },
  'exchange-listing': {
    text: 'public listing of the permissions of Office 365 Exchange Online',
    checked: '2026-11-20',
  },
  'exchange-manifests': {
    text: 'MicrosoftDocs, Business Central „E-Mail-Protokollierung einrichten“ (manifest with this ID); vendors’ guides with the same manifest',
    checked: '2026-11-20',
  },
  'exchange-smtp-note': {
    text: 'third-party table of the three AsApp IDs; a public manifest that requests this ID',
    checked: '2026-11-20',
  },
} as const satisfies Record<string, { readonly text: string; readonly checked: string }>;

/** A permission that we know. */
export interface KnownPermission {
  readonly api: PermissionApi;
  /** Exactly as Microsoft spells it, capital letters included. */
  readonly name: string;
  readonly type: PermissionType;
  /** `resourceAccess[].id` of the manifest. */
  readonly id: string;
  /** `high` = two independent sources; `medium` = one, so not for a manifest to be pasted unseen. */
  readonly idCertainty: 'high' | 'medium';
  /** The portal's column „Administratoreinwilligung erforderlich“; a tenant's consent policy can demand more. */
  readonly adminConsentRequired: boolean;
  /** Whose mailboxes: `granted-mailboxes` are those given one by one in Exchange. */
  readonly reach: 'all-mailboxes' | 'granted-mailboxes' | 'signed-in-user';
  /** The role that confines it in Exchange Online (IPM-16); null where there is none. */
  readonly exchangeRole: string | null;
  readonly displayNameEn: string | null;
  readonly displayNameDe: string | null;
  readonly source: keyof typeof permissionSources;
}

/** What most permissions of a kind have in common. */
const delegated = {
  type: 'delegated',
  adminConsentRequired: false,
  reach: 'signed-in-user',
  exchangeRole: null,
  displayNameEn: null,
  displayNameDe: null,
} as const;
const application = {
  ...delegated,
  type: 'application',
  adminConsentRequired: true,
  reach: 'all-mailboxes',
} as const;
const graph = { api: 'graph', idCertainty: 'high', source: 'graph-descriptions' } as const;
const graphDelegated = { ...delegated, ...graph } as const;
const graphApplication = { ...application, ...graph } as const;
const exchangeDelegated = {
  ...delegated,
  api: 'exchange-online',
  idCertainty: 'medium',
  source: 'exchange-listing',
} as const;
const exchangeApplication = {
  ...application,
  api: 'exchange-online',
  idCertainty: 'high',
  reach: 'granted-mailboxes',
  source: 'exchange-listing-and-script',
} as const;

/**
 * The permissions that mail products ask for.
 * @see https://learn.microsoft.com/graph/permissions-reference checked 2026-11-20 (IPM-14, FF-09, BM-09)
 */
export const permissionList: readonly KnownPermission[] = [
  {
    ...graphApplication,
    name: 'Mail.ReadWrite',
    id: 'e2a3a72e-5f79-4c64-b1b1-878b674786c9',
    exchangeRole: 'Application Mail.ReadWrite',
    displayNameEn: 'Read and write mail in all mailboxes',
    displayNameDe: 'Lese- und Schreibzugriff auf E-Mails in allen Postfächern',
  },
  {
    ...graphApplication,
    name: 'Mail.Send',
    id: 'b633e1c5-b582-4048-a93e-9f11b44c7e96',
    exchangeRole: 'Application Mail.Send',
    displayNameEn: 'Send mail as any user',
    displayNameDe: 'E-Mails als beliebiger Benutzer senden',
  },
  {
    ...graphApplication,
    name: 'MailboxFolder.Read.All',
    id: '99280d24-a782-4793-93cc-0888549957f6',
    exchangeRole: 'Application MailboxFolder.Read',
    displayNameEn: "Read all the users' mailbox folders",
  },
  {
    ...graphApplication,
    name: 'MailboxFolder.ReadWrite.All',
    id: 'fef87b92-8391-4589-9da7-eb93dab7dc8a',
    exchangeRole: 'Application MailboxFolder.ReadWrite',
    displayNameEn: "Read and write all the users' mailbox folders",
  },
  {
    ...graphDelegated,
    name: 'Mail.ReadWrite',
    id: '024d486e-b451-40bb-833d-3e66d98c5c73',
    displayNameEn: 'Read and write access to user mail',
    displayNameDe: 'Schreib-/Lesezugriff auf Benutzer-E-Mails',
  },
  {
    ...graphDelegated,
    name: 'Mail.Send',
    id: 'e383f46e-2787-4529-855e-0e479a3ffac0',
    displayNameEn: 'Send mail as a user',
    displayNameDe: 'E-Mails als Benutzer senden',
  },
  {
    ...graphDelegated,
    name: 'SMTP.Send',
    id: '258f6531-6087-4cc4-bb90-092c5fb3ed3f',
    displayNameEn: 'Send emails from mailboxes using SMTP AUTH',
    displayNameDe: 'Senden von E-Mails aus Postfächern mit SMTP AUTH.',
  },
  {
    ...graphDelegated,
    name: 'IMAP.AccessAsUser.All',
    id: '652390e4-393a-48de-9484-05f9b1212954',
    displayNameEn: 'Read and write access to mailboxes via IMAP',
    displayNameDe: 'Lese- und Schreibzugriff auf Postfächer mittels IMAP.',
  },
  {
    ...graphDelegated,
    name: 'POP.AccessAsUser.All',
    id: 'd7b7f2d9-0f45-4ea1-9d42-e50810c06991',
    displayNameEn: 'Read and write access to mailboxes via POP',
    displayNameDe: 'Lese- und Schreibzugriff auf Postfächer mittels POP.',
  },
  {
    ...graphDelegated,
    name: 'User.Read',
    id: 'e1fe6dd8-ba31-4d61-89e7-88639da4683d',
    displayNameEn: 'Sign in and read user profile',
    displayNameDe: 'Anmelden und Benutzerprofil lesen',
  },
  {
    ...graphDelegated,
    name: 'offline_access',
    id: '7427e0e9-2fba-42fe-b0c0-848c9e6a8182',
    displayNameEn: 'Maintain access to data you have given it access to',
    displayNameDe: 'Den Zugriff auf Daten beibehalten, auf die Sie ihr Zugriff gewährt haben',
  },
  {
    ...graphDelegated,
    name: 'openid',
    id: '37f7f235-527c-4136-accd-4a02d197296e',
    displayNameEn: 'Sign users in',
    displayNameDe: 'Benutzer anmelden',
  },
  {
    ...graphDelegated,
    name: 'profile',
    id: '14dad69e-099b-42c9-810b-d002981feec1',
    displayNameEn: "View users' basic profile",
    displayNameDe: 'Zeigen Sie das Basisprofil des Benutzers an',
  },
  {
    ...graphDelegated,
    name: 'email',
    id: '64a6cdd6-aab1-4aaf-94b8-3cc8405e90d0',
    displayNameEn: "View users' email address",
    displayNameDe: 'E-Mail-Adresse von Benutzern anzeigen',
  },
  {
    ...exchangeApplication,
    name: 'IMAP.AccessAsApp',
    id: '5e5addcd-3e8d-4e90-baf5-964efab2b20a',
    displayNameEn: 'IMAP.AccessAsApp',
  },
  {
    ...exchangeApplication,
    name: 'POP.AccessAsApp',
    id: 'cb842b43-da6e-4506-86fe-bb12199c656d',
    displayNameEn: 'POP.AccessAsApp',
  },
  {
    ...exchangeApplication,
    name: 'full_access_as_app',
    id: 'dc890d15-9560-4a4c-9b7f-a736ec74ec40',
    reach: 'all-mailboxes',
    exchangeRole: 'Application EWS.AccessAsApp',
    displayNameEn: 'Use Exchange Web Services with full access to all mailboxes',
    source: 'exchange-manifests',
  },
  {
    ...exchangeApplication,
    name: 'SMTP.SendAsApp',
    id: '7146a1f0-8703-45b3-9eae-527a64c00995',
    exchangeRole: 'Application SMTP.SendAsApp',
    source: 'exchange-smtp-note',
    idCertainty: 'medium',
  },
  {
    ...exchangeDelegated,
    name: 'IMAP.AccessAsUser.All',
    id: '195adc35-e27b-454b-a7ed-1ecdffa1c09f',
    displayNameEn: 'Read and write access to your mail via IMAP',
  },
  {
    ...exchangeDelegated,
    name: 'POP.AccessAsUser.All',
    id: 'fb698133-92fa-453e-a9ed-688e10f2e5ac',
    displayNameEn: 'Read and write access to your mail via POP',
  },
  {
    ...exchangeDelegated,
    name: 'SMTP.Send',
    id: '76faac2a-0f20-42f1-928a-50de5b9dbe52',
    displayNameEn: 'Access to sending emails from your mailbox using SMTP AUTH',
  },
];
