import type { Context } from '../../platform/context.ts';
import { requireVisible, type VisibleCase } from './case-access.ts';
import { lockCase, selectCase } from './cases.store.ts';

interface CaseWithId {
  readonly caseId: number;
}

/** The case with what whoever acts may do there, for reading what belongs to it. Throws CASE_NOT_FOUND. */
export const findVisibleCase = async (ctx: Context, { caseId }: CaseWithId): Promise<VisibleCase> =>
  requireVisible(ctx, caseId, await selectCase(ctx.db, caseId));

/** The same, kept from other writers until the transaction ends, for changing what belongs to it. Throws CASE_NOT_FOUND. */
export const lockVisibleCase = async (tx: Context, { caseId }: CaseWithId): Promise<VisibleCase> =>
  requireVisible(tx, caseId, await lockCase(tx.db, caseId));
