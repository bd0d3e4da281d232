import { LotseElement } from '../lotse-element.ts';

/** What may be folded, by its tag. */
const parts = {
  'lotse-tenant-look-up': async () =>
    (await import('../tenant-look-up/tenant-look-up.element.ts')).TenantLookUp,
  'lotse-dry-run': async () => (await import('../dry-run/dry-run.element.ts')).DryRun,
  'lotse-token-reader': async () =>
    (await import('../token-reader/token-reader.element.ts')).TokenReader,
} as const satisfies Record<string, () => Promise<CustomElementConstructor>>;

/** Brings the script of what is inside when it is unfolded, so that no page pays for it before. */
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
