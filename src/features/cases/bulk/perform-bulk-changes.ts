import { setImmediate as nextTurn } from 'node:timers/promises';
import { DomainError } from '../../../kernel/errors.ts';
import type { Context } from '../../../platform/context.ts';
import { isPassing } from '../../../platform/database/passing.ts';
import type { Job } from '../../../platform/jobs/job.ts';
import { isKeyUsable } from '../../keys/is-key-usable.ts';
import { keptActor } from '../kept-actor.ts';
import {
  closeOpenPortions,
  finishPortion,
  type OpenPortion,
  selectBulkWork,
  selectNextBulk,
  takeOpenPortion,
} from './bulk.store.ts';
import type { CaseOutcome } from './bulk-change.ts';
import { revertCases } from './revert-cases.ts';
import { updateCases } from './update-cases.ts';

/** How long a change may wait until it is begun, in milliseconds. */
const EVERY_MS = 250;

/** How many portions are worked on at the same time, where the database can: each has a process of its own there. */
const MOST_AT_ONCE = 2;

/**
 * Does what bulk changes have left to do, portion by portion. What became of a portion is written in the transaction
 * that changes its cases: cut off anywhere, it goes on where it was. Several processes take different portions.
 */
export const performBulkChanges: Job = {
  name: 'perform bulk changes',
  everyMs: EVERY_MS,
  run: async (ctx, signal) => {
    while (signal?.aborted !== true) {
      const bulkId = await selectNextBulk(ctx.db);
      if (bulkId === undefined) return;
      // Of all that is left of this one others may work: then on the next one that is free.
      if (!(await performSome(ctx, bulkId)) && !(await performNext(ctx))) return;
      // Requests come before the next portion.
      await nextTurn();
    }
  },
};

/**
 * Works on portions of one change only, as many at once as leave requests a connection: with those of another one beside
 * them, a later change of the same cases could be done before an earlier one. False when others work on all of them.
 */
const performSome = async (ctx: Context, bulkId: number): Promise<boolean> => {
  const length = Math.max(1, Math.min(MOST_AT_ONCE, ctx.platform.database.writers - 1));
  const done = await Promise.allSettled(Array.from({ length }, () => performNext(ctx, bulkId)));
  const failures = done.flatMap((each) => (each.status === 'rejected' ? [each.reason] : []));
  if (failures.length === 1) throw failures[0];
  if (failures.length > 1) throw new AggregateError(failures, 'Several portions of bulk changes failed.');
  return done.some((each) => each.status === 'fulfilled' && each.value);
};

/** The next portion of one change, or of any; false when others work on all that is left. */
const performNext = async (ctx: Context, bulkId?: number): Promise<boolean> => {
  let portion: OpenPortion | undefined;
  let isAllowed = true;
  try {
    await ctx.inTransaction(async (tx) => {
      portion = await takeOpenPortion(tx.db, bulkId);
      if (portion !== undefined) isAllowed = await performPortion(tx, portion);
    });
    // Only now that the portion is given back: who waits for others must hold nothing that they wait for.
    if (portion !== undefined && !isAllowed) await closeBulkChange(ctx, portion);
  } catch (error) {
    if (portion === undefined || isPassing(error)) throw error;
    await failPortion(ctx, portion, error);
    // Of all or nothing it was nothing: that is an outcome. Everything else is a defect, to be told of.
    if (!(error instanceof DomainError)) throw error;
  }
  return portion !== undefined;
};

/** Answers whether whoever began the change may still do so; otherwise nothing is done. */
const performPortion = async (tx: Context, { bulkId, position, caseIds }: OpenPortion): Promise<boolean> => {
  const { mode, request, revertsId, actor: kept } = await selectBulkWork(tx.db, bulkId);
  const actor = keptActor(kept);
  if (!(await isKeyUsable(tx, { keyId: actor.keyId }))) return false;
  const worker = tx.as({ ...actor, groupId: bulkId });
  const outcomes =
    revertsId === null
      ? await updateCases(worker, { caseIds, mode, ...request })
      : await revertCases(worker, { groupId: revertsId, caseIds });
  await finishPortion(tx.db, { bulkId, position, state: 'done', outcomes, finishedAt: tx.now });
  return true;
};

const closeBulkChange = (ctx: Context, { bulkId }: OpenPortion): Promise<void> =>
  ctx.inTransaction((tx) => closeOpenPortions(tx.db, { bulkId, state: 'failed', finishedAt: tx.now }));

const failPortion = (ctx: Context, { bulkId, position }: OpenPortion, error: unknown): Promise<void> => {
  const { cases = [], refusedCount } = error instanceof DomainError ? error.details : {};
  const outcomes = (cases as readonly Record<string, unknown>[]).map(
    ({ caseId, ...refusal }) => ({ caseId, outcome: 'refused', refusal }) as unknown as CaseOutcome,
  );
  return ctx.inTransaction((tx) =>
    finishPortion(tx.db, {
      ...{ bulkId, position, outcomes, state: 'failed', finishedAt: tx.now },
      // Not all of them are named.
      ...(typeof refusedCount === 'number' && { refused: refusedCount }),
    }),
  );
};
