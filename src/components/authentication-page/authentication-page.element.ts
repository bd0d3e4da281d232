import { choosePortal, portalOf } from '../../state/portal.ts';
import { LotseElement } from '../lotse-element.ts';

/**
 * One of the portal's two “Authentication” pages. Opening the other one is the reader's choice for all steps and
 * guides; `open-variant.js` opens the chosen one before the first paint.
 */
export class AuthenticationPage extends LotseElement {
  protected override connect(): void {
    const details = this.inner('details', HTMLDetailsElement);
    // Before the click opens it; „toggle“ would also come from the other page's closing.
    this.on(this.inner('summary'), 'click', () => {
      if (!details.open) choosePortal(portalOf(this.given('version')));
    });
  }
}

export default AuthenticationPage;
