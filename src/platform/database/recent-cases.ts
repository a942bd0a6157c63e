import type { DatabaseSync } from 'node:sqlite';
import { LRUCache } from 'lru-cache';
import { dataVersionOf, noticeWrittenRows } from './written-rows.ts';

/** How much text is kept in all, and of one case at the most, in characters; every case counts as some more. */
const MAX_CHARACTERS = 8_000_000;
const MAX_CHARACTERS_EACH = 50_000;
const CHARACTERS_BESIDE = 500;

/** Of how many cases that were read once is remembered that they were: who is read again within as many is kept. */
const MAX_SEEN = 2_000;

/**
 * Cases that were read lately, as they are committed, whatever reads them makes of them. On SQLite only, where every
 * commit of this process is known, and another process that commits is noticed. Source: docs/adr/0022-recent-cases.md.
 */
export class RecentCases {
  readonly #cases = new LRUCache<number, object>({ maxSize: MAX_CHARACTERS, maxEntrySize: MAX_CHARACTERS_EACH });
  readonly #seen = new LRUCache<number, true>({ max: MAX_SEEN });
  readonly #versionNow: () => unknown;
  readonly #anyVersionNow: () => unknown;
  readonly #touched = new Set<number>();
  /** Moves when another process commits. */
  #version: unknown;
  /** Moves when anybody commits. */
  #anyVersion: unknown;
  #commits = 0;

  /** Besides the writing connection, it needs a look at whether anybody has committed: others have to look there anyway. */
  constructor(writer: DatabaseSync, anyVersionNow: () => unknown) {
    this.#versionNow = dataVersionOf(writer);
    this.#anyVersionNow = anyVersionNow;
    this.#anyVersion = anyVersionNow();
    this.#version = this.#versionNow();
    noticeWrittenRows(writer, { name: 'case_written', tables, told: (id) => this.#touched.add(id) });
  }

  /** Before anything is looked up or read: what of it can be kept is decided by what was committed since. */
  moment(): number {
    return this.#commits;
  }

  /** The case with this ID, if it is known. It is shared: nobody may change it. */
  get(id: number): unknown {
    // Who knows nothing need not ask whether it is still true: a look costs a tenth of what reading a case does.
    if (!this.#cases.has(id)) return undefined;
    this.#lookElsewhere();
    return this.#cases.get(id);
  }

  /** Forgets everything when another process has committed since the last look. */
  #lookElsewhere(): void {
    const anyVersion = this.#anyVersionNow();
    if (anyVersion === this.#anyVersion) return;
    this.#anyVersion = anyVersion;
    const version = this.#versionNow();
    if (version === this.#version) return;
    this.#version = version;
    this.#cases.clear();
    // What was read before this look, and is not kept yet, may be older than that commit.
    this.#commits += 1;
  }

  /**
   * Keeps what was read from the database after a moment, unless there was a commit since, when it was read before not
   * long ago: what nobody comes back to, as all that an export goes through, would only drive out what others look at.
   */
  keep(found: { readonly id: number; readonly description: string }, moment: number): void {
    if (moment !== this.#commits) return;
    if (!this.#seen.has(found.id)) {
      this.#seen.set(found.id, true);
      return;
    }
    this.#cases.set(found.id, found, { size: found.description.length + CHARACTERS_BESIDE });
  }

  /** To be called after every commit of this process, before anybody is answered. */
  committed(): void {
    this.#commits += 1;
    for (const id of this.#touched) this.#cases.delete(id);
    this.#touched.clear();
  }
}

/** What a case is read from. */
const tables = { cases: { id: 'id' }, case_tags: { id: 'case_id' }, case_recipients: { id: 'case_id' } } as const;
