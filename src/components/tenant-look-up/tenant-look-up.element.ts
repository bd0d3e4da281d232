import lookUpWords from 'lotse-words:findings.look-up-,field.accepted';
import type { FoundTenant, LookUpQuestion } from '../../domain/sign-in/tenant-look-up.ts';
import { clouds, type Cloud } from '../../domain/registration/token-endpoint.ts';
import { fillSentence } from '../../i18n/words.ts';
import { $cloud, chooseCloud, cloudOf } from '../../state/cloud.ts';
import { $values, acceptedValues, enter } from '../../state/values.ts';
import { showFindings } from '../findings-list.ts';
import { showLines } from '../dom.ts';
import { LotseElement } from '../lotse-element.ts';
import { announce, pageSay, withWords } from '../page-speaker.ts';

interface Tools {
  readonly rules: typeof import('../../domain/sign-in/tenant-look-up.ts');
  readonly askTenant: typeof import('../../microsoft/tenant-look-up.ts').askTenant;
}

async function loadTools(): Promise<Tools> {
  const [rules, { askTenant }] = await Promise.all([
    withWords(import('../../domain/sign-in/tenant-look-up.ts'), lookUpWords),
    import('../../microsoft/tenant-look-up.ts'),
  ]);
  return { rules, askTenant };
}

/**
 * Asks Microsoft which tenant a domain belongs to. Nothing is sent before the click; the returned ID is filled in only
 * on a second click.
 */
export class TenantLookUp extends LotseElement {
  /** Whether the reader has typed; then the field is no longer prefilled. */
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
      if (key === 'Enter') this.#ask(field);
    });
    this.on(choice, 'change', () => {
      chooseCloud(cloudOf(choice.value));
    });
    this.on(this.inner('[data-lotse-ask]'), 'click', () => {
      this.#ask(field);
    });
    this.on(this.inner('[data-lotse-take]'), 'click', () => {
      this.#take();
    });
    this.follow($values, () => {
      // A value from a link is looked up only once the reader has accepted it or typed it here.
      const values = acceptedValues();
      if (!this.#typed) {
        field.value = values['mailbox']?.split('@').at(-1) ?? values[this.given('value')] ?? '';
      }
      this.#offer();
    });
    this.follow($cloud, (cloud) => {
      choice.value = cloud;
      // Another cloud's answer no longer counts, unless it pointed here.
      if (this.#found?.cloud !== cloud) this.#forget();
      this.#sayRecipient(cloud);
    });
  }

  #sayRecipient(cloud: Cloud): void {
    const { host } = new URL(clouds[cloud].signIn);
    this.inner('[data-lotse-sends]').textContent = fillSentence(this.given('sends'), { host });
  }

  #forget(): void {
    this.stopWaiting();
    this.#found = undefined;
    showLines(this.inner('[data-lotse-findings]'), []);
    this.#offer();
  }

  /** Offers to fill in the ID, unless it is already there. */
  #offer(): void {
    const known = this.#found?.tenantId;
    const own = acceptedValues()[this.given('value')];
    this.inner('[data-lotse-take]').hidden = known === undefined || known === own;
  }

  #take(): void {
    if (!this.#found) return;
    const { tenantId, cloud } = this.#found;
    enter(this.given('value'), tenantId);
    chooseCloud(cloud);
    announce(pageSay('field.accepted', { name: this.given('name') }));
    this.inner('[data-lotse-ask]').focus();
  }

  #ask(field: HTMLInputElement): void {
    this.#forget();
    this.await(loadTools, this.inner('[data-lotse-findings]'), (tools) => {
      this.#answer(field, tools).catch(console.error);
    });
  }

  /** Shows the answer; a failed request is an answer too. */
  async #answer(field: HTMLInputElement, { rules, askTenant }: Tools): Promise<void> {
    const list = this.inner('[data-lotse-findings]');
    const { value } = field;
    const read = rules.readLookUpSubject(value);
    if (!read.ok) {
      showFindings(list, [read.finding]);
      return;
    }
    const asking = list.dataset['lotseAsking'] ?? '';
    showLines(list, [asking]);
    announce(asking);
    const cloud = $cloud.get();
    const tenantId = $values.get()[this.given('value')];
    const question: LookUpQuestion = { subject: read.subject, cloud, tenantId };
    const answer = await askTenant(rules.lookUpAddress(question));
    // An answer to a question that has since changed would be wrong.
    if (field.value !== value || $cloud.get() !== cloud) return;
    const { findings, tenant } = rules.judgeLookUp(answer, question);
    this.#found = tenant;
    showFindings(list, findings);
    this.#offer();
  }
}
