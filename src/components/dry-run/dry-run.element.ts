import answerWords from 'lotse-words:findings.dry-run-,findings.error-,findings.redirect-,dry-run.sent,dry-run.nearest,step.mended-';
import loadNumbers from 'virtual:lotse-numbers';
import type { Values } from '../../domain/guide/guide.ts';
import type { RedirectComparison } from '../../domain/compare/redirect-difference.ts';
import {
  adminConsentAddress,
  authorizeAddress,
  type ConsentPlan,
  type DryRunPlan,
} from '../../domain/sign-in/authorize.ts';
import { signInAccount } from '../../domain/sign-in/sign-in-account.ts';
import type { DryRunAnswer } from '../../domain/sign-in/dry-run-answer.ts';
import type { FilledTemplate } from '../../domain/values/template.ts';
import { $cloud } from '../../state/cloud.ts';
import { pageGuide } from '../../state/guide.ts';
import { $values, acceptedValues, standingOf } from '../../state/values.ts';
import { detailRow, markedPieces, showDetails } from '../detail-rows.ts';
import { make } from '../dom.ts';
import { announce, pageSay, withWords } from '../page-speaker.ts';
import { SelfClearingField } from '../self-clearing-field.ts';

function random(): Uint8Array<ArrayBuffer> {
  return crypto.getRandomValues(new Uint8Array(32));
}

function base64Url(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');
}

/** A PKCE challenge whose verifier is discarded at once, so that nobody who finds the code can redeem it. */
async function codeChallenge(): Promise<string> {
  const verifier = new TextEncoder().encode(base64Url(random()));
  return base64Url(new Uint8Array(await crypto.subtle.digest('SHA-256', verifier)));
}

function differenceRows({ marked: { sent, nearest } }: RedirectComparison): readonly HTMLElement[] {
  return [
    detailRow(pageSay('dry-run.sent'), markedPieces(sent)),
    detailRow(pageSay('dry-run.nearest'), markedPieces(nearest)),
  ];
}

/** The name of a value, linked to the step that asks for it; the values panel has that link. */
function linkToValue(id: string): HTMLElement | string {
  const name = pageGuide()?.names[id] ?? id;
  const asked = document.querySelector<HTMLAnchorElement>(`[data-lotse-row="${id}"] a`);
  return asked ? make('a', { href: asked.href }, name) : name;
}

/** The result of reading, and how to show its findings. */
interface Explained {
  readonly answer: DryRunAnswer;
  readonly showFindings: (list: HTMLElement) => void;
}

/**
 * Opens a Microsoft page by a plain link and explains the text that the reader pastes back. That text is removed from
 * the field at once, since it may contain a one-time code; state and challenge live as long as the page.
 */
export class DryRun extends SelfClearingField<Explained> {
  readonly #state = base64Url(random().slice(0, 16));
  readonly #nonce = base64Url(random().slice(0, 16));

  protected override connect(): void {
    super.connect();
    codeChallenge().then(
      (challenge) => {
        const offer = () => {
          this.#offer(this.#address(acceptedValues(), challenge));
        };
        this.follow($values, offer);
        this.follow($cloud, offer);
      },
      (error: unknown) => {
        // Browsers have no `crypto.subtle` in insecure contexts.
        console.error(error);
        this.#need([pageSay('field.failed')]);
        announce(pageSay('field.failed'));
      },
    );
  }

  #address(values: Values, challenge: string): FilledTemplate {
    const plan: unknown = JSON.parse(this.given('plan'));
    if (this.given('kind') === 'consent') {
      return adminConsentAddress(plan as ConsentPlan, values, this.#state, $cloud.get());
    }
    const proof = { state: this.#state, nonce: this.#nonce, codeChallenge: challenge };
    return authorizeAddress(plan as DryRunPlan, values, proof, $cloud.get());
  }

  #offer(address: FilledTemplate): void {
    const link = this.inner('[data-lotse-open]', HTMLAnchorElement);
    link.hidden = !address.ok;
    if (address.ok) link.href = address.text;
    else link.removeAttribute('href');
    if (!address.ok && address.missing.some((id) => standingOf(id) === 'link')) {
      this.#need([pageSay('link.waits')]);
      return;
    }
    const links = address.ok ? [] : address.missing.map(linkToValue);
    const [before = '', after = ''] = pageSay('values.needed', { values: '|' }).split('|');
    this.#need(
      links.length === 0 ? [] : [before, ...links.flatMap((link) => [', ', link]).slice(1), after],
    );
  }

  #need(parts: readonly (string | Node)[]): void {
    const needed = this.inner('[data-lotse-needed]');
    needed.replaceChildren(...parts);
    needed.hidden = parts.length === 0;
  }

  protected override async read(text: string): Promise<Explained> {
    const [{ guideRedirects, readDryRunAnswer, showLinkedFindings, stepLinks }, numbers] =
      await Promise.all([withWords(import('./dry-run-rules.ts'), answerWords), loadNumbers()]);
    const values = $values.get();
    const patterns = JSON.parse(this.given('redirects')) as readonly string[];
    const redirects = guideRedirects(patterns, values);
    const redirectUris = redirects.flatMap(({ uri }) => uri ?? []);
    const { tenantId, clientId } = values;
    const mailbox = signInAccount(values);
    const noReturn = patterns.length === 0;
    const known = { tenantId, clientId, mailbox };
    const expected = { state: this.#state, redirectUris, redirects, noReturn, ...known };
    const answer = readDryRunAnswer(text, expected, numbers);
    const showFindings = (list: HTMLElement) => {
      showLinkedFindings(list, answer.findings, (topics) => stepLinks(this.given('steps'), topics));
    };
    return { answer, showFindings };
  }

  protected override show({
    answer: { support, comparison, sent },
    showFindings,
  }: Explained): void {
    showFindings(this.inner('[data-lotse-findings]'));
    const known = [
      ['Correlation ID', support.correlationId],
      ['Request ID', support.requestId],
      ['Timestamp', support.time],
    ] as const;
    const rows = [
      ...(comparison ? differenceRows(comparison) : []),
      ...(sent === undefined ? [] : [detailRow(pageSay('dry-run.sent'), [sent])]),
      ...known.flatMap(([name, text]) => (text === undefined ? [] : [detailRow(name, [text])])),
    ];
    showDetails(this.inner('[data-lotse-details]'), rows);
  }
}
