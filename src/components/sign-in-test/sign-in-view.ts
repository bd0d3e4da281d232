/** The view of the test sign-in: its buttons, messages and links to fixes. */

import type { MendedFinding } from '../../domain/errors/by-number.ts';
import type { SignInError } from '../../domain/sign-in/test-sign-in.ts';
import { signInErrorNumber, testAddress } from '../../domain/sign-in/sign-in-error.ts';
import { clouds, type Cloud } from '../../domain/registration/token-endpoint.ts';
import { fillSentence } from '../../i18n/words.ts';
import { showLinkedFindings } from '../findings-list.ts';
import { make, partOf } from '../dom.ts';
import { announce, pageSay } from '../page-speaker.ts';
import { stepLinks } from '../step-links.ts';

/** The phase of the test. */
export type Phase = 'idle' | 'preparing' | 'ready' | 'blocked' | 'running' | 'busy';

/** The buttons shown in each phase. */
const buttons = {
  prepare: ['idle'],
  start: ['ready', 'blocked'],
  redirect: ['blocked'],
  cancel: ['running'],
} as const satisfies Record<string, readonly Phase[]>;

/** A button of the test. */
export type ButtonName = keyof typeof buttons;

const baseScopes: readonly string[] = ['openid', 'profile', 'offline_access'];

/** The parts of the test's element. */
export class SignInView {
  readonly #host: HTMLElement;
  #phase: Phase = 'idle';

  constructor(host: HTMLElement) {
    this.#host = host;
  }

  get phase(): Phase {
    return this.#phase;
  }

  /** A part by name. @throws if there is none, which is a bug. */
  part(name: string): HTMLElement {
    return partOf(this.#host, `[data-lotse-${name}]`, HTMLElement);
  }

  /** The field for text from Microsoft's window. */
  get field(): HTMLTextAreaElement {
    return partOf(this.#host, 'textarea', HTMLTextAreaElement);
  }

  /**
   * Shows the buttons of a phase. If the pressed button disappears, the focus moves to the main one; with `leads` false
   * it moves only if the button that disappears has the focus.
   */
  enter(phase: Phase, { leads } = { leads: true }): void {
    this.#phase = phase;
    const names = Object.keys(buttons) as ButtonName[];
    const isIn = (name: ButtonName) => (buttons[name] as readonly Phase[]).includes(phase);
    const all = names.map((name) => ({ button: this.part(name), isIn: isIn(name) }));
    const had = document.activeElement;
    const moves = (leads && had === document.body) || all.some(({ button }) => button === had);
    for (const { button, isIn: shows } of all) button.hidden = !shows;
    if (!moves) return;
    all.find(({ isIn: shows }) => shows)?.button.focus();
  }

  /** Names the host that is asked, and the requested scopes. */
  sayRecipient(cloud: Cloud, scopes: readonly string[]): void {
    const { host } = new URL(clouds[cloud].signIn);
    const details = { host, scopes: [...baseScopes, ...scopes].join(' ') };
    this.part('sends').textContent = fillSentence(this.#host.getAttribute('sends') ?? '', details);
  }

  status(text: string): void {
    const line = this.part('status');
    line.textContent = text;
    line.hidden = text === '';
    if (text !== '') announce(text);
  }

  clear(): void {
    for (const name of ['findings', 'said', 'support', 'window']) this.part(name).hidden = true;
    this.part('findings').replaceChildren();
    this.field.value = '';
  }

  /** Fills the list of findings about the answer, or about the text from Microsoft's window (`said`). */
  show(name: 'findings' | 'said', findings: readonly MendedFinding[]): void {
    showLinkedFindings(this.part(name), findings, (topics) => this.#linksTo(topics));
  }

  /** Shows the details that Microsoft's support asks for, if Microsoft gave them. */
  showSupport(error: SignInError): void {
    const { correlationId, errorCode } = error;
    if (correlationId === undefined) return;
    const number = signInErrorNumber(error);
    const box = this.part('support');
    const code = box.querySelector('code');
    const button = box.querySelector('button');
    if (!code || !button) return;
    code.textContent = pageSay('test.support', {
      error: number === undefined ? errorCode : `AADSTS${number}`,
      correlationId,
      time: new Date().toISOString(),
    });
    button.hidden = false;
    box.hidden = false;
  }

  /** Links to the steps, and to the place on this page that explains how to register its own address. */
  #linksTo(topics: readonly string[]): readonly HTMLElement[] {
    const here = topics.includes(testAddress) ? this.#linkToAddress() : [];
    const steps = stepLinks(this.#host.getAttribute('steps') ?? '[]', topics);
    // Leaving this page would end the test.
    for (const link of this.#phase === 'running' ? steps : []) {
      link.target = '_blank';
      link.rel = 'noopener';
      link.append(' ', pageSay('test.new-tab'));
    }
    return [...here, ...steps];
  }

  /** Empty for the operator's app, whose address is registered. */
  #linkToAddress(): readonly HTMLElement[] {
    const register = this.part('register');
    if (register.hidden) return [];
    return [make('a', { href: `#${register.id}` }, pageSay('test.here'))];
  }
}
