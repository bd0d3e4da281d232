/** Whether a text is an error message: asked before it is compared with settings. */

import { catalogueOf, type Catalogue } from './catalogue.ts';
import { findCodes } from './find-codes.ts';
import { oauthError } from './oauth-errors.ts';
import { readPasted } from './pasted-text.ts';

/** Without the catalogue, numbers and statuses are still found. */
const noCatalogue = catalogueOf([]);

/** How programs and mail servers report a failure without any number. */
const failureForm: readonly RegExp[] = [
  /\berror_(?:description|codes?)\b|"error"\s{0,4}:|\bErrorAccessDenied\b|(?<![\d.])5\.7\.\d{1,3}(?![\d.])/i,
  // An exception with its message, and the lines below it.
  /(?<![\w.])(?:[A-Za-z]\w{0,60}\.){0,8}[A-Z]\w{1,60}(?:Exception|Error)(?::\s|\s\(0x)/,
  /^\s{1,12}(?:at|bei)\s[\w.<>`$+]{3,200}\(/m,
  /\b(?:Fehler|Error|Erreur|HTTP)\b[^\n\d]{1,20}\b[45]0\d\b|\b401 Unauthorized\b|\b403 Forbidden\b/i,
  /\bUnhandled exception\b|\bTraceback \(most recent call last\)/i,
  // Mail servers and sign-ins.
  /\bAUTHENTICATIONFAILED\b|^\W{0,4}-ERR\b|\b(?:LOGIN|AUTHENTICATE) failed\b/m,
  /\b(?:authentication|login|logon|sign-?in) (?:failed|unsuccessful|failure|error)\b|\binvalid (?:credentials|login)\b/i,
  /\b(?:An|Ein)meldung (?:ist |war |am \w{1,20} |beim? \w{1,20} )?(?:fehlgeschlagen|nicht möglich|nicht erfolgreich)|(?:Anmeldung|Zugriff) (?:wurde |ist )?(?:abgelehnt|verweigert)|Authentifizierung(?:sfehler| (?:ist )?fehlgeschlagen)|Anmeldefehler/i,
  /(?:connexion|authentification|ouverture de session) (?:a |est |n['’]a pas )?(?:échoué|été refusée|refusée|abouti|impossible)|[ée]chec (?:de (?:la )?connexion|de l['’](?:authentification|ouverture de session)|d['’]authentification)|accès (?:a été |est )?refusé/i,
  /\b(?:SMTP|IMAP|POP3?)[ -]?(?:Fehler|error)\b|\b(?:Fehler|error) (?:beim|bei der|while|when) (?:Senden|Abrufen|Anmeld|sending|fetching|connecting)|\berreur (?:SMTP|IMAP|POP3?|lors de|pendant|d['’]authentification|de connexion)/i,
  /\b(?:connection|operation) (?:timed out|refused|was closed)|Zeitüberschreitung|Verbindung (?:wurde |ist )?(?:abgelehnt|getrennt|fehlgeschlagen)|délai d['’]attente (?:a été )?dépassé/i,
];

/**
 * Whether the decoder would explain something in this text, or whether it has the form of a failure that nobody has
 * numbered. Without the catalogue its patterns are not asked.
 */
export function isErrorText(pasted: string, catalogue: Catalogue = noCatalogue): boolean {
  const { text } = readPasted(pasted);
  if (failureForm.some((form) => form.test(text))) return true;
  return findCodes(text, catalogue).length > 0 || oauthError(text) !== undefined;
}
