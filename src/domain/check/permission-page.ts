/** The words of the portal's two pages about permissions: heads of columns, headings of parts, ways of consent. */

import { spoken, wordEnd } from '../text/spoken.ts';
import { typeWords } from './permission-words.ts';
import type { SeenPermission } from './registration.ts';

/** Which part of a page a permission stands in; undefined for what is configured. */
export type Origin = SeenPermission['origin'];

const byWhom = spoken({
  de: '(?:administrator|benutzer)(?:einwilligung|zustimmung)',
  en: '(?:admin|user) consent',
  fr: "consentement (?:de l'|d'(?:un )?)?(?:administrateur|utilisateur)",
});
const type = `${typeWords.delegated}|${typeWords.application}`;

/** Cells of the enterprise application's page, one blank apart: the type, and through whom it was granted. */
export const consentForm = new RegExp(
  String.raw`^(.{1,250}?)\s(${type})\s(${byWhom})${wordEnd}`,
  'iu',
);
/** A type and the rest of its row. */
export const typedRow = new RegExp(String.raw`^(${type})\s(.+)$`, 'iu');

/** Contents of the column „Granted through“ on the page of the enterprise application. */
export const consent = new RegExp(`^${byWhom}$`, 'iu');
const consentColumn = new RegExp(
  `^${spoken({
    de: '(?:gewährt|erteilt) (?:über|durch|von)',
    en: 'granted (?:through|by)',
    fr: '(?:accord|octroy)ée?s? (?:par|via)(?: le biais de)?',
  })}$`,
  'iu',
);

/** Other headings on the page, which are not part of the row above. */
const aside = new RegExp(
  String.raw`^${spoken({
    de: 'andere|weitere|sonstige|zusätzliche',
    en: 'other|additional',
    fr: "d'autres|autres",
  })}${wordEnd}.{1,80}(?:berechtigung|permission|autorisation)`,
  'iu',
);
const configured = new RegExp(
  `^${spoken({
    de: 'konfigurierte berechtigungen',
    en: 'configured permissions',
    fr: 'autorisations configurées',
  })}${wordEnd}`,
  'iu',
);
const status = spoken({ de: 'status', en: 'status', fr: 'état|statut' });
const tableHead = new RegExp(
  String.raw`^(?:api${wordEnd}|${spoken({ de: '', en: '', fr: "nom (?:de l'|d')api" })}).{1,120}\s${status}$`,
  'iu',
);
const statusHead = new RegExp(`^${status}$`, 'iu');
const statusLabel = new RegExp(String.raw`^${status}\s?[:=]\s?`, 'iu');

/** Whether a cell is a heading for other permissions. */
export function isAside(cell: string): boolean {
  return aside.test(cell);
}

/**
 * Whether this is the portal's heading for permissions granted without being in the list.
 * @see https://learn.microsoft.com/entra/identity-platform/quickstart-configure-app-access-web-apis checked 2026-11-20
 */
function isOtherGranted(cell: string): boolean {
  return (
    isAside(cell) &&
    /gewährt|erteilt|granted|accordé|octroyé/i.test(cell) &&
    !/information/i.test(cell)
  );
}

/** The part of the page that starts with this cell; undefined if none does. */
export function partIn(cell: string): { readonly origin: Origin } | undefined {
  if (configured.test(cell)) return { origin: undefined };
  if (isOtherGranted(cell)) return { origin: 'other-granted' };
  return consentColumn.test(cell) ? { origin: 'enterprise-app' } : undefined;
}

/** Whether this is the column's head, or the whole table head with its cells one blank apart. */
export function isStatusColumn(cell: string): boolean {
  return statusHead.test(cell) || tableHead.test(cell);
}

/** A status without its label: „Granted“ of „Status: Granted“. */
export function withoutStatusLabel(cell: string): string {
  return cell.replace(statusLabel, '');
}
