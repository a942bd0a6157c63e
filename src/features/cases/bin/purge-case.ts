import type { Context } from '../../../platform/context.ts';
import { requireRight } from '../../spaces/space-access.ts';
import { eraseCase } from '../erase-case.ts';
import { requireInBin } from './bin-case.ts';

interface PurgeCase {
  readonly caseId: number;
}

/**
 * Deletes a case of the bin for good before its time, with all that belongs to it: for managers of the space. Throws
 * CASE_NOT_FOUND when the bin has none, RIGHT_MISSING.
 */
export const purgeCase = (ctx: Context, { caseId }: PurgeCase): Promise<void> =>
  ctx.inTransaction(async (tx) => {
    const { found, access } = await requireInBin(tx, { caseId });
    for (const right of ['ManageSpace', 'Delete', 'AdminEntityUpdate'] as const) {
      requireRight(access, right, `delete case ${caseId} for good`);
    }
    await eraseCase(tx, { found });
  });
