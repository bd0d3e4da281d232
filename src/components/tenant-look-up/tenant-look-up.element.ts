import type {
  FoundTenant,
  LookUpQuestion,
  LookUpResult,
} from '../../domain/sign-in/tenant-look-up.ts';
import { clouds, type Cloud } from '../../domain/token-endpoint.ts';
import { fillSentence } from '../../i18n/words.ts';
import { $values, enter } from '../../state/values.ts';
import { loadAnswerWords, type AnswerWords } from '../answer-words.ts';
import { hideFindings, showFindings } from '../findings-list.ts';
import { LotseElement } from '../lotse-element.ts';
import { announce, pageSay } from '../page-words.ts';

interface Answered {
  readonly result: LookUpResult;
  readonly words: AnswerWords;
}

function isCloud(name: string): name is Cloud {
  return Object.hasOwn(clouds, name);
}

/**
 * Asks Microsoft which tenant a domain belongs to. Nothing is sent before the click, and the ID that comes back is
 * filled in on a second one only.
 */
export class TenantLookUp extends LotseElement {
  /** Whether the reader has typed: then nothing is filled in any more. */
  #typed = false;
  #found: FoundTenant | undefined;

  protected override connect(): void {
    const field = this.inner('input', HTMLInputElement);
    const choice = this.inner('select', HTMLSelectElement);
    this.hidden = false;
    this.#typed = field.value !== '';
    this.on(field, 'input', () => {
      this.#typed = true;
      this.#forget();
    });
    this.on(field, 'keydown', ({ key }) => {
      if (key === 'Enter') this.#ask(field, choice);
    });
    this.on(choice, 'change', () => {
      this.#forget();
      this.#sayRecipient(choice);
    });
    this.on(this.inner('[data-lotse-ask]'), 'click', () => {
      this.#ask(field, choice);
    });
    this.on(this.inner('[data-lotse-take]'), 'click', () => {
      this.#take();
    });
    this.follow($values, (values) => {
      if (!this.#typed) {
        field.value = values['mailbox']?.split('@').at(-1) ?? values[this.given('value')] ?? '';
      }
      this.#offer();
    });
    this.#sayRecipient(choice);
  }

  #cloud({ value }: HTMLSelectElement): Cloud {
    return isCloud(value) ? value : 'global';
  }

  #sayRecipient(choice: HTMLSelectElement): void {
    const { host } = new URL(clouds[this.#cloud(choice)].signIn);
    this.inner('[data-lotse-sends]').textContent = fillSentence(this.given('sends'), { host });
  }

  #forget(): void {
    this.#found = undefined;
    hideFindings(this.inner('[data-lotse-findings]'));
    this.#offer();
  }

  /** The ID can be taken where it is not there yet. */
  #offer(): void {
    const known = this.#found?.tenantId;
    const own = $values.get()[this.given('value')];
    this.inner('[data-lotse-take]').hidden = known === undefined || known === own;
  }

  #take(): void {
    if (!this.#found) return;
    enter(this.given('value'), this.#found.tenantId);
    announce(pageSay('field.accepted', { name: this.given('name') }));
    this.inner('[data-lotse-ask]').focus();
  }

  #ask(field: HTMLInputElement, choice: HTMLSelectElement): void {
    const { value } = field;
    const cloud = this.#cloud(choice);
    this.#forget();
    announce(this.inner('[data-lotse-findings]').dataset['lotseAsking'] ?? '');
    // An answer to a question that has changed meanwhile would be wrong.
    const isCurrent = () => field.value === value && this.#cloud(choice) === cloud;
    this.#answer(value, cloud).then(
      ({ result: { findings, tenant }, words }) => {
        if (!isCurrent()) return;
        this.#found = tenant;
        showFindings(this.inner('[data-lotse-findings]'), findings, words.sayFinding);
        this.#offer();
      },
      (error: unknown) => {
        console.error(error);
        announce(pageSay('field.failed'));
      },
    );
  }

  async #answer(text: string, cloud: Cloud): Promise<Answered> {
    const [{ readLookUpSubject, lookUpAddress, judgeLookUp }, { askTenant }, words] =
      await Promise.all([
        import('../../domain/sign-in/tenant-look-up.ts'),
        import('../../microsoft/tenant-look-up.ts'),
        loadAnswerWords('look-up'),
      ]);
    const read = readLookUpSubject(text);
    if (!read.ok) return { result: { findings: [read.finding] }, words };
    const tenantId = $values.get()[this.given('value')];
    const question: LookUpQuestion = { subject: read.subject, cloud, tenantId };
    return { result: judgeLookUp(await askTenant(lookUpAddress(question)), question), words };
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'lotse-tenant-look-up': TenantLookUp;
  }
}
