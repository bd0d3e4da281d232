import { LotseElement } from '../lotse-element.ts';

/** The elements that may be inside, by tag. */
const parts = {
  'lotse-paste-check': async () =>
    (await import('../paste-check/paste-check.element.ts')).PasteCheck,
  'lotse-tenant-look-up': async () =>
    (await import('../tenant-look-up/tenant-look-up.element.ts')).TenantLookUp,
  'lotse-dry-run': async () => (await import('../dry-run/dry-run.element.ts')).DryRun,
  'lotse-token-reader': async () =>
    (await import('../token-reader/token-reader.element.ts')).TokenReader,
} as const satisfies Record<string, () => Promise<CustomElementConstructor>>;

/** Loads the script of its content when the box is opened, so that no page pays for it earlier. */
export class Folded extends LotseElement {
  protected override connect(): void {
    const details = this.inner('details', HTMLDetailsElement);
    this.hidden = false;
    this.on(details, 'toggle', () => {
      if (details.open) this.#bring();
    });
    if (details.open) this.#bring();
  }

  #bring(): void {
    for (const [tag, load] of Object.entries(parts)) {
      if (!this.querySelector(tag) || customElements.get(tag)) continue;
      this.await<CustomElementConstructor>(load, this.inner('summary'), (element) => {
        if (!customElements.get(tag)) customElements.define(tag, element);
      });
    }
  }
}

export default Folded;
