import type { DatabaseSync } from 'node:sqlite';
import { LRUCache } from 'lru-cache';

/** How much text is kept in all, and of one case at the most, in characters; every case counts as some more. */
const MAX_CHARACTERS = 8_000_000;
const MAX_CHARACTERS_EACH = 50_000;
const CHARACTERS_BESIDE = 500;

/**
 * Cases that were read lately, as they are committed, whatever reads them makes of them. On SQLite only, where every
 * commit of this process is known, and another process that commits is noticed. Source: docs/adr/0022-recent-cases.md.
 */
export class RecentCases {
  readonly #cases = new LRUCache<number, object>({ maxSize: MAX_CHARACTERS, maxEntrySize: MAX_CHARACTERS_EACH });
  readonly #versionNow: () => unknown;
  readonly #touched = new Set<number>();
  #version: unknown;
  #commits = 0;

  constructor(writer: DatabaseSync) {
    const dataVersion = writer.prepare('pragma data_version');
    this.#versionNow = () => dataVersion.get()?.['data_version'];
    this.#version = this.#versionNow();
    writer.function('case_written', (id) => {
      this.#touched.add(Number(id));
      return null;
    });
    for (const [table, id] of Object.entries(tables)) writer.exec(triggersOf(table, id));
  }

  /** To be asked before anything is looked up or read: forgets everything when another process has committed. */
  moment(): number {
    const version = this.#versionNow();
    if (version !== this.#version) {
      this.#version = version;
      this.#cases.clear();
      this.#commits += 1;
    }
    return this.#commits;
  }

  /** The case with this ID, if it is known. It is shared: nobody may change it. */
  get(id: number): unknown {
    return this.#cases.get(id);
  }

  /** Keeps what was read from the database after a moment, unless there was a commit since. */
  keep(found: { readonly id: number; readonly description: string }, moment: number): void {
    if (moment !== this.#commits) return;
    this.#cases.set(found.id, found, { size: found.description.length + CHARACTERS_BESIDE });
  }

  /** To be called after every commit of this process, before anybody is answered. */
  committed(): void {
    this.#commits += 1;
    for (const id of this.#touched) this.#cases.delete(id);
    this.#touched.clear();
  }
}

/** What a case is read from, and which column has its ID. */
const tables = { cases: 'id', case_tags: 'case_id', case_recipients: 'case_id' } as const;

/** They live as long as the connection, and see every row that this process touches, by whatever statement. */
const triggersOf = (table: string, id: string): string => `
  create temp trigger ${table}_added after insert on main.${table} begin select case_written(new.${id}); end;
  create temp trigger ${table}_gone after delete on main.${table} begin select case_written(old.${id}); end;
  create temp trigger ${table}_written after update on main.${table} begin select case_written(new.${id}); end`;
