/** Sends the look-up of a tenant; the only request that this site makes without MSAL. */

import type { LookUpAnswer } from '../domain/sign-in/tenant-look-up.ts';

/** How long an answer may take, in milliseconds. */
const patience = 8_000;
/** Microsoft's description of a tenant has about 2,000 bytes. */
const longestAnswer = 64_000;

/** The body up to a limit; undefined where it is longer. */
async function boundedText(response: Response): Promise<string | undefined> {
  const reader = response.body?.getReader();
  if (!reader) return '';
  const decoder = new TextDecoder();
  let text = '';
  let length = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return text + decoder.decode();
    length += value.byteLength;
    if (length > longestAnswer) {
      await reader.cancel();
      return undefined;
    }
    text += decoder.decode(value, { stream: true });
  }
}

/**
 * Asks Microsoft, without cookies, referrer or cache. Whatever goes wrong on the way is `no-answer`, since a browser
 * does not tell a refused request from a server that is down.
 * @see https://learn.microsoft.com/entra/identity-platform/v2-protocols-oidc checked 2026-11-20 (facts/platform.md)
 */
export async function askTenant(address: string): Promise<LookUpAnswer> {
  try {
    const response = await fetch(address, {
      credentials: 'omit',
      cache: 'no-store',
      redirect: 'error',
      referrerPolicy: 'no-referrer',
      signal: AbortSignal.timeout(patience),
    });
    const body = await boundedText(response);
    if (body === undefined) return { kind: 'no-answer' };
    return { kind: 'answer', status: response.status, body };
  } catch {
    return { kind: 'no-answer' };
  }
}
