/** The test tenant's sessions, codes and grants while it runs. */

import type { Adapter, AdapterPayload } from 'oidc-provider';

/** All stores by name; IDs are random, so directories can share them. */
const stores = new Map<string, Map<string, AdapterPayload>>();

/** Keeps everything in memory. Nothing expires: a test tenant lives for minutes. */
export class MemoryAdapter implements Adapter {
  readonly #entries: Map<string, AdapterPayload>;

  constructor(name: string) {
    const entries = stores.get(name) ?? new Map<string, AdapterPayload>();
    stores.set(name, entries);
    this.#entries = entries;
  }

  async upsert(id: string, payload: AdapterPayload): Promise<void> {
    this.#entries.set(id, payload);
    return Promise.resolve();
  }

  async find(id: string): Promise<AdapterPayload | undefined> {
    return Promise.resolve(this.#entries.get(id));
  }

  async findByUid(uid: string): Promise<AdapterPayload | undefined> {
    return Promise.resolve([...this.#entries.values()].find((entry) => entry.uid === uid));
  }

  async findByUserCode(userCode: string): Promise<AdapterPayload | undefined> {
    return Promise.resolve(
      [...this.#entries.values()].find((entry) => entry.userCode === userCode),
    );
  }

  async consume(id: string): Promise<void> {
    const entry = this.#entries.get(id);
    if (entry) entry.consumed = Math.floor(Date.now() / 1000);
    return Promise.resolve();
  }

  async destroy(id: string): Promise<void> {
    this.#entries.delete(id);
    return Promise.resolve();
  }

  async revokeByGrantId(grantId: string): Promise<void> {
    for (const [id, entry] of this.#entries)
      if (entry.grantId === grantId) this.#entries.delete(id);
    return Promise.resolve();
  }
}
