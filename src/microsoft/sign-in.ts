/**
 * The test sign-in: all that this site does with MSAL, which comes on the reader's click. Tokens do not leave this
 * file; nothing of a sign-in stays in the browser.
 */

import type { Configuration, EventMessage, PopupRequest } from '@azure/msal-browser';
import type { SignInAnswer, SignInError, SignInOutcome } from '../domain/sign-in/test-sign-in.ts';
import { clouds, type Cloud } from '../domain/registration/token-endpoint.ts';
import { answerChannel } from './answer-channel.ts';
import { forgetSignIn } from './sign-in-traces.ts';

/** What is asked of Microsoft. */
export interface SignInRequest {
  readonly clientId: string;
  readonly tenantId: string;
  readonly cloud: Cloud;
  /** In addition to those that every sign-in requests. */
  readonly scopes: readonly string[];
  /** Where Microsoft sends its answer: what the reader registers, with the slash at its end. */
  readonly answerAddress: string;
}

/** What the caller is told while Microsoft's window is open. */
export interface SignInWatch {
  /** The window may be closed; or Microsoft has cut it off from this page, which looks the same. */
  readonly closed: () => void;
  /** Microsoft's answer has arrived and is being redeemed; if that takes too long, the test ends. */
  readonly answered: () => void;
  /** Ends the test; the promise then resolves to `lotse_cancelled`. */
  readonly cancel: AbortSignal;
}

/** A sign-in that is ready to start. */
export interface PreparedSignIn {
  /** Opens Microsoft's window; must be called within a click, since browsers block other windows. */
  inWindow(watch: SignInWatch): Promise<SignInOutcome>;
  /** Leaves this page for Microsoft's; resolves only if that fails. */
  inThisWindow(): Promise<SignInError>;
}

type Msal = typeof import('./msal.ts');
type Application = InstanceType<Msal['PublicClientApplication']>;
type Result = Awaited<ReturnType<Application['acquireTokenPopup']>>;

/** How long a reader may take at Microsoft's, in milliseconds; MSAL closes the window after that. */
const patience = 15 * 60_000;
/** How long an answer may take to be redeemed, in milliseconds; MSAL would wait forever. */
const redeemPatience = 20_000;
/** How often we check whether the window has been closed, in milliseconds. */
const watchInterval = 1_000;

function configuration(
  { clientId, tenantId, cloud, answerAddress }: SignInRequest,
  cacheLocation: 'memoryStorage' | 'sessionStorage',
): Configuration {
  return {
    auth: {
      clientId,
      authority: `${clouds[cloud].signIn}/${encodeURIComponent(tenantId)}`,
      redirectUri: answerAddress,
    },
    cache: { cacheLocation },
    system: { popupBridgeTimeout: patience },
  };
}

function parameters({ scopes }: SignInRequest): Omit<PopupRequest, 'state'> {
  return {
    scopes: [...scopes],
    prompt: 'select_account',
    storeInCache: { accessToken: false, idToken: false, refreshToken: false },
    // An attempt that was given up, or a reload, must not stand in the way of this one.
    overrideInteractionInProgress: true,
  };
}

async function application(
  request: SignInRequest,
  cacheLocation: 'memoryStorage' | 'sessionStorage',
): Promise<{ readonly msal: Msal; readonly app: Application }> {
  const msal = await import('./msal.ts');
  const app = new msal.PublicClientApplication(configuration(request, cacheLocation));
  await app.initialize();
  return { msal, app };
}

function numberOf(claims: object, name: string): number {
  const value: unknown = Object.getOwnPropertyDescriptor(claims, name)?.value;
  return typeof value === 'number' ? value : NaN;
}

/** The part of an answer that the rest of the site may see. */
function answerOf({ account, tenantId, scopes, expiresOn, idTokenClaims }: Result): SignInAnswer {
  return {
    kind: 'answer',
    account: account.username,
    tenantId,
    scopes,
    issuedAt: numberOf(idTokenClaims, 'iat'),
    receivedAt: Math.floor(Date.now() / 1000),
    expiresAt: Math.floor((expiresOn?.getTime() ?? 0) / 1000),
  };
}

function errorOf(error: unknown): SignInError {
  const given = (typeof error === 'object' ? error : null) ?? {};
  const text = (name: string): string | undefined => {
    const value: unknown = Reflect.get(given, name);
    return typeof value === 'string' && value !== '' ? value : undefined;
  };
  // A string from the sign-in page, a number from the token endpoint.
  const number: unknown = Reflect.get(given, 'errorNo');
  const isNumber = typeof number === 'string' || typeof number === 'number';
  return {
    kind: 'error',
    errorCode: text('errorCode') ?? 'unknown',
    errorNo: isNumber ? String(number) : undefined,
    message: text('errorMessage') ?? text('message'),
    correlationId: text('correlationId'),
  };
}

