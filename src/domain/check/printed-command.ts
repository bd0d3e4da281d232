/** A command in a printed text, with the lines that may still be its own. */

import {
  commandChanges,
  commandTarget,
  isCalculated,
  isOpenEnded,
  type CommandTarget,
  type SettingChange,
} from './powershell-command.ts';

/** Longer than any command, and than a line of one. */
const commandLimit = 4000;

/** A command with the lines below it that may still be its own. */
export class Command {
  isOpen: boolean;
  #text: string;
  readonly #below: string[] = [];
  #target: CommandTarget | undefined;
  #changes: readonly SettingChange[] = [];
  #isCalculated = false;

  /** Without text there is none: what follows was printed by nobody knows which. */
  constructor(text = '') {
    this.#text = text.slice(0, commandLimit).trim();
    this.isOpen = text !== '';
  }

  get text(): string {
    return this.#text;
  }

  get isOpenEnded(): boolean {
    return this.isOpen && isOpenEnded(this.#text);
  }

  append(text: string): void {
    if (this.#text.length < commandLimit) this.#text = `${this.#text} ${text}`.trim();
  }

  /** A line that may be the end of one that did not fit into the window. */
  appendBelow(line: string): void {
    if (this.isOpen && this.#below.length < 3) this.#below.push(line.slice(0, commandLimit));
  }

  /** Nothing of what comes belongs to it any more. */
  close(): void {
    if (!this.isOpen) return;
    this.#target = commandTarget(this.#text, this.#below);
    this.#changes = commandChanges(this.#text, this.#below);
    this.#isCalculated = isCalculated(this.#text, this.#below);
    this.isOpen = false;
  }

  get target(): CommandTarget | undefined {
    this.close();
    return this.#target;
  }

  get changes(): readonly SettingChange[] {
    this.close();
    return this.#changes;
  }

  /** Whether its switch is none of Exchange's. */
  get isCalculated(): boolean {
    this.close();
    return this.#isCalculated;
  }
}
