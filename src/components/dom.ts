/** Finds, creates and fills elements of a page. All content is text; nothing is parsed as HTML. */

import type { Severity } from '../domain/text/coded.ts';
import { aroundTitle } from '../i18n/words.ts';

type Child = Node | string;

/** Creates an element with its children; nothing is parsed as HTML. */
export function make<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  attributes: Readonly<Record<string, string | undefined>>,
  ...children: readonly Child[]
): HTMLElementTagNameMap[Name] {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value !== undefined) element.setAttribute(key, value);
  }
  element.append(...children);
  return element;
}

/** A sentence with its title as an element, since it may be in another language. */
export function withTitle(
  sentence: (title: string) => string,
  { text, lang }: { readonly text: string; readonly lang: string | undefined },
): readonly (Node | string)[] {
  const [before, after] = aroundTitle(sentence);
  return [before, make('span', { lang }, text), after];
}

/** Creates a button; `act` is called on a click. */
export function makeButton(text: string, act: () => void): HTMLButtonElement {
  const button = make('button', { type: 'button' }, text);
  button.addEventListener('click', act);
  return button;
}

/** Whether a text came in whole, pasted or dropped; one that is typed may be unfinished. */
export function isWhole(event: Event): boolean {
  return event instanceof InputEvent && event.inputType.startsWith('insertFrom');
}

/** The first descendant that matches a selector. @throws if it is missing or of another type, which is a bug. */
export function partOf<Part extends Element>(
  host: Element,
  selector: string,
  kind: new () => Part,
): Part {
  const found = host.querySelector(selector);
  if (!(found instanceof kind)) throw new Error(`<${host.localName}> has no ${selector}`);
  return found;
}

/** A line of an answer. */
export interface Line {
  /** Its text, or an element if part of the text is set apart. */
  readonly text: string | Node;
  /** Its severity; without one it looks like ordinary text. */
  readonly severity?: Severity | undefined;
  /** Links to follow from here. */
  readonly links?: readonly Node[];
}

/** Fills a list with lines, and hides it if there are none. Lines already shown stay untouched. */
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
