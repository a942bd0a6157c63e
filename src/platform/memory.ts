import { LRUCache } from 'lru-cache';

/** How many looked-up things a process keeps; the least recently used ones are forgotten first. */
const MAX_ENTRIES = 50_000;

/** What a process remembers of users, keys and configuration, until anything of it changes anywhere. */
export class Memory {
  readonly #entries = new LRUCache<string, { readonly value: unknown }>({ max: MAX_ENTRIES });
  #generation = 0;

  /** Forgets everything. */
  clear(): void {
    this.#generation += 1;
    this.#entries.clear();
  }

  /**
   * The value under the key, loaded when it is not known. A value whose loading began before a `clear` is handed out
   * but not kept: it may be older than the change. What does not exist is not kept either: guesses must not push out
   * what is in use.
   */
  remember<T>(key: string, load: () => Promise<T>): T | Promise<T> {
    const known = this.#entries.get(key);
    if (known !== undefined) return known.value as T;
    return this.#load(key, load);
  }

  async #load<T>(key: string, load: () => Promise<T>): Promise<T> {
    const generation = this.#generation;
    const value = await load();
    if (generation === this.#generation && value !== undefined) this.#entries.set(key, { value });
    return value;
  }
}
