import type { Context } from '../../../platform/context.ts';
import { isPassing } from '../../../platform/database/passing.ts';
import { type BinPlace, selectDeletedBefore } from '../bin.store.ts';
import { lockCase } from '../cases.store.ts';
import { eraseCase } from '../erase-case.ts';
import { BIN_RETENTION_MS } from './bin.ts';

interface PurgeBin {
  /** How long cases have to be in the bin, in milliseconds. */
  readonly olderThanMs?: number;
}

/** How many cases are looked up at once; each is purged in a transaction of its own, so that others can write between. */
const BATCH = 50;

/**
 * Deletes for good what has been in the bin for long enough, and answers with the number of cases. Cut off anywhere, it
 * can be run again; several processes may run it at once. For the operator and the clock. A case that cannot be purged
 * does not keep the others: Throws AggregateError with what was thrown for such cases when the others are purged.
 */
export const purgeBin = async (ctx: Context, { olderThanMs = BIN_RETENTION_MS }: PurgeBin = {}): Promise<number> => {
  // A case that was deleted in this very millisecond is old enough for someone who empties the bin.
  const before = ctx.now - olderThanMs + 1;
  const failures: unknown[] = [];
  let purged = 0;
  let after: BinPlace | undefined;
  do {
    const places = await selectDeletedBefore(ctx.db, { before, after, limit: BATCH });
    for (const { id } of places) {
      const isPurged = await purge(ctx, id, before).catch((error: unknown) => failures.push(failed(id, error)) === 0);
      if (isPurged) purged += 1;
    }
    after = places.length < BATCH ? undefined : places.at(-1);
  } while (after !== undefined);
  if (failures.length === 0) return purged;
  throw new AggregateError(failures, `${failures.length} cases could not be deleted for good; ${purged} were.`);
};

/** What is wrong with one case; what is wrong with the database is wrong with all of them. */
const failed = (caseId: number, cause: unknown): Error => {
  if (isPassing(cause)) throw cause;
  return new Error(`Case ${caseId} could not be deleted for good.`, { cause });
};

const purge = (ctx: Context, caseId: number, before: number): Promise<boolean> =>
  ctx.inTransaction(async (tx) => {
    const found = await lockCase(tx.db, caseId);
    // Somebody else may have restored or purged it meanwhile.
    if (found === undefined || found.deletedAt === null || found.deletedAt >= before) return false;
    await eraseCase(tx, { found });
    return true;
  });
