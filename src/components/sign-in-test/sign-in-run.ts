/** The test sign-in as it runs: two clicks, since what the first one loads must be there before the second opens a window. */

import type { Finding } from '../../domain/findings.ts';
import {
  judgeSignIn,
  judgeSignInError,
  judgeWindowText,
  signInErrorNumber,
  signInMends,
  type Mend,
  type SignInError,
  type SignInExpectation,
  type SignInOutcome,
  type SignInPlan,
} from '../../domain/sign-in-test.ts';
import { judgeLookUp, lookUpAddress } from '../../domain/sign-in/tenant-look-up.ts';
import { clouds, type Cloud } from '../../domain/token-endpoint.ts';
import { signInAnswerPath } from '../../i18n/addresses.ts';
import { fillSentence } from '../../i18n/words.ts';
import {
  prepareSignIn,
  receiveSignIn,
  type PreparedSignIn,
  type SignInRequest,
} from '../../microsoft/sign-in.ts';
import { answeredClientId, forgetSignIn } from '../../microsoft/sign-in-traces.ts';
import { askTenant } from '../../microsoft/tenant-look-up.ts';
import { $cloud, chooseCloud, cloudOf } from '../../state/cloud.ts';
import { remind } from '../../state/sign-in-reminder.ts';
import { $values, acceptedValues, loadReaders } from '../../state/values.ts';
import { announce } from '../page-words.ts';
import { toneOf } from '../paste-check/tone.ts';
import { loadTestWords, type TestWords } from './words.ts';

/** How far the test is. */
type Phase = 'idle' | 'preparing' | 'ready' | 'blocked' | 'running' | 'busy';

/** Which buttons there are in which phase. */
const buttons = {
  prepare: ['idle'],
  start: ['ready', 'blocked'],
  redirect: ['blocked'],
  cancel: ['running'],
} as const satisfies Record<string, readonly Phase[]>;

const baseScopes: readonly string[] = ['openid', 'profile', 'offline_access'];

/** In which phases there is something that other values make useless. */
const forgettable: readonly Phase[] = ['preparing', 'ready', 'blocked'];

function isSame(one: SignInRequest, other: SignInRequest): boolean {
  return (
    one.clientId === other.clientId &&
    one.tenantId === other.tenantId &&
    one.cloud === other.cloud &&
    one.scopes.join(' ') === other.scopes.join(' ')
  );
}

interface LookedUp {
  readonly findings: readonly Finding[];
  readonly cloud: Cloud;
}

/** What is known of the tenant before the test, and the cloud that it turned out to be in. */
async function lookUp({ tenantId, cloud }: SignInRequest): Promise<LookedUp> {
  const question = { subject: tenantId, cloud };
  const { findings, tenant } = judgeLookUp(await askTenant(lookUpAddress(question)), question);
  const [first] = findings;
  if (tenant || !first) return { findings: [], cloud };
  switch (first.code) {
    case 'look-up-none':
      return { findings: [{ code: 'test-tenant-unknown' }], cloud };
    case 'look-up-garbage':
      return { findings: [{ code: 'test-garbage' }, { code: 'test-unasked' }], cloud };
    case 'look-up-other-cloud': {
      const address = `https://${first.host}`;
      const found = Object.entries(clouds).find(([, { signIn }]) => signIn === address);
      return { findings: [], cloud: found ? cloudOf(found[0]) : cloud };
    }
    default:
      return { findings: [{ code: 'test-unasked' }], cloud };
  }
}

/** The reminder shows on this page too. */
async function showReminder(): Promise<void> {
  const tag = 'lotse-sign-in-reminder';
  const { SignInReminder } = await import('../sign-in-reminder/sign-in-reminder.element.ts');
  if (!customElements.get(tag)) customElements.define(tag, SignInReminder);
}

/** A test on its element, which has the buttons, the fields and the places for what is said. */
export class SignInRun {
  readonly #host: HTMLElement;
  readonly #words: TestWords;
  readonly #ending = new AbortController();
  #phase: Phase = 'idle';
  /** What the test is, or is being, prepared with. */
  #asked: SignInRequest | undefined;
  #prepared: PreparedSignIn | undefined;
  #preparing = new AbortController();
  #cancelling = new AbortController();

