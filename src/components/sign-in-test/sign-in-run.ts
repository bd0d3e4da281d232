/** A run of the test sign-in, in two clicks: the second opens a window, for which the first must have loaded the code. */

import testWords from 'lotse-words:test.,findings.test-,findings.error-,step.mended-';
import loadNumbers from 'virtual:lotse-numbers';
import {
  mendedBy,
  numberFinding,
  type ByNumber,
  type MendedFinding,
} from '../../domain/errors/by-number.ts';
import {
  judgeSignIn,
  type SignInExpectation,
  type SignInOutcome,
  type SignInPlan,
} from '../../domain/sign-in/test-sign-in.ts';
import { judgeSignInError, judgeWindowText } from '../../domain/sign-in/sign-in-error.ts';
import { signInAnswerPath } from '../../i18n/sign-in-answer.ts';
import {
  prepareSignIn,
  receiveSignIn,
  type PreparedSignIn,
  type SignInRequest,
} from '../../microsoft/sign-in.ts';
import { answeredClientId, forgetSignIn } from '../../microsoft/sign-in-traces.ts';
import { $cloud, chooseCloud } from '../../state/cloud.ts';
import { remind } from '../../state/sign-in-reminder.ts';
import { $values, acceptedValues, loadReading } from '../../state/values.ts';
import { pageSay, withWords } from '../page-speaker.ts';
import { lookUpTenant } from './look-up-tenant.ts';
import { SignInView, type ButtonName, type Phase } from './sign-in-view.ts';

/** Phases whose preparation becomes invalid when the values change. */
const forgettable: readonly Phase[] = ['preparing', 'ready', 'blocked'];

function isSame(one: SignInRequest, other: SignInRequest): boolean {
  return (
    one.clientId === other.clientId &&
    one.tenantId === other.tenantId &&
    one.cloud === other.cloud &&
    one.scopes.join(' ') === other.scopes.join(' ')
  );
}

/** Shows the reminder on this page too. */
async function showReminder(): Promise<void> {
  const tag = 'lotse-sign-in-reminder';
  const { SignInReminder } = await import('../sign-in-reminder/sign-in-reminder.element.ts');
  if (!customElements.get(tag)) customElements.define(tag, SignInReminder);
}

/** A test run on its element. */
export class SignInRun {
  readonly #host: HTMLElement;
  readonly #numbers: ByNumber;
  readonly #view: SignInView;
  readonly #ending = new AbortController();
  /** The request that is, or is being, prepared. */
  #asked: SignInRequest | undefined;
  #prepared: PreparedSignIn | undefined;
  #preparing = new AbortController();
  #cancelling = new AbortController();

