import type { Context } from '../../platform/context.ts';
import { selectDeletedBefore } from './bin.store.ts';
import { BIN_RETENTION_MS } from './bin.ts';
import { lockCase } from './cases.store.ts';
import { eraseCase } from './erase-case.ts';

interface PurgeBin {
  /** How long cases have to be in the bin, in milliseconds. */
  readonly olderThanMs?: number;
}

/** How many cases are looked up at once; each is purged in a transaction of its own, so that others can write between. */
const BATCH = 50;

/**
 * Deletes for good what has been in the bin for long enough, and answers with the number of cases. Cut off anywhere, it
 * can be run again; several processes may run it at once. For the operator and the clock.
 */
export const purgeBin = async (ctx: Context, { olderThanMs = BIN_RETENTION_MS }: PurgeBin = {}): Promise<number> => {
  // A case that was deleted in this very millisecond is old enough for someone who empties the bin.
  const before = ctx.now - olderThanMs + 1;
  let purged = 0;
  for (;;) {
    const caseIds = await selectDeletedBefore(ctx.db, { before, limit: BATCH });
    for (const caseId of caseIds) if (await purge(ctx, caseId, before)) purged += 1;
    if (caseIds.length < BATCH) return purged;
  }
};

const purge = (ctx: Context, caseId: number, before: number): Promise<boolean> =>
  ctx.inTransaction(async (tx) => {
    const found = await lockCase(tx.db, caseId);
    // Somebody else may have restored or purged it meanwhile.
    if (found === undefined || found.deletedAt === null || found.deletedAt >= before) return false;
    await eraseCase(tx, { found });
    return true;
  });
