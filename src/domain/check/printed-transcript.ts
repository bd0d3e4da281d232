/** What was printed after which command, and in which mail and sign-in it stands. */

import { signInOf, type SettingChange } from './powershell-command.ts';
import { Command } from './printed-command.ts';
import type { Draft, Place, Properties } from './printed-objects.ts';

/** A command that changed the switch, and where it stands. */
export interface PlacedChange extends Omit<SettingChange, 'isLast'> {
  readonly place: Place;
}

/** Collects objects and changes in the order of a text. */
export class Transcript {
  readonly drafts: Draft[] = [];
  readonly changes: PlacedChange[] = [];
  command = new Command();
  /** Where the command stands. */
  #from: Place = { at: 0, passage: 0, session: '' };
  #passage = 0;
  #session = '';
  #signIns = 0;

  get #place(): Place {
    return { at: this.drafts.length, passage: this.#passage, session: this.#session };
  }

  /** What follows was printed by this command. */
  start(command: Command): void {
    this.end();
    this.command = command;
    this.signIn(command.text);
    this.#from = this.#place;
  }

  /** What follows stands in another mail. */
  turn(): void {
    this.#passage += 1;
  }

  /** Whoever names the same account in the same way is in the same organisation. */
  signIn(text: string): void {
    const signIn = signInOf(text);
    if (signIn === undefined) return;
    this.#signIns += 1;
    this.#session = signIn.includes('@') ? signIn : String(this.#signIns);
  }

  keep(properties: Properties): void {
    if (properties.size > 0) {
      this.drafts.push({ properties, command: this.command, place: this.#place });
    }
  }

  /** Nothing more is printed by the command. */
  end(): void {
    for (const { isLast, ...change } of this.command.changes) {
      const at = isLast ? this.drafts.length : this.#from.at;
      this.changes.push({ ...change, place: { ...this.#from, at } });
    }
  }
}
