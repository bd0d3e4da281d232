/** How secrets, tokens and passwords look, as far as text that is none must be told from them. */

/**
 * Says whether a text begins like the secrets Entra makes today: three characters, a digit, `Q~`.
 * @see https://github.com/gitleaks/gitleaks rule azure-ad-client-secret (checked 2026-11-20)
 */
export function beginsLikeSecret(text: string): boolean {
  return /^[\w~.-]{3}\dQ~/.test(text);
}

/**
 * Whether a text holds what may be today's form of a secret, anywhere in it. Older forms look like other text; where
 * none is expected, `credentialsIn` finds most of them.
 */
export function mayHoldSecret(text: string): boolean {
  return /[\w~.-]{3}\dQ~/.test(text);
}

/** Whether a text is a whole secret of today's form: 40 characters. */
export function isSecretWhole(text: string): boolean {
  return /^[\w~.-]{3}\dQ~[\w~.-]{34}$/.test(text);
}
