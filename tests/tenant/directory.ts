/** The test tenant's data: made-up directories, accounts and apps, each app with its (mis)configuration. */

/** The host that the test tenant impersonates. */
export const signInHost = 'login.microsoftonline.com';

/** How a directory answers. */
export type DirectoryState = 'normal' | 'slow' | 'garbage' | 'down';

/** A directory („Mandant“). */
export interface Directory {
  readonly id: string;
  readonly domains: readonly string[];
  readonly state: DirectoryState;
}

/** The directories. Any other is answered with AADSTS90002. */
export const directories = {
  muster: {
    id: '3d6a1f80-5b2c-4e97-8a41-7c09e2d4b615',
    domains: ['muster.example', 'muster.onmicrosoft.com'],
    state: 'normal',
  },
  other: {
    id: '6f0b2d94-17ce-4a58-b3e6-50d98c41a7f2',
    domains: ['andere.example'],
    state: 'normal',
  },
  slow: { id: 'a48c7e15-3d90-4f6b-82a7-1be5d06f93c8', domains: ['langsam.example'], state: 'slow' },
  garbage: {
    id: 'c15d83f6-a0e2-47b9-9d34-6e72f8b105ca',
    domains: ['unsinn.example'],
    state: 'garbage',
  },
  down: { id: 'e92f46ab-6c18-4d03-a5f7-83b0c1d72e64', domains: ['aus.example'], state: 'down' },
} as const satisfies Record<string, Directory>;

/** The ID of a directory that does not exist. */
export const unknownDirectory = '0b7e5a3c-94d1-4c26-8f60-d2a91e4873b5';

/** An account that can be picked at sign-in. */
export interface Account {
  readonly objectId: string;
  readonly name: string;
  readonly mail: string;
}

/** The accounts, the same in every directory. */
export const accounts = {
  mailbox: {
    objectId: '17d2c6e9-5a80-4b3f-9e14-c06d7f82a35b',
    name: 'Versand Muster',
    mail: 'ipm+versand@muster.example',
  },
  colleague: {
    objectId: '82fa03b7-d94c-4e61-a7f5-3e16b9c0d248',
    name: 'Kollegin Muster',
    mail: 'kollegin@muster.example',
  },
} as const satisfies Record<string, Account>;

/** How an app is configured, or how its token request ends. */
export type AppState =
  | 'right'
  /** Registered with a redirect URI for something else. */
  | 'other-redirect-uri'
  /** Asks the user for consent. */
  | 'asks-for-consent'
  /** Nobody has consented: 65001 from the token endpoint. */
  | 'consent-missing'
  | 'secret-demanded'
  | 'registered-as-web'
  /** The same, but without CORS headers, so that the page cannot read the answer. */
  | 'registered-as-web-unreadable'
  | 'token-endpoint-down'
  | 'token-endpoint-slow'
  | 'token-endpoint-garbage'
  /** Accepts the request and never answers. */
  | 'token-endpoint-silent'
  /** Issues tokens with a clock that is an hour ahead. */
  | 'clock-ahead'
  | 'fewer-scopes'
  /** The sign-in page itself does not load. */
  | 'sign-in-page-down';

/** The client ID of an app by its state; any other ID is answered with AADSTS700016. */
export const apps = {
  right: '9e41c7b2-08fd-4a36-b5d9-21f67a0c83e4',
  'other-redirect-uri': '1a5e90d7-3b62-4c8f-97e0-b4d16f2a8c35',
  'asks-for-consent': '2b6fa1e8-4c73-4d90-a8f1-c5e2703b9d46',
  'consent-missing': '3c70b2f9-5d84-4ea1-b902-d6f3814cae57',
  'secret-demanded': '4d81c30a-6e95-4fb2-8a13-e704925dbf68',
  'registered-as-web': '5e92d41b-7fa6-40c3-9b24-f815a36ec079',
  'registered-as-web-unreadable': '6fa3e52c-80b7-41d4-ac35-0926b47fd18a',
  'token-endpoint-down': '70b4f63d-91c8-42e5-bd46-1a37c580e29b',
  'token-endpoint-slow': '81c5074e-a2d9-43f6-8e57-2b48d691f3ac',
  'token-endpoint-garbage': '92d6185f-b3ea-4407-9f68-3c59e7a204bd',
  'token-endpoint-silent': 'e7bd5c13-08f2-4a6d-9b41-5f20c8d7a394',
  'clock-ahead': 'a3e72960-c4fb-4518-a079-4d6af8b315ce',
  'fewer-scopes': 'b4f83a71-d50c-4629-b18a-5e7b09c426df',
  'sign-in-page-down': 'c5094b82-e61d-473a-829b-6f8c1ad537e0',
} as const satisfies Record<AppState, string>;

/** The client ID of an app that does not exist. */
export const unknownApp = 'd61a5c93-f72e-484b-93ac-709d2be648f1';

/** The directory of an ID or a domain. */
export function directoryOf(tenant: string): Directory | undefined {
  const wanted = tenant.toLowerCase();
  return Object.values<Directory>(directories).find(
    ({ id, domains }) => id === wanted || domains.includes(wanted),
  );
}

/** The state of an app. */
export function appStateOf(clientId: string | undefined): AppState | undefined {
  return (Object.keys(apps) as AppState[]).find((state) => apps[state] === clientId);
}

/** The account of an object ID. */
export function accountOf(objectId: string): Account | undefined {
  return Object.values<Account>(accounts).find((account) => account.objectId === objectId);
}
