import tokenWords from 'lotse-words:findings.token-';
import type { TokenPlan, TokenReading } from '../../domain/sign-in/token-reader.ts';
import { $values } from '../../state/values.ts';
import { detailRow, showDetails } from '../detail-rows.ts';
import { showFindings } from '../findings-list.ts';
import { announce, withWords } from '../page-speaker.ts';
import { SelfClearingField } from '../self-clearing-field.ts';

/**
 * Decodes a token. A token grants access, so it is removed from the field as soon as it is read and kept nowhere; the
 * result is cleared on request or when the reader leaves the page.
 */
export class TokenReader extends SelfClearingField<TokenReading> {
  protected override connect(): void {
    super.connect();
    this.on(this.inner('[data-lotse-empty]'), 'click', () => {
      this.empty();
      announce(this.given('emptied'));
      this.inner('textarea').focus();
    });
  }

  protected override async read(text: string): Promise<TokenReading> {
    const { readToken } = await withWords(
      import('../../domain/sign-in/token-reader.ts'),
      tokenWords,
    );
    const plan = JSON.parse(this.given('plan')) as TokenPlan;
    const context = { values: $values.get(), now: Date.now() / 1000 };
    return readToken(text, plan, context);
  }

  protected override show({ findings, claims }: TokenReading): void {
    showFindings(this.inner('[data-lotse-findings]'), findings);
    const rows = claims.map(({ name, text }) => detailRow(name, [text]));
    showDetails(this.inner('[data-lotse-details]'), rows);
  }
}
