/** Elements of a page: found, made, filled. Everything is text: nothing is parsed. */

import type { Severity } from '../domain/text/coded.ts';

type Child = Node | string;

/** An element with its children; nothing is parsed. */
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

/** A button; `act` is called on a click. */
export function makeButton(text: string, act: () => void): HTMLButtonElement {
  const button = make('button', { type: 'button' }, text);
  button.addEventListener('click', act);
  return button;
}

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
