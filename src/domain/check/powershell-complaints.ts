/** Recognises error messages of PowerShell and Exchange. */

/** The reason why a command did nothing. */
export type Complaint = 'not-connected' | 'not-found' | 'denied' | 'exists';

/**
 * In English and German. An unrecognised cmdlet is not loaded: the module is missing, nobody has connected, or the
 * account has no role for it, because connecting loads only cmdlets that its roles allow.
 * @see https://learn.microsoft.com/powershell/exchange/connect-to-exchange-online-powershell checked 2026-11-28
 * @see https://learn.microsoft.com/powershell/exchange/find-exchange-cmdlet-permissions checked 2026-11-28
 */
const complaintWords: readonly (readonly [RegExp, Complaint])[] = [
  [
    /CommandNotFoundException|is not recognized as|(?:wurde|wird) nicht als Name eines Cmdlet|must call the Connect-ExchangeOnline/i,
    'not-connected',
  ],
  [
    /UnauthorizedAccessException|AuthorizationException|\bAccess(?: is)? denied\b|Zugriff (?:wurde )?verweigert|(?:isn['’]t|is not) within (?:a|your) (?:valid|current) (?:server )?write scopes?|(?:don['’]t|do not) have (?:sufficient|enough) permissions|nicht über (?:die erforderlichen|ausreichende) (?:Rechte|Berechtigungen)/i,
    'denied',
  ],
  [
    /ManagementObjectNotFoundException|couldn['’]t be found|could not be found|konnte nicht gefunden werden|wurde nicht gefunden|nicht gefunden wurde|nicht auf .{1,120} gefunden/i,
    'not-found',
  ],
  [
    /ObjectAlreadyExistsException|already exists|(?:ist|sind) bereits vorhanden|existiert bereits/i,
    'exists',
  ],
];

/** The error in a line, if there is one. */
export function complaintIn(line: string): Complaint | undefined {
  return complaintWords.find(([words]) => words.test(line))?.[1];
}