const cancelled: SignInError = { kind: 'error', errorCode: 'lotse_cancelled' };
const silent: SignInError = { kind: 'error', errorCode: 'lotse_silent' };

/** The outcome when the answer is not redeemed in time. */
function silence(): Promise<SignInOutcome> {
  return new Promise((resolve) => {
    setTimeout(resolve, redeemPatience, silent);
  });
}

/** Calls back once when the answer page has received this sign-in's answer, until `ended`. */
function watchAnswer(test: string, ended: AbortSignal, answered: () => void): void {
  const channel = new BroadcastChannel(answerChannel(test));
  channel.addEventListener('message', answered, { once: true });
  ended.addEventListener('abort', () => {
    channel.close();
  });
}

/** Calls back once when the window that a message names is closed, until `ended`. */
function watchWindow(
  { payload }: EventMessage,
  ended: AbortSignal,
  closed: () => void,
): () => void {
  const opened = payload && 'popupWindow' in payload ? payload.popupWindow : undefined;
  const timer = setInterval(() => {
    if (opened?.closed !== true) return;
    clearInterval(timer);
    closed();
  }, watchInterval);
  ended.addEventListener('abort', () => {
    clearInterval(timer);
  });
  return () => opened?.close();
}

async function outcomeOf(result: Promise<Result>): Promise<SignInOutcome> {
  try {
    return answerOf(await result);
  } catch (error) {
    return errorOf(error);
  }
}

async function signInByWindow(
  { msal, app }: Awaited<ReturnType<typeof application>>,
  request: SignInRequest,
  { closed, answered, cancel }: SignInWatch,
): Promise<SignInOutcome> {
  const ended = new AbortController();
  const watching = new AbortController();
  let closeWindow: (() => void) | undefined;
  app.addEventCallback(
    (message) => {
      closeWindow = watchWindow(message, watching.signal, closed);
      if (cancel.aborted) closeWindow();
    },
    [msal.EventType.POPUP_OPENED],
  );
  const cancelling = new Promise<SignInOutcome>((resolve) => {
    cancel.addEventListener('abort', () => {
      closeWindow?.();
      resolve(cancelled);
    });
  });
  const state = crypto.randomUUID();
  const redeeming = new Promise<void>((resolve) => {
    watchAnswer(state, ended.signal, resolve);
  }).then(() => {
    watching.abort();
    answered();
    return silence();
  });
  const signingIn = outcomeOf(app.acquireTokenPopup({ ...parameters(request), state }));
  // MSAL carries on after a cancelled test; whatever still arrives is discarded too.
  void signingIn.then(() => app.clearCache());
  const outcome = await Promise.race([signingIn, cancelling, redeeming]);
  watching.abort();
  ended.abort();
  await forget(app);
  return outcome;
}

async function forget(app: Application): Promise<void> {
  try {
    await app.clearCache();
  } catch (error) {
    console.error(error);
  }
  forgetSignIn();
}

/** Loads MSAL and gets it ready. @throws if a part of the site fails to load. */
export async function prepareSignIn(request: SignInRequest): Promise<PreparedSignIn> {
  const prepared = await application(request, 'memoryStorage');
  return {
    inWindow: (watch) => signInByWindow(prepared, request, watch),
    inThisWindow: async () => {
      // What has to outlive this page cannot stay in memory; the tab's own storage is the smallest step up.
      const { app } = await application(request, 'sessionStorage');
      try {
        await app.acquireTokenRedirect({
          ...parameters(request),
          redirectStartPage: location.origin + location.pathname,
        });
        return cancelled;
      } catch (error) {
        await forget(app);
        return errorOf(error);
      }
    },
  };
}

/** Takes the answer to a sign-in that left this page. @throws if a part of the site fails to load. */
export async function receiveSignIn(request: SignInRequest): Promise<SignInOutcome> {
  const { app } = await application(request, 'sessionStorage');
  const redeemed = outcomeOf(
    app.handleRedirectPromise().then((result) => {
      if (result === null) throw Object.assign(new Error(), { errorCode: 'empty_response' });
      return result;
    }),
  );
  const outcome = await Promise.race([redeemed, silence()]);
  if (outcome === silent) void redeemed.then(() => forget(app));
  await forget(app);
  return outcome;
}
