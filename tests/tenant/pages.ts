/** The few pages that the test tenant shows: choice of an account, consent, errors. */

import type { Account } from './directory.ts';
import type { MicrosoftError } from './errors.ts';

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${String(character.charCodeAt(0))};`);
}

function page(title: string, body: string): string {
  return `<!doctype html><html lang="de"><meta charset="utf-8"><title>${title}</title><h1>${title}</h1>${body}</html>`;
}

/** „Konto auswählen“; an empty account cancels. */
export function accountPage(accounts: readonly Account[]): string {
  const tiles = accounts.map(
    ({ objectId, name, mail }) =>
      `<p><button name="account" value="${objectId}">${escaped(name)} ${escaped(mail)}</button></p>`,
  );
  return page(
    'Konto auswählen',
    `<form method="post">${tiles.join('')}<p><button name="account" value="">Abbrechen</button></p></form>`,
  );
}

/** „Angeforderte Berechtigungen“. */
export function consentPage(scopes: string): string {
  return page(
    'Angeforderte Berechtigungen',
    `<p>${escaped(scopes)}</p><form method="post"><button name="consent" value="yes">Akzeptieren</button> <button name="consent" value="">Abbrechen</button></form>`,
  );
}

/** The administrator's consent for all users: two links back. */
export function adminConsentPage(accept: string, decline: string): string {
  return page(
    'Angeforderte Berechtigungen für Ihre Organisation',
    `<p><a href="${escaped(accept)}">Akzeptieren</a> <a href="${escaped(decline)}">Abbrechen</a></p>`,
  );
}

/** „Anmelden – Leider …“: an error that stays in Microsoft's window. */
export function errorPage({
  error_description,
  trace_id,
  correlation_id,
  timestamp,
}: MicrosoftError): string {
  const [message = ''] = error_description.split(' Trace ID: ', 1);
  return page(
    'Anmelden',
    `<p>Leider können wir Sie nicht anmelden.</p><p>${escaped(message)}</p>` +
      `<p>Request Id: ${trace_id}<br>Correlation Id: ${escaped(correlation_id)}<br>Timestamp: ${timestamp}</p>`,
  );
}

/** An answer that no part of a sign-in can read. */
export const garbagePage = page('Wartung', '<p>Dieses Netz verlangt eine Anmeldung am WLAN.</p>');
