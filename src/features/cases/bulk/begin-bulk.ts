import type { Context } from '../../../platform/context.ts';
import { beginGroup } from '../history/begin-group.ts';
import { finishPortion, insertBulkChange, insertPortions } from './bulk.store.ts';
import { type BulkChange, type BulkMode, type BulkRequest, type CaseOutcome, keepActor } from './bulk-change.ts';
import { getBulkChange } from './get-bulk-change.ts';

/** How many cases are changed before the answer; more become a job. */
const MOST_AT_ONCE = 1_000;

/** How many cases a job changes in one transaction: few enough that other writers do not notice. */
const PORTION = 100;

interface BeginBulk {
  readonly caseIds: readonly number[];
  readonly mode: BulkMode;
  readonly request: BulkRequest;
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

/** Does a bulk change in this transaction when it is small, and leaves it to the job that does them otherwise. */
export const beginBulk = (
  ctx: Context,
  { caseIds, mode, request, revertsId, perform }: BeginBulk,
): Promise<BegunBulk> =>
  ctx.inTransaction(async (outer) => {
    const reverts = revertsId === undefined ? {} : { groupId: revertsId };
    const { groupId: bulkId, tx } = await beginGroup(outer, { reverts });
    await insertBulkChange(tx.db, {
      ...{ id: bulkId, mode, request, revertsId: revertsId ?? null, total: caseIds.length, createdAt: tx.now },
      actor: keepActor(tx.actor),
    });
    const isSmall = caseIds.length <= MOST_AT_ONCE;
    const whole = isSmall || mode === 'all-or-nothing';
    await insertPortions(tx.db, { bulkId, portions: whole ? [caseIds] : portionsOf(caseIds) });
    const outcomes = isSmall ? await perform(tx) : undefined;
    if (outcomes !== undefined) {
      await finishPortion(tx.db, { bulkId, position: 0, state: 'done', outcomes, finishedAt: tx.now });
    }
    return { bulk: await getBulkChange(tx, { bulkId }), outcomes };
  });

const portionsOf = (caseIds: readonly number[]): (readonly number[])[] =>
  Array.from({ length: Math.ceil(caseIds.length / PORTION) }, (_, portion) =>
    caseIds.slice(portion * PORTION, (portion + 1) * PORTION),
  );
