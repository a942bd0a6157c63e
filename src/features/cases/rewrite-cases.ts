import { setTimeout as sleep } from 'node:timers/promises';
import type { Context } from '../../platform/context.ts';
import type { Case, CaseProperties } from './case.ts';
import { lockCase } from './cases.store.ts';
import { carryOutAll, planChanges, type UpdatePlan } from './plan-update.ts';

/** How many cases one transaction changes: few enough that other writers do not notice. */
const CASES_PER_TRANSACTION = 100;

/** The next cases by number. */
interface CaseBatch {
  readonly afterCaseId: number;
  readonly limit: number;
}

interface RewriteCases {
  /** Throws when the changes are not allowed, or not any more; asked in every transaction. */
  readonly require: (tx: Context) => Promise<void>;
  /** The cases to look at, by number. */
  readonly select: (tx: Context, batch: CaseBatch) => Promise<readonly number[]>;
  /** What becomes of a case; undefined leaves it as it is. */
  readonly change: (found: Case) => Partial<CaseProperties> | undefined;
  /** What else belongs to the last transaction. */
  readonly conclude?: (tx: Context, changed: number) => Promise<void>;
}

/**
 * Changes many cases, each with history and event like any other update, a few in one transaction; answers how many it
 * changed. Cut off in the middle, it can be called again. The rights are the caller's to ask for.
 */
export const rewriteCases = async (ctx: Context, options: RewriteCases): Promise<number> => {
  let changed = 0;
  let afterCaseId: number | undefined = 0;
  while (afterCaseId !== undefined) {
    const began: number = performance.now();
    const batch: RewrittenBatch = await rewriteBatch(ctx, options, { afterCaseId, changed });
    changed = batch.changed;
    afterCaseId = batch.lastCaseId;
    // Other processes get the database for as long as this one had it.
    if (afterCaseId !== undefined) await sleep(performance.now() - began);
  }
  return changed;
};

interface RewrittenBatch {
  /** With those of the batches before. */
  readonly changed: number;
  /** Undefined when there are none after it. */
  readonly lastCaseId: number | undefined;
}

const rewriteBatch = (
  ctx: Context,
  { require, select, change, conclude }: RewriteCases,
  before: { readonly afterCaseId: number; readonly changed: number },
): Promise<RewrittenBatch> =>
  ctx.inTransaction(async (tx) => {
    await require(tx);
    // One more than is changed tells whether this is the last transaction: what ends the work belongs to its last changes.
    const found = await select(tx, { afterCaseId: before.afterCaseId, limit: CASES_PER_TRANSACTION + 1 });
    const caseIds = found.slice(0, CASES_PER_TRANSACTION);
    const plans: UpdatePlan[] = [];
    for (const caseId of caseIds) plans.push(...(await planRewriting(tx, caseId, change)));
    await carryOutAll(tx, plans);
    const changed = before.changed + plans.length;
    const isLast = found.length === caseIds.length;
    if (isLast) await conclude?.(tx, changed);
    return { changed, lastCaseId: isLast ? undefined : caseIds.at(-1) };
  });

/** What becomes of a case, which is locked; nothing when it is to stay as it is. */
const planRewriting = async (tx: Context, caseId: number, change: RewriteCases['change']): Promise<UpdatePlan[]> => {
  const before = await lockCase(tx.db, caseId);
  const changes = before && change(before);
  if (before === undefined || changes === undefined) return [];
  const plan = planChanges(tx, before, changes);
  return plan.differences.length === 0 ? [] : [plan];
};
