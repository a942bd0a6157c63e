import type { Pool } from 'pg';
import { sharedRuns } from '../../shared-runs.ts';
import { caseOrderOf, type IndexKeeper, type KeptCaseOrder } from './case-order.ts';
import { type EntryRow, entryColumns, toEntry } from './case-rows.ts';
import { KeptIndex } from './kept-index.ts';
import type { ListIndex } from './list-index.ts';
import { type ChangedSince, noticeChangesOnPostgres } from './postgres-changed-cases.ts';
import type { ListEntry, Row } from './row-query.ts';

/** How many cases are read at once while the index is built. */
const READ_AT_ONCE = 5_000;
/** After how many portions of changes to begin anew rather than go on. */
const MOST_PORTIONS = 20;
/** How long changes of this process may wait until somebody asks, in milliseconds, so that they never become many. */
const LOOK_EVERY_MS = 1_000;

const followingText = `
  select ${entryColumns.join(', ')} from cases where deleted_at is null and (updated_at, id) > ($1, $2)
  order by updated_at, id limit ${READ_AT_ONCE}`;

/**
 * Keeps the order of the cases in a PostgreSQL database, from the first time on that somebody asks for it. Every question
 * looks first whether anything was committed, here or elsewhere; those who wait at the same time share the look.
 */
export const keepPostgresCaseOrder = (pool: Pool): KeptCaseOrder => caseOrderOf(new PostgresCaseOrder(pool));

class PostgresCaseOrder implements IndexKeeper {
  readonly #pool: Pool;
  readonly #kept = new KeptIndex();
  #changes: ChangedSince | undefined;
  /** What begins to notice changes for the index that is kept, or in the making. */
  #notice: (() => Promise<void>) | undefined;
  #lastLook = 0;

  constructor(pool: Pool) {
    this.#pool = pool;
  }

  readonly current = (): undefined | Promise<ListIndex | undefined> => {
    // Without a look the database has to be asked: it tells what is wrong, if anything is.
    if (this.#kept.index !== undefined)
      return this.#look().then(
        () => this.#kept.index,
        () => undefined,
      );
    this.#beginOnce();
    return undefined;
  };

  readonly whenBuilt = (): Promise<void> => {
    this.#beginOnce();
    return this.#kept.whenBuilt();
  };

  readonly committed = (): void => {
    if (!this.#kept.isKept || performance.now() - this.#lastLook < LOOK_EVERY_MS) return;
    // Whoever asks next looks again, and is told when that fails.
    this.#look().catch(() => undefined);
  };

  readonly forget = (): void => {
    this.#kept.forget();
    this.#notice = undefined;
    this.#changes = undefined;
  };

  readonly #look = sharedRuns(async () => {
    this.#lastLook = performance.now();
    const changes = this.#changes;
    for (let portions = 1; changes !== undefined; portions += 1) {
      const told = await changes.next();
      // Meanwhile it was given up, or begun anew.
      if (changes !== this.#changes) return;
      if (told === undefined) return this.forget();
      this.#kept.take(told.changed);
      if (told.isAll) return;
      if (portions === MOST_PORTIONS) return this.forget();
    }
  });

  #beginOnce(): void {
    if (this.#kept.isKept) return;
    let noticed: Promise<void> | undefined;
    const notice = async (): Promise<void> => {
      const changes = await noticeChangesOnPostgres(this.#pool);
      // Meanwhile it may have been given up, and begun anew.
      if (this.#notice === notice) this.#changes = changes;
    };
    this.#notice = notice;
    this.#changes = undefined;
    this.#kept.build(async (after) => {
      noticed ??= notice();
      await noticed;
      return this.#readFollowing(after);
    });
  }

  async #readFollowing({ at, id }: Row): Promise<ListEntry[]> {
    const values = [at, id];
    const { rows } = await this.#pool.query<unknown[]>({
      name: 'following',
      text: followingText,
      values,
      rowMode: 'array',
    });
    return (rows as unknown as EntryRow[]).map(toEntry);
  }
}
