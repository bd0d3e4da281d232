/** Has texts read by a worker: one at a time, and the latest only. */

import workerAddress from './ask.worker.ts?worker&url';
import type { Asked, AskRequest } from '../../domain/ask/asked.ts';
import type { Lesson, Reply } from './ask.worker.ts';

/** The address of a script, as the page's policy wants it (Trusted Types). */
interface ScriptPolicy {
  createScriptURL(address: string): string;
}
declare global {
  interface Window {
    readonly trustedTypes?: {
      createPolicy(name: string, rules: ScriptPolicy): ScriptPolicy;
    };
  }
}

/** Only this one script of ours can be started. */
const policy = window.trustedTypes?.createPolicy('lotse-worker', {
  createScriptURL: () => workerAddress,
});

function started(lesson: Lesson): Worker {
  const worker = new Worker(policy?.createScriptURL('') ?? workerAddress, { type: 'module' });
  worker.postMessage(lesson);
  return worker;
}

/** Reads texts. A text that is still being read when another comes, or when the reader stops it, has no answer. */
export class AskReader {
  readonly #lesson: Lesson;
  #worker: Worker | undefined;
  #isBusy = false;

  constructor(lesson: Lesson) {
    this.#lesson = lesson;
  }

  /** The answer to a text. Rejects if the worker cannot be started or fails. */
  read(request: AskRequest): Promise<Asked> {
    if (this.#isBusy) this.stop();
    return new Promise((resolve, reject) => {
      const worker = (this.#worker ??= started(this.#lesson));
      this.#isBusy = true;
      worker.onmessage = ({ data }: MessageEvent<Reply>) => {
        this.#isBusy = false;
        resolve(data.asked);
      };
      worker.onerror = (event) => {
        this.stop();
        reject(new Error(`The worker failed: ${event.message}`));
      };
      worker.postMessage(request);
    });
  }

  /** Ends reading. */
  stop(): void {
    this.#worker?.terminate();
    this.#worker = undefined;
    this.#isBusy = false;
  }
}