  constructor(host: HTMLElement, words: TestWords) {
    this.#host = host;
    this.#words = words;
    this.#onClick('start', () => this.#start());
    this.#onClick('redirect', () => this.#redirect());
    this.#onClick('cancel', () => {
      this.#cancelling.abort();
    });
    const { signal } = this.#ending;
    this.#field.addEventListener('input', this.#readWindowText, { signal });
    // Back from Microsoft's page by the browser's button, without an answer.
    const shown = ({ persisted }: PageTransitionEvent) => {
      if (persisted) void this.comeBack();
    };
    window.addEventListener('pageshow', shown, { signal });
    const left = () => {
      if (this.#phase !== 'running') return;
      this.#cancelling.abort();
      // Nothing that is awaited comes to its end any more.
      forgetSignIn();
    };
    window.addEventListener('pagehide', left, { signal });
  }

  /** The element is gone. */
  end(): void {
    this.#preparing.abort();
    this.#cancelling.abort();
    this.#ending.abort();
  }

  /** The reader has chosen another cloud or another app. */
  choose(): void {
    this.#part('register').hidden = this.#usesOperator;
    this.#sayRecipient();
    this.forgetPrepared();
  }

  /** Where what is prepared, or being prepared, no longer fits, it goes; what was said stays readable. */
  forgetPrepared(): void {
    if (!forgettable.includes(this.#phase)) return;
    if (this.#asked && isSame(this.#asked, this.#request())) return;
    this.#preparing.abort();
    this.#prepared = undefined;
    this.#status('');
    // The reader is elsewhere on the page.
    this.#enter('idle', { leads: false });
  }

  /** The first click: brings MSAL, and asks Microsoft whether there is such a tenant. */
  async prepare(): Promise<void> {
    const request = this.#request();
    this.#preparing.abort();
    this.#preparing = new AbortController();
    const { signal } = this.#preparing;
    this.#asked = request;
    this.#clear();
    this.#enter('preparing');
    this.#status(this.#words.say('test.preparing'));
    try {
      await this.#ready(request, signal);
    } catch (error) {
      // Other values came, or the reader went.
      if (signal.aborted) return;
      console.error(error);
      this.#conclude([{ code: 'test-not-loaded' }]);
    }
  }

  /** This page was left for Microsoft's: takes the answer, or removes what is left where there is none. */
  async comeBack(): Promise<void> {
    const clientId = answeredClientId();
    this.#preparing.abort();
    if (clientId === undefined) {
      forgetSignIn();
      this.#status('');
      this.#enter('idle');
      return;
    }
    this.#enter('busy');
    this.#status(this.#words.say('test.redeeming'));
    try {
      await loadReaders();
      const request = { ...this.#request(), clientId };
      const operatorApp = clientId === this.#host.getAttribute('operator');
      const expected = this.#expected(request, operatorApp);
      this.#judge(await receiveSignIn(request), expected);
    } catch (error) {
      console.error(error);
      forgetSignIn();
      this.#conclude([{ code: 'test-not-loaded' }]);
    }
  }

  /** Readies a request. @throws where `preparing` is aborted, or a part of the site does not arrive. */
  async #ready(request: SignInRequest, preparing: AbortSignal): Promise<void> {
    const [{ findings, cloud }, prepared] = await Promise.all([
      lookUp(request),
      prepareSignIn(request),
    ]);
    preparing.throwIfAborted();
    if (findings.some(({ code }) => code === 'test-tenant-unknown')) {
      this.#conclude(findings);
      return;
    }
    const isElsewhere = cloud !== request.cloud;
    const asked = { ...request, cloud };
    // Before the choice is heard of, so that it is none that something was not prepared for.
    this.#asked = asked;
    chooseCloud(cloud);
    this.#sayRecipient();
    const ready = isElsewhere ? await prepareSignIn(asked) : prepared;
    preparing.throwIfAborted();
    if (!this.#usesOperator) {
      remind(request.answerAddress);
      await showReminder();
    }
    preparing.throwIfAborted();
    this.#prepared = ready;
    if (findings.length > 0) this.#show(this.#part('findings'), findings);
    this.#status(this.#words.say('test.ready'));
    this.#enter('ready');
  }

  /** Nothing is awaited before the window opens: the browser would no longer take it for the reader's own. */
  async #start(): Promise<void> {
    if (!this.#prepared || !this.#asked) return;
    const expected = this.#expected(this.#asked, this.#usesOperator);
    this.#cancelling = new AbortController();
    const ending = this.#prepared.inWindow({
      closed: () => {
        this.#status(this.#words.say('test.closed'));
      },
      answered: () => {
        this.#status(this.#words.say('test.redeeming'));
      },
      cancel: this.#cancelling.signal,
    });
    this.#clear();
    this.#part('window').hidden = false;
    this.#enter('running');
    this.#status(this.#words.say('test.running'));
    this.#judge(await ending, expected);
  }

  async #redirect(): Promise<void> {
    if (!this.#prepared || !this.#asked) return;
    const expected = this.#expected(this.#asked, this.#usesOperator);
    this.#enter('busy');
    this.#judge(await this.#prepared.inThisWindow(), expected);
  }

  /** What the answer to a request is compared with, whatever the reader changes until it comes. */
  #expected({ tenantId }: SignInRequest, operatorApp: boolean): SignInExpectation {
    return { plan: this.#plan, values: { ...$values.get(), tenantId }, operatorApp };
  }

  #judge(outcome: SignInOutcome, expected: SignInExpectation): void {
    if (outcome.kind === 'answer') {
      this.#conclude(judgeSignIn(outcome, expected).findings);
      return;
    }
    const finding = judgeSignInError(outcome);
    this.#conclude([finding], finding.code === 'test-window-blocked' ? 'blocked' : 'idle');
    this.#showSupport(outcome);
  }

  #conclude(findings: readonly Finding[], phase: Phase = 'idle'): void {
    this.#status('');
    if (phase === 'idle') this.#prepared = undefined;
    // A text from Microsoft's window stays as long as the reader has not started anew.
    this.#part('window').hidden = this.#field.value === '';
    this.#show(this.#part('findings'), findings);
    this.#enter(phase);
  }

  #part(name: string): HTMLElement {
    const part = this.#host.querySelector(`[data-lotse-${name}]`);
    if (!(part instanceof HTMLElement)) throw new Error(`The test sign-in has no part “${name}”`);
    return part;
  }

  get #field(): HTMLTextAreaElement {
    const field = this.#host.querySelector('textarea');
    if (!field) throw new Error('The test sign-in has no field for a text');
    return field;
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

  #onClick(name: keyof typeof buttons, act: () => Promise<void> | void): void {
    const listener = () => {
      Promise.resolve(act()).catch((error: unknown) => {
        console.error(error);
        this.#conclude([{ code: 'test-not-loaded' }]);
      });
    };
    this.#part(name).addEventListener('click', listener, { signal: this.#ending.signal });
  }

  /**
   * Shows the buttons of a phase; where the pressed one goes, the focus moves to the one that leads on, unless it `leads`
   * nowhere: then only a focused button that goes is followed.
   */
  #enter(phase: Phase, { leads } = { leads: true }): void {
    this.#phase = phase;
    const names = Object.keys(buttons) as (keyof typeof buttons)[];
    const isIn = (name: keyof typeof buttons) =>
      (buttons[name] as readonly Phase[]).includes(phase);
    const all = names.map((name) => ({ button: this.#part(name), isIn: isIn(name) }));
    const had = document.activeElement;
    const moves = (leads && had === document.body) || all.some(({ button }) => button === had);
    for (const { button, isIn: shows } of all) button.hidden = !shows;
    if (!moves) return;
    all.find(({ isIn: shows }) => shows)?.button.focus();
  }

  #sayRecipient(): void {
    const { host } = new URL(clouds[$cloud.get()].signIn);
    const scopes = [...baseScopes, ...this.#plan.scopes].join(' ');
    const text = this.#host.getAttribute('sends') ?? '';
    this.#part('sends').textContent = fillSentence(text, { host, scopes });
  }

  #status(text: string): void {
    const line = this.#part('status');
    line.textContent = text;
    line.hidden = text === '';
    if (text !== '') announce(text);
  }

  #clear(): void {
    for (const name of ['findings', 'said', 'support', 'window']) this.#part(name).hidden = true;
    this.#part('findings').replaceChildren();
    this.#field.value = '';
  }

  readonly #readWindowText = (): void => {
    const { value } = this.#field;
    this.#show(
      this.#part('said'),
      value.trim() === '' ? [] : [judgeWindowText(value, location.origin + signInAnswerPath)],
    );
  };

  #showSupport(error: SignInError): void {
    const { correlationId, errorCode } = error;
    if (correlationId === undefined) return;
    const number = signInErrorNumber(error);
    const box = this.#part('support');
    const code = box.querySelector('code');
    const button = box.querySelector('button');
    if (!code || !button) return;
    code.textContent = this.#words.say('test.support', {
      error: number === undefined ? errorCode : `AADSTS${number}`,
      correlationId,
      time: new Date().toISOString(),
    });
    button.hidden = false;
    box.hidden = false;
  }

  #show(list: HTMLElement, findings: readonly Finding[]): void {
    const lines = findings.map((finding) => {
      const line = document.createElement('li');
      line.className = toneOf(finding);
      line.textContent = this.#words.sayFinding(finding);
      const mends = signInMends[finding.code] ?? [];
      for (const link of mends.flatMap((mend) => this.#linkTo(mend) ?? [])) line.append(' ', link);
      return line;
    });
    list.replaceChildren(...lines);
    list.hidden = lines.length === 0;
    announce(lines.map(({ textContent }) => textContent).join(' '));
  }

  /** The link to the step that mends it, or to where on this page that is. */
  #linkTo(mend: Mend): HTMLElement | undefined {
    const link = document.createElement('a');
    if (mend === 'test-address') {
      const register = this.#part('register');
      if (register.hidden) return undefined;
      link.href = `#${register.id}`;
      link.textContent = this.#words.say('test.here');
      return link;
    }
    const mends = JSON.parse(this.#host.getAttribute('mends') ?? '{}') as Readonly<
      Partial<Record<Mend, readonly [href: string, title: string]>>
    >;
    const [href, title] = mends[mend] ?? [];
    if (href === undefined || title === undefined) return undefined;
    link.href = href;
    link.textContent = this.#words.say('step.mended-in', { title });
    // Leaving this page would end the test.
    if (this.#phase === 'running') {
      link.target = '_blank';
      link.rel = 'noopener';
      link.append(' ', this.#words.say('test.new-tab'));
    }
    return link;
  }
}

/** Brings the words and readies the test on its element. Rejects where a part of the site does not arrive. */
export async function startRun(host: HTMLElement): Promise<SignInRun> {
  return new SignInRun(host, await loadTestWords());
}
