/** The base of all our elements: required parts, and subscriptions that end with the element. */

import type { ReadableAtom } from 'nanostores';
import { loadPart } from './load-part.ts';
import { partOf } from './dom.ts';
import { announce } from './page-speaker.ts';

/** An element that looks up its parts when connected and unsubscribes when disconnected. */
export abstract class LotseElement extends HTMLElement {
  #ending = new AbortController();
  #stopWaiting: (() => void) | undefined;

  connectedCallback(): void {
    this.#ending = new AbortController();
    this.connect();
  }

  disconnectedCallback(): void {
    this.#ending.abort();
    this.stopWaiting();
  }

  /** Looks up parts, adds listeners and subscribes. */
  protected abstract connect(): void;

  /** Calls back at once and on every change, until disconnected. */
  protected follow<Value>(store: ReadableAtom<Value>, changed: (value: Value) => void): void {
    const stop = store.subscribe((value) => {
      changed(value);
    });
    this.#ending.signal.addEventListener('abort', stop);
  }

  /** Listens until disconnected. */
  protected on<Name extends keyof WindowEventMap>(
    target: EventTarget,
    name: Name,
    listener: (event: WindowEventMap[Name]) => void,
  ): void {
    target.addEventListener(name, listener as EventListener, { signal: this.#ending.signal });
  }

  /** Shows a message in `[data-lotse-said]` and announces it. */
  protected tell(message: string): void {
    this.inner('[data-lotse-said]').textContent = message;
    announce(message);
  }

  /** Calls back at once, and once after each batch of changes to these elements' texts, until disconnected. */
  protected followTexts(parts: Iterable<Element>, changed: () => void): void {
    const observer = new MutationObserver(changed);
    for (const part of parts) {
      observer.observe(part, {
        subtree: true,
        childList: true,
        characterData: true,
        attributeFilter: ['data-lotse-waits'],
      });
    }
    this.#ending.signal.addEventListener('abort', () => {
      observer.disconnect();
    });
    changed();
  }

  /** Waits for a part of the site as `loadPart` does. A call while already waiting changes nothing. */
  protected await<Part>(
    load: () => Promise<Part>,
    place: HTMLElement,
    use: (part: Part, late: boolean) => void,
    failed?: string,
  ): void {
    this.#stopWaiting ??= loadPart(
      load,
      place,
      (part, late) => {
        this.stopWaiting();
        use(part, late);
      },
      failed,
    );
  }

  /** Stops waiting: a part that arrives later is no longer passed on. */
  protected stopWaiting(): void {
    this.#stopWaiting?.();
    this.#stopWaiting = undefined;
  }

  /** A required descendant, see `partOf`. */
  protected inner(selector: string): HTMLElement;
  protected inner<Part extends Element>(selector: string, kind: new () => Part): Part;
  protected inner(selector: string, kind: new () => Element = HTMLElement): Element {
    return partOf(this, selector, kind);
  }

  /** A required attribute. */
  protected given(name: string): string {
    return this.getAttribute(name) ?? '';
  }
}
