/** What a scope or the audience of a token names: an API, and a permission of it. */

import type { PermissionApi } from '../guide/guide.ts';
import { permissionResources } from './permission-list.ts';

const signInScopes: readonly string[] = ['offline_access', 'openid', 'profile', 'email'];

/**
 * Hosts and IDs that stand for the same API; a token for Graph is refused by the mail servers, one for either host of
 * Outlook is taken.
 * @see https://github.com/MicrosoftDocs/office-developer-exchange-docs/issues/87 checked 2026-11-20
 */
const apis: ReadonlyMap<string, PermissionApi> = new Map([
  ['graph.microsoft.com', 'graph'],
  ['graph.microsoft.us', 'graph'],
  ['microsoftgraph.chinacloudapi.cn', 'graph'],
  [permissionResources.graph.appId, 'graph'],
  ['outlook.office365.com', 'exchange-online'],
  ['outlook.office.com', 'exchange-online'],
  [permissionResources['exchange-online'].appId, 'exchange-online'],
]);

/** The host or ID of an audience, or of what stands before the last slash of a scope, in lower case. */
export function resourceOf(address: string): string {
  const [host = ''] = address
    .toLowerCase()
    .replace(/^(?:https?|api):\/*/, '')
    .split('/', 1);
  return host;
}

/** The API that an address, a host or an ID stands for. */
export function apiOf(address: string): PermissionApi | undefined {
  return apis.get(resourceOf(address));
}

/** What a scope asks for, without its API. */
export function nameOf(scope: string): string {
  return scope.slice(scope.lastIndexOf('/') + 1);
}

/** Whether a scope is one of the sign-in itself, which belongs to no API. */
export function isSignInScope(scope: string): boolean {
  return signInScopes.includes(scope.toLowerCase());
}

/** Whether a permission is for a mail protocol; those have twins on both APIs. */
export function isMailPermission(name: string): boolean {
  return /^(?:IMAP|POP|SMTP)\./i.test(name);
}
