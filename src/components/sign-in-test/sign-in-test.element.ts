import { hasSignInTraces } from '../../microsoft/sign-in-traces.ts';
import { $cloud, chooseCloud, cloudOf } from '../../state/cloud.ts';
import { $values, isWaiting } from '../../state/values.ts';
import { LotseElement } from '../lotse-element.ts';
import type { SignInRun } from './sign-in-run.ts';

/**
 * The test sign-in. Only this much comes with the page; the test itself (`sign-in-run.ts`) and MSAL are loaded on the
 * first click, or when the reader is back from Microsoft's page.
 */
export class SignInTest extends LotseElement {
  #run: Promise<SignInRun> | undefined;
  /** Actions that wait for the run. */
  readonly #acts: ((run: SignInRun) => Promise<void> | void)[] = [];

  protected override connect(): void {
    this.hidden = false;
    // Built with the operator's address, which a copy or a preview does not have.
    const uri = this.inner('[data-lotse-uri]');
    uri.textContent = location.origin + new URL(uri.textContent).pathname;
    this.on(this.inner('[data-lotse-prepare]'), 'click', () => {
      this.#with((run) => run.prepare());
    });
    this.on(this, 'change', ({ target }) => {
      if (target instanceof HTMLTextAreaElement) return;
      if (target instanceof HTMLSelectElement) chooseCloud(cloudOf(target.value));
      this.#showMissing();
      this.#with((run) => {
        run.choose();
      });
    });
    this.follow($cloud, (cloud) => {
      this.inner('select', HTMLSelectElement).value = cloud;
      // The built page already names the global cloud's host.
      if (cloud === 'global' && !this.#run) return;
      this.#with((run) => {
        run.choose();
      });
    });
    this.follow($values, () => {
      this.#showMissing();
      // A preparation with other values is useless.
      void this.#run?.then((run) => {
        run.forgetPrepared();
      });
    });
    if (!hasSignInTraces()) return;
    this.#with((run) => run.comeBack());
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    void this.#run?.then((run) => {
      run.end();
    });
    this.#run = undefined;
  }

  /** Shows the values that the test still lacks or that await acceptance; the operator's app has its own ID. */
  #showMissing(): void {
    const isOperators = this.querySelector('[data-lotse-operator]:checked') !== null;
    const links = [...this.querySelectorAll<HTMLElement>('[data-lotse-needs]')];
    for (const link of links) {
      const id = link.dataset['lotseNeeds'] ?? '';
      link.hidden = Boolean($values.get()[id]) || (id === 'clientId' && isOperators);
    }
    const isMissing = links.some(({ hidden }) => !hidden);
    const waits = isWaiting('tenantId') || (isWaiting('clientId') && !isOperators);
    this.inner('[data-lotse-missing]').hidden = !isMissing;
    this.inner('[data-lotse-waiting]').hidden = !waits;
    this.inner('[data-lotse-acts-on]').hidden = isMissing || isOperators;
    this.inner('[data-lotse-prepare]', HTMLButtonElement).disabled = isMissing || waits;
  }

  #with(act: (run: SignInRun) => Promise<void> | void): void {
    this.#acts.push(act);
    // If it failed to load, each click tries again.
    this.stopWaiting();
    this.await(
      () => this.#bring(),
      this.inner('[data-lotse-status]'),
      (run) => {
        for (const waiting of this.#acts.splice(0)) {
          Promise.resolve(waiting(run)).catch(console.error);
        }
      },
    );
  }

  #bring(): Promise<SignInRun> {
    this.#run ??= import('./sign-in-run.ts')
      .then(({ startRun }) => startRun(this))
      .catch((error: unknown) => {
        this.#run = undefined;
        throw error;
      });
    return this.#run;
  }
}

export default SignInTest;