  constructor(host: HTMLElement, numbers: ByNumber) {
    this.#host = host;
    this.#numbers = numbers;
    this.#view = new SignInView(host);
    this.#onClick('start', () => this.#start());
    this.#onClick('redirect', () => this.#redirect());
    this.#onClick('cancel', () => {
      this.#cancelling.abort();
    });
    const { signal } = this.#ending;
    this.#view.field.addEventListener('input', this.#readWindowText, { signal });
    // The reader came back from Microsoft with the back button, without an answer.
    const shown = ({ persisted }: PageTransitionEvent) => {
      if (persisted) void this.comeBack();
    };
    window.addEventListener('pageshow', shown, { signal });
    const left = () => {
      if (this.#view.phase !== 'running') return;
      this.#cancelling.abort();
      // Nothing pending will complete any more.
      forgetSignIn();
    };
    window.addEventListener('pagehide', left, { signal });
  }

  /** Ends the run when its element is removed. */
  end(): void {
    this.#preparing.abort();
    this.#cancelling.abort();
    this.#ending.abort();
  }

  /** Responds to another cloud or app chosen by the reader. */
  choose(): void {
    this.#view.part('register').hidden = this.#usesOperator;
    this.#view.sayRecipient($cloud.get(), this.#plan.scopes);
    this.forgetPrepared();
  }

  /** Drops a preparation that no longer matches the request; what was said stays readable. */
  forgetPrepared(): void {
    if (!forgettable.includes(this.#view.phase)) return;
    if (this.#asked && isSame(this.#asked, this.#request())) return;
    this.#preparing.abort();
    this.#prepared = undefined;
    this.#view.status('');
    // The reader's focus is elsewhere on the page.
    this.#view.enter('idle', { leads: false });
  }

  /** The first click: loads MSAL and asks Microsoft whether the tenant exists. */
  async prepare(): Promise<void> {
    const request = this.#request();
    this.#preparing.abort();
    this.#preparing = new AbortController();
    const { signal } = this.#preparing;
    this.#asked = request;
    this.#view.clear();
    this.#view.enter('preparing');
    this.#view.status(pageSay('test.preparing'));
    try {
      await this.#ready(request, signal);
    } catch (error) {
      // The values changed, or the reader left.
      if (signal.aborted) return;
      this.#fail(error);
    }
  }

  /** The reader is back from a sign-in in this window: handles the answer, or cleans up if there is none. */
  async comeBack(): Promise<void> {
    const clientId = answeredClientId();
    this.#preparing.abort();
    if (clientId === undefined) {
      forgetSignIn();
      this.#view.status('');
      this.#view.enter('idle');
      return;
    }
    this.#view.enter('busy');
    this.#view.status(pageSay('test.redeeming'));
    try {
      await loadReading();
      const request = { ...this.#request(), clientId };
      const operatorApp = clientId === this.#host.getAttribute('operator');
      const expected = this.#expected(request, operatorApp);
      this.#judge(await receiveSignIn(request), expected);
    } catch (error) {
      forgetSignIn();
      this.#fail(error);
    }
  }

  /** Prepares a request. @throws if `preparing` is aborted or a part of the site does not arrive. */
  async #ready(request: SignInRequest, preparing: AbortSignal): Promise<void> {
    const [{ error, findings, cloud }, prepared] = await Promise.all([
      lookUpTenant(request),
      prepareSignIn(request),
    ]);
    preparing.throwIfAborted();
    if (error !== undefined) {
      this.#conclude([numberFinding(error.replace('AADSTS', ''), this.#numbers)]);
      return;
    }
    const isElsewhere = cloud !== request.cloud;
    const asked = { ...request, cloud };
    // Set before listeners run, so that they do not take this for a request not yet prepared.
    this.#asked = asked;
    chooseCloud(cloud);
    this.#view.sayRecipient($cloud.get(), this.#plan.scopes);
    const ready = isElsewhere ? await prepareSignIn(asked) : prepared;
    preparing.throwIfAborted();
    if (!this.#usesOperator) {
      remind(request.answerAddress);
      await showReminder();
    }
    preparing.throwIfAborted();
    this.#prepared = ready;
    if (findings.length > 0) this.#view.show('findings', mendedBy([], ...findings));
    this.#view.status(pageSay('test.ready'));
    this.#view.enter('ready');
  }

  /** Awaits nothing before opening the window: the browser would no longer attribute it to the reader's click. */
  async #start(): Promise<void> {
    if (!this.#prepared || !this.#asked) return;
    const expected = this.#expected(this.#asked, this.#usesOperator);
    this.#cancelling = new AbortController();
    const ending = this.#prepared.inWindow({
      closed: () => {
        this.#view.status(pageSay('test.closed'));
      },
      answered: () => {
        this.#view.status(pageSay('test.redeeming'));
      },
      cancel: this.#cancelling.signal,
    });
    this.#view.clear();
    this.#view.part('window').hidden = false;
    this.#view.enter('running');
    this.#view.status(pageSay('test.running'));
    this.#judge(await ending, expected);
  }

  async #redirect(): Promise<void> {
    if (!this.#prepared || !this.#asked) return;
    const expected = this.#expected(this.#asked, this.#usesOperator);
    this.#view.enter('busy');
    this.#judge(await this.#prepared.inThisWindow(), expected);
  }

  /** The expectations for a request's answer, whatever the reader changes before it arrives. */
  #expected({ tenantId }: SignInRequest, operatorApp: boolean): SignInExpectation {
    return { plan: this.#plan, values: { ...$values.get(), tenantId }, operatorApp };
  }

  #judge(outcome: SignInOutcome, expected: SignInExpectation): void {
    if (outcome.kind === 'answer') {
      this.#conclude(judgeSignIn(outcome, expected));
      return;
    }
    const judged = judgeSignInError(outcome, this.#numbers);
    const isBlocked = judged.finding.code === 'test-window-blocked';
    this.#conclude([judged], isBlocked ? 'blocked' : 'idle');
    this.#view.showSupport(outcome);
  }

  #conclude(findings: readonly MendedFinding[], phase: Phase = 'idle'): void {
    this.#view.status('');
    if (phase === 'idle') this.#prepared = undefined;
    // The text from Microsoft's window stays until the reader starts again.
    this.#view.part('window').hidden = this.#view.field.value === '';
    this.#view.show('findings', findings);
    this.#view.enter(phase);
  }

  #fail(error: unknown): void {
    console.error(error);
    this.#conclude(mendedBy([], { code: 'test-not-loaded' }));
  }

  get #usesOperator(): boolean {
    return this.#host.querySelector<HTMLInputElement>('[data-lotse-operator]')?.checked ?? false;
  }

  get #plan(): SignInPlan {
    if (this.#usesOperator) return { scopes: [], needed: [] };
    return JSON.parse(this.#host.getAttribute('plan') ?? '') as SignInPlan;
  }

  #request(): SignInRequest {
    const { clientId = '', tenantId = '' } = acceptedValues();
    return {
      clientId: this.#usesOperator ? (this.#host.getAttribute('operator') ?? '') : clientId,
      tenantId,
      cloud: $cloud.get(),
      scopes: this.#plan.scopes,
      answerAddress: location.origin + signInAnswerPath,
    };
  }

  #onClick(name: ButtonName, act: () => Promise<void> | void): void {
    const listener = () => {
      Promise.resolve(act()).catch((error: unknown) => {
        this.#fail(error);
      });
    };
    this.#view.part(name).addEventListener('click', listener, { signal: this.#ending.signal });
  }

  readonly #readWindowText = (): void => {
    const { value } = this.#view.field;
    const address = location.origin + signInAnswerPath;
    const said = value.trim() === '' ? [] : [judgeWindowText(value, address, this.#numbers)];
    this.#view.show('said', said);
  };
}

/** Loads the words and sets up the test on its element. Rejects if a part of the site does not arrive. */
export async function startRun(host: HTMLElement): Promise<SignInRun> {
  return new SignInRun(host, await withWords(loadNumbers(), testWords));
}
