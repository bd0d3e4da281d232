/**
 * The words of the OAuth standard that stand in `error=`: less than a code, but more than nothing.
 * @see https://learn.microsoft.com/entra/identity-platform/v2-oauth2-auth-code-flow error codes, checked 2026-11-20
 */

/** Each word with the topics of the steps that are to be looked at, the likeliest first; none where waiting is all. */
export const oauthErrors = {
  cancelled: ['admin-consent'],
  access_denied: ['admin-consent'],
  consent_required: ['admin-consent'],
  interaction_required: ['user'],
  login_required: ['user'],
  invalid_client: ['client-secret', 'client-id'],
  invalid_grant: ['user'],
  invalid_request: ['endpoint'],
  invalid_resource: ['scope'],
  invalid_scope: ['scope'],
  unauthorized_client: ['client-id', 'public-client'],
  unsupported_grant_type: ['endpoint'],
  unsupported_response_type: ['implicit-grant', 'redirect-uri'],
  authorization_pending: ['public-client'],
  expired_token: ['public-client'],
  server_error: [],
  temporarily_unavailable: [],
} as const satisfies Record<string, readonly string[]>;

/** A word of the standard; `cancelled` is `access_denied` with Microsoft's subcode `cancel`. */
export type OauthError = keyof typeof oauthErrors;

function isOauthError(word: string): word is OauthError {
  return Object.hasOwn(oauthErrors, word) && word !== 'cancelled';
}

/** Words that nobody uses but OAuth: they count also where no `error` stands before them. */
const unmistakable = [
  'consent_required',
  'interaction_required',
  'invalid_client',
  'invalid_grant',
  'invalid_scope',
  'unauthorized_client',
  'unsupported_grant_type',
  'unsupported_response_type',
  'authorization_pending',
] as const satisfies readonly OauthError[];
const alone = new RegExp(String.raw`(?<![\w-])(?:${unmistakable.join('|')})(?![\w-])`, 'i');

/** The first word of the standard in a text, preferably one after `error`. */
export function oauthError(text: string): OauthError | undefined {
  const pattern = /(?<![\w-])(?:error|suberror)["']?\s{0,4}[=:]\s{0,4}["']?([a-z_]{5,40})\b/gi;
  const words = [...text.matchAll(pattern)].map(([, word = '']) => word.toLowerCase());
  const found = [...words, alone.exec(text)?.[0].toLowerCase() ?? ''].find(isOauthError);
  const cancelled = /\berror_subcode["']?\s{0,4}[=:]\s{0,4}["']?cancel\b/i.test(text);
  return found === 'access_denied' && cancelled ? 'cancelled' : found;
}
