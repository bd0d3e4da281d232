import { portalAddress } from '../../domain/registration/portal-address.ts';
import { $values, acceptedValues, standingOf } from '../../state/values.ts';
import { LotseElement } from '../lotse-element.ts';
import { pageSay } from '../page-speaker.ts';

/** A link to a page of Microsoft's portal, for the reader's own registration once its ID is known. */
export class PortalLink extends LotseElement {
  protected override connect(): void {
    const link = this.inner('a', HTMLAnchorElement);
    const hint = this.querySelector<HTMLElement>('[data-lotse-hint]');
    const built = hint?.textContent ?? '';
    const page = {
      address: this.given('address'),
      fallback: this.getAttribute('fallback') ?? undefined,
    };
    this.follow($values, () => {
      const { address, known } = portalAddress(page, acceptedValues());
      link.href = address;
      if (!hint) return;
      hint.hidden = known;
      hint.textContent = standingOf('clientId') === 'link' ? pageSay('link.waits') : built;
    });
  }
}
