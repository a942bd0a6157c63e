import type { Context } from '../../platform/context.ts';
import { removeDocument } from '../../platform/database/text-search.ts';
import { appendEvent } from '../../platform/events/append-event.ts';
import { forgetAttachmentsOfCase, removeFiles } from '../attachments/forget-attachments-of-case.ts';
import { forgetCommentsOfCase } from '../comments/forget-comments-of-case.ts';
import { forgetLikesOfCase } from '../likes/forget-likes-of-case.ts';
import { deleteCaseRows, selectDeletedBefore } from './bin.store.ts';
import { BIN_RETENTION_MS } from './bin.ts';
import { lockCase } from './cases.store.ts';

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
    for (const caseId of caseIds) if (await purgeCase(ctx, caseId, before)) purged += 1;
    if (caseIds.length < BATCH) return purged;
  }
};

const purgeCase = async (ctx: Context, caseId: number, before: number): Promise<boolean> => {
  const keys = await deleteForGood(ctx, caseId, before);
  if (keys === undefined) return false;
  await removeFiles(ctx, { keys });
  return true;
};

/** Deletes the case and answers under which keys the bytes of its files are kept; undefined when it has to stay. */
const deleteForGood = (ctx: Context, caseId: number, before: number): Promise<readonly string[] | undefined> =>
  ctx.inTransaction(async (tx) => {
    const found = await lockCase(tx.db, caseId);
    // Somebody else may have restored or purged it meanwhile.
    if (found === undefined || found.deletedAt === null || found.deletedAt >= before) return undefined;
    // Everything that refers to the case, each by its owner; what refers to something else here goes first. Feeds and
    // notifications hear of it by the event.
    await forgetLikesOfCase(tx, { caseId });
    const keys = await forgetAttachmentsOfCase(tx, { caseId });
    await forgetCommentsOfCase(tx, { caseId });
    await removeDocument(tx.db, { caseId });
    await deleteCaseRows(tx.db, caseId);
    const { spaceId, revision, deletedAt } = found;
    await appendEvent(tx, { type: 'case.purged', spaceId, caseId, payload: { revision, deletedAt } });
    return keys;
  });
