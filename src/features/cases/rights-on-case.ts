import { type Right, rights } from '../../kernel/permissions.ts';
import type { Context } from '../../platform/context.ts';
import { requireVisible } from './case-access.ts';
import { selectCase } from './cases.store.ts';
import { mayToCase } from './may-to-case.ts';

interface RightsOnCase {
  readonly caseId: number;
}

/** What whoever acts may do to the case. Throws CASE_NOT_FOUND when it does not exist for them. */
export const rightsOnCase = async (ctx: Context, { caseId }: RightsOnCase): Promise<ReadonlySet<Right>> => {
  const visible = await requireVisible(ctx, caseId, await selectCase(ctx.db, caseId));
  return new Set(rights.filter((right) => mayToCase(ctx, visible, right)));
};
