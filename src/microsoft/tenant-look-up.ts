/** Sends the look-up of a tenant; the only request that this site makes without MSAL. */

import type { LookUpAnswer } from '../domain/sign-in/tenant-look-up.ts';

/** How long an answer may take, in milliseconds. */
const patience = 8_000;
/** Microsoft's description of a tenant has about 2,000 bytes. */
const longestAnswer = 64_000;

/** The body, cut off at `longestAnswer`. */
async function boundedText(response: Response): Promise<string> {
  const reader = response.body?.getReader();
  if (!reader) return '';
  const decoder = new TextDecoder();
  let text = '';
  let length = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return text + decoder.decode();
    length += value.byteLength;
    text += decoder.decode(value, { stream: true });
    if (length <= longestAnswer) continue;
    await reader.cancel();
    return text.slice(0, longestAnswer);
  }
}

/**
 * Asks Microsoft, without cookies, referrer or cache. Whatever goes wrong on the way is `no-answer`, since a browser
 * does not distinguish a refused request from a server that is down; if nothing comes back in time, it is `silence`.
 * @see https://learn.microsoft.com/entra/identity-platform/v2-protocols-oidc checked 2026-11-20
 */
export async function askTenant(address: string): Promise<LookUpAnswer> {
  const ending = new AbortController();
  const timer = setTimeout(() => {
    ending.abort();
  }, patience);
  try {
    const response = await fetch(address, {
      credentials: 'omit',
      cache: 'no-store',
      redirect: 'error',
      referrerPolicy: 'no-referrer',
      signal: ending.signal,
    });
    return { kind: 'answer', status: response.status, body: await boundedText(response) };
  } catch {
    return { kind: ending.signal.aborted ? 'silence' : 'no-answer' };
  } finally {
    clearTimeout(timer);
  }
}
