import { DomainError, invalidField } from '../../../kernel/errors.ts';
import type { Context } from '../../../platform/context.ts';
import { beginGroup } from '../history/begin-group.ts';
import { keepActor } from '../kept-actor.ts';
import { countOpenBulkChanges, finishPortion, insertBulkChange, insertPortions } from './bulk.store.ts';
import type { BulkChange, BulkMode, BulkRequest, CaseOutcome } from './bulk-change.ts';
import { cutByWeight } from './by-weight.ts';
import { getBulkChange } from './get-bulk-change.ts';
import { BYTES_OF_TURN } from './write-in-turns.ts';

/** How many cases are changed before the answer; more become a job. */
const MOST_AT_ONCE = 1_000;

/** How much is written before the answer, in bytes; more becomes a job. */
const MOST_BYTES_AT_ONCE = 8 * 1024 * 1024;

/** How many cases a job changes in one transaction: few enough that other writers do not notice. */
const PORTION = 100;

/** How many bulk changes of one person may wait or run at the same time. */
const MOST_OPEN = 5;

interface BeginBulk {
  readonly caseIds: readonly number[];
  readonly mode: BulkMode;
  readonly request: BulkRequest;
  /** How much is written for a case, in bytes. */
  readonly weightOf: (caseId: number) => number;
  /** Whether all is taken back afterwards: a job would never do anything, and tell nothing. */
  readonly isTrial: boolean;
  /** The bulk change that is taken back. */
  readonly revertsId?: number;
  /** Does what is to be done to these cases, in the transaction that it is given. */
  readonly perform: (tx: Context) => Promise<CaseOutcome[]>;
}

/** A bulk change that was begun; with what became of the cases when it is done already. */
export interface BegunBulk {
  readonly bulk: BulkChange;
  readonly outcomes: readonly CaseOutcome[] | undefined;
}

/**
 * Does a bulk change in this transaction when it is small, and leaves it to the job that does them otherwise. Throws
 * FIELDS_INVALID for a job in a dry run, BULK_LIMIT_REACHED.
 */
export const beginBulk = (
  ctx: Context,
  { caseIds, mode, request, weightOf, isTrial, revertsId, perform }: BeginBulk,
): Promise<BegunBulk> =>
  ctx.inTransaction(async (outer) => {
    const isSmall = isDoneAtOnce(caseIds, weightOf);
    if (!isSmall) await requireRoom(outer, isTrial);
    const reverts = revertsId === undefined ? {} : { groupId: revertsId };
    const { groupId: bulkId, tx } = await beginGroup(outer, { reverts });
    await insertBulkChange(tx.db, {
      ...{ id: bulkId, mode, request, revertsId: revertsId ?? null, total: caseIds.length, createdAt: tx.now },
      actor: keepActor(tx.actor),
    });
    const whole = isSmall || mode === 'all-or-nothing';
    const portions = whole ? [caseIds] : cutByWeight(caseIds, { weightOf, ...portion });
    await insertPortions(tx.db, { bulkId, portions });
    const outcomes = isSmall ? await perform(tx) : undefined;
    if (outcomes !== undefined) {
      await finishPortion(tx.db, { bulkId, position: 0, state: 'done', outcomes, finishedAt: tx.now });
    }
    return { bulk: await getBulkChange(tx, { bulkId }), outcomes };
  });

const isDoneAtOnce = (caseIds: readonly number[], weightOf: BeginBulk['weightOf']): boolean =>
  caseIds.length <= MOST_AT_ONCE && caseIds.reduce((sum, caseId) => sum + weightOf(caseId), 0) <= MOST_BYTES_AT_ONCE;

const portion = { maxBytes: BYTES_OF_TURN, maxCount: PORTION };

/** Others wait for what somebody has begun. */
const requireRoom = async (tx: Context, isTrial: boolean): Promise<void> => {
  if (isTrial) {
    throw invalidField('dryRun', 'must be about what is done before the answer: at most 1,000 cases, and 8 MB');
  }
  const { userId } = tx.actor;
  if (userId !== null && (await countOpenBulkChanges(tx.db, userId)) >= MOST_OPEN) {
    throw new DomainError('BULK_LIMIT_REACHED');
  }
};
