import { rebuildSearchIndex } from '../../features/search/rebuild-search-index.ts';
import { DomainError } from '../../kernel/errors.ts';
import type { Context } from '../../platform/context.ts';
import { announceConfigurationChange } from '../../platform/database/configuration-change.ts';
import { type Rows, readEverything, writeEverything } from '../../platform/database/everything.ts';
import type { SavedFiles } from '../../platform/files/file-store.ts';

/** How many snapshots are kept: each has all rows in memory. */
const MAX_SNAPSHOTS = 20;

interface Snapshot {
  readonly rows: Rows;
  readonly files: SavedFiles;
}

/** Named states of everything that the sandbox has, to come back to. */
export class Snapshots {
  readonly #byName = new Map<string, Snapshot>();

  names(): readonly string[] {
    return [...this.#byName.keys()];
  }

  /** Keeps the state under a name, in the place of an earlier one. Throws CONFIGURATION_CONFLICT when there are too many. */
  async take(ctx: Context, name: string): Promise<void> {
    if (!this.#byName.has(name) && this.#byName.size >= MAX_SNAPSHOTS) {
      throw new DomainError('CONFIGURATION_CONFLICT', { message: `There are ${MAX_SNAPSHOTS} snapshots: remove one.` });
    }
    const rows = await ctx.inTransaction((tx) => readEverything(tx.db));
    this.#byName.set(name, { rows, files: await ctx.platform.files.save() });
  }

  /** Makes everything as it was, the next IDs too. Throws CONTENT_NOT_FOUND. */
  async restore(ctx: Context, name: string): Promise<void> {
    const snapshot = this.#require(name);
    await ctx.platform.files.restore(snapshot.files);
    await ctx.inTransaction(async (tx) => {
      await announceConfigurationChange(tx.db);
      await writeEverything(tx.db, snapshot.rows);
      await rebuildSearchIndex(tx);
    });
  }

  /** Forgets a snapshot. Throws CONTENT_NOT_FOUND. */
  remove(name: string): void {
    this.#require(name);
    this.#byName.delete(name);
  }

  #require(name: string): Snapshot {
    const snapshot = this.#byName.get(name);
    if (snapshot !== undefined) return snapshot;
    throw new DomainError('CONTENT_NOT_FOUND', { message: `There is no snapshot "${name}".` });
  }
}
