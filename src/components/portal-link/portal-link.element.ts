import { portalAddress } from '../../domain/portal-address.ts';
import { $values } from '../../state/values.ts';
import { LotseElement } from '../lotse-element.ts';

/** A link to a page of Microsoft's portal, at the reader's own registration once its ID is known. */
export class PortalLink extends LotseElement {
  protected override connect(): void {
    const link = this.inner('a', HTMLAnchorElement);
    const hint = this.querySelector<HTMLElement>('[data-lotse-hint]');
    const page = {
      address: this.given('address'),
      fallback: this.getAttribute('fallback') ?? undefined,
    };
    this.follow($values, (values) => {
      const { address, known } = portalAddress(page, values);
      link.href = address;
      if (hint) hint.hidden = known;
    });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'lotse-portal-link': PortalLink;
  }
}
