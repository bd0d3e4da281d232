/**
 * Errors in Microsoft's format: number, sentence, IDs and time. The sentences are from the public list and from
 * public reports.
 * @see https://learn.microsoft.com/entra/identity-platform/reference-error-codes checked 2026-11-20
 */

import { randomUUID } from 'node:crypto';

/** The errors that the test tenant knows; `{…}` is filled in. */
const sentences = {
  50011:
    "The redirect URI '{redirectUri}' specified in the request does not match the redirect URIs configured for the application '{clientId}'. Make sure the redirect URI sent in the request matches one added to your application in the Azure portal.",
  50020:
    "User account '{mail}' from identity provider does not exist in tenant '{tenant}' and cannot access the application '{clientId}' in that tenant.",
  65001:
    "The user or administrator has not consented to use the application with ID '{clientId}'. Send an interactive authorization request for this user and resource.",
  65004: 'User declined to consent to access the app.',
  90002:
    "Tenant '{tenant}' not found. Check to make sure you have the correct tenant ID and are signing into the correct cloud. Check with your subscription administrator, this may happen if there are no active subscriptions for the tenant.",
  90014: 'The required field is missing from the request: {detail}.',
  700016:
    "Application with identifier '{clientId}' was not found in the directory '{tenant}'. This can happen if the application has not been installed by the administrator of the tenant or consented to by any user in the tenant. You may have sent your authentication request to the wrong tenant.",
  7000218:
    "The request body must contain the following parameter: 'client_assertion' or 'client_secret'.",
  9002326:
    "Cross-origin token redemption is permitted only for the 'Single-Page Application' client-type.",
} as const;

/** One of Microsoft's error numbers. */
export type ErrorNumber = keyof typeof sentences;

/** The details filled into an error's sentence. */
export type ErrorDetails = Readonly<
  Partial<
    Record<'clientId' | 'redirectUri' | 'tenant' | 'mail' | 'detail' | 'correlationId', string>
  >
>;

/** An error as sent. */
export interface MicrosoftError {
  readonly error: string;
  readonly error_description: string;
  readonly error_codes: readonly number[];
  readonly timestamp: string;
  readonly trace_id: string;
  readonly correlation_id: string;
  readonly error_uri: string;
  readonly suberror?: string;
}

/** An error in Microsoft's format; `error` is the OAuth error. */
export function microsoftError(
  number: ErrorNumber,
  error: string,
  details: ErrorDetails,
): MicrosoftError {
  const timestamp = new Date().toISOString().replace('T', ' ').replace(/\..*$/, 'Z');
  const traceId = randomUUID();
  const correlationId = details.correlationId ?? randomUUID();
  const given: Readonly<Record<string, string | undefined>> = details;
  const sentence = sentences[number].replace(
    /\{([A-Za-z]+)\}/g,
    (whole, name: string) => given[name] ?? whole,
  );
  return {
    error,
    error_description: `AADSTS${String(number)}: ${sentence} Trace ID: ${traceId} Correlation ID: ${correlationId} Timestamp: ${timestamp}`,
    error_codes: [number],
    timestamp,
    trace_id: traceId,
    correlation_id: correlationId,
    error_uri: `https://login.microsoftonline.com/error?code=${String(number)}`,
  };
}
