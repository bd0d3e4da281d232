/** How secrets, tokens and passwords look, as far as they must be distinguished from other text. */

/**
 * How the secrets begin that Entra makes today: three characters, a digit, `Q~`.
 * @see https://github.com/gitleaks/gitleaks rule azure-ad-client-secret (checked 2026-11-20)
 */
const start = String.raw`[\w~.-]{3}\dQ~`;
const atStart = new RegExp(`^${start}`);
const anywhere = new RegExp(start);
const whole = new RegExp(String.raw`^${start}[\w~.-]{34}$`);

/** Whether a text begins like a secret of today's form. */
export function beginsLikeSecret(text: string): boolean {
  return atStart.test(text);
}

/**
 * Whether a text holds what may be today's form of a secret, anywhere in it. Older forms look like other text; where
 * none is expected, `credentialsIn` finds most of them.
 */
export function mayHoldSecret(text: string): boolean {
  return anywhere.test(text);
}

/** Whether a text is a whole secret of today's form: 40 characters. */
export function isSecretWhole(text: string): boolean {
  return whole.test(text);
}

/** Random letters and digits change their kind at about six of ten places, words and names at one or two. */
const changesOfRandom = 0.4;
/** With capitals only, or small letters only, it takes this many letters and digits to tell. */
const shortestPlain = 33;

/**
 * Whether letters and digits stand in no order that a name or an address has. Of fewer than `shortest` nobody can tell; one
 * kind of letters without digits is never random.
 */
export function isRandom(text: string, shortest = 0): boolean {
  const kinds = (text.match(/[a-z]|[A-Z]|\d/g) ?? []).map((one) =>
    /\d/.test(one) ? 'digit' : one === one.toLowerCase() ? 'small' : 'capital',
  );
  const different = new Set(kinds);
  const isMixed = different.size === 3 || (different.size === 2 && kinds.length >= shortestPlain);
  if (!isMixed || !different.has('digit') || kinds.length < shortest) return false;
  const changes = kinds.filter((kind, index) => index > 0 && kind !== kinds[index - 1]).length;
  return changes >= changesOfRandom * kinds.length;
}
