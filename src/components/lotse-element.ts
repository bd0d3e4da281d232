/** What all our elements share: parts that must be there, and subscriptions that end with the element. */

import type { ReadableAtom } from 'nanostores';
import type { Severity } from '../domain/text/coded.ts';
import { arriving } from './arriving.ts';
import { make } from './make.ts';

/** The part of an element's markup that a selector names. @throws where it is missing or another kind: our own mistake. */
export function partOf<Part extends Element>(
  host: Element,
  selector: string,
  kind: new () => Part,
): Part {
  const found = host.querySelector(selector);
  if (!(found instanceof kind)) throw new Error(`<${host.localName}> has no ${selector}`);
  return found;
}

/** An element that looks up its parts when connected and lets go when disconnected. */
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

  /** Looks up parts, listens and subscribes. */
  protected abstract connect(): void;

  /** Calls back now and on every change, until disconnected. */
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

  /** Calls back now, and once after any change of these parts' texts, until disconnected. */
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

  /** Waits for a part of the site as `arriving` does. An element that is already waiting keeps waiting, until `stopWaiting`. */
  protected await<Part>(
    load: () => Promise<Part>,
    place: HTMLElement,
    use: (part: Part, late: boolean) => void,
    failed?: string,
  ): void {
    this.#stopWaiting ??= arriving(
      load,
      place,
      (part, late) => {
        this.stopWaiting();
        use(part, late);
      },
      failed,
    );
  }

  /** Stops waiting: what arrives later is no longer handed on, and whatever it was needed for is dropped. */
  protected stopWaiting(): void {
    this.#stopWaiting?.();
    this.#stopWaiting = undefined;
  }

  /** Its own `partOf`. */
  protected inner(selector: string): HTMLElement;
  protected inner<Part extends Element>(selector: string, kind: new () => Part): Part;
  protected inner(selector: string, kind: new () => Element = HTMLElement): Element {
    return partOf(this, selector, kind);
  }

  /** An attribute that must be there. */
  protected given(name: string): string {
    return this.getAttribute(name) ?? '';
  }
}

/** A line of an answer. */
export interface Line {
  /** What it says: a text, or an element where a part of it is set apart. */
  readonly text: string | Node;
  /** How it is meant; what is only worth saying looks like any text. */
  readonly severity?: Severity | undefined;
  /** What leads on from it. */
  readonly links?: readonly Node[];
}

/** Fills a list with lines, and hides it when there is none. Lines that it already shows stay untouched. */
export function showLines(list: HTMLElement, lines: readonly (Line | string)[]): void {
  const items = lines.map((line) => {
    const { text, severity, links = [] } = typeof line === 'string' ? { text: line } : line;
    const item = make('li', {}, text, ...links.flatMap((link) => [' ', link]));
    if (severity && severity !== 'note') item.className = severity;
    return item;
  });
  list.hidden = items.length === 0;
  const shown = [...list.children];
  const isShown = items.every((item, index) => shown[index]?.isEqualNode(item) === true);
  if (!isShown || items.length !== shown.length) list.replaceChildren(...items);
}
