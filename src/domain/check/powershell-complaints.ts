/** Recognises error messages of PowerShell and Exchange. */

/** The reason why a command did nothing. */
export type Complaint =
  | 'not-connected'
  | 'not-found'
  | 'denied'
  | 'exists'
  | 'scripts-off'
  | 'parameter-unknown'
  | 'value-refused'
  | 'module-missing'
  | 'not-elevated';

/**
 * In all languages. An unrecognised cmdlet is not loaded: the module is missing, nobody has connected, or the
 * account has no role for it, because connecting loads only cmdlets that its roles allow.
 * @see https://learn.microsoft.com/powershell/exchange/connect-to-exchange-online-powershell checked 2026-11-28
 * @see https://learn.microsoft.com/powershell/exchange/find-exchange-cmdlet-permissions checked 2026-11-28
 * @see https://learn.microsoft.com/powershell/module/microsoft.powershell.core/about/about_execution_policies checked 2026-11-29
 */
const complaintWords: readonly (readonly [RegExp, Complaint])[] = [
  [
    /running scripts is disabled on this system|Ausführung von Skripts auf diesem System deaktiviert|exécution de scripts est désactivée|\bPSSecurityException\b/i,
    'scripts-off',
  ],
  [
    /NamedParameterNotFound|parameter cannot be found that matches parameter name|kein Parameter gefunden, der dem Parameternamen|Impossible de trouver un paramètre correspondant/i,
    'parameter-unknown',
  ],
  [
    /ParameterArgumentTransformationError|Cannot process argument transformation|Argumenttransformation für den Parameter|transformation d['’]argument sur le paramètre/i,
    'value-refused',
  ],
  [
    /NoMatchFoundForCriteria|No match was found for the specified search criteria|keine Übereinstimmung für die angegebenen Suchkriterien|no valid module file was found|keine gültige Moduldatei|Aucune correspondance (?:n['’]a été )?trouvée pour les critères|aucun fichier de module valide/i,
    'module-missing',
  ],
  [
    /Administrator rights are required to install|InstallModuleNeedsCurrentUserScopeParameterForNonAdminUser|Administratorrechte sind (?:für die|zum|erforderlich)|droits d['’]administrateur (?:sont )?(?:requis|nécessaires)/i,
    'not-elevated',
  ],
  [
    /CommandNotFoundException|is not recognized as|(?:wurde|wird) nicht als Name eines Cmdlet|pas reconnue? (?:comme|en tant que) nom d['’](?:une )?applet|must call the Connect-ExchangeOnline/i,
    'not-connected',
  ],
  [
    /UnauthorizedAccessException|AuthorizationException|\bAccess(?: is)? denied\b|Zugriff (?:wurde )?verweigert|(?:isn['’]t|is not) within (?:a|your) (?:valid|current) (?:server )?write scopes?|(?:don['’]t|do not) have (?:sufficient|enough) permissions|nicht über (?:die erforderlichen|ausreichende) (?:Rechte|Berechtigungen)|accès (?:est |a été )?refusé|(?:ne disposez|n['’]avez) pas (?:de |d['’]|des )?(?:suffisamment d['’])?(?:autorisations|droits)/i,
    'denied',
  ],
  [
    /ManagementObjectNotFoundException|couldn['’]t be found|could not be found|konnte nicht gefunden werden|wurde nicht gefunden|nicht gefunden wurde|nicht auf .{1,120} gefunden|introuvable|n['’]a pas (?:pu être|été) trouvée?/i,
    'not-found',
  ],
  [
    /ObjectAlreadyExistsException|already exists|(?:ist|sind) bereits vorhanden|existiert bereits|existe déjà/i,
    'exists',
  ],
];

/** The error in a line, if there is one. */
export function complaintIn(line: string): Complaint | undefined {
  return complaintWords.find(([words]) => words.test(line))?.[1];
}
