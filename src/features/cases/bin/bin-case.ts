import { DomainError } from '../../../kernel/errors.ts';
import type { Context } from '../../../platform/context.ts';
import { inSight, type VisibleCase } from '../case-access.ts';
import { lockCase } from '../cases.store.ts';

interface CaseInBin {
  readonly caseId: number;
}

/** A case of the bin, kept from other writers until the transaction ends. Throws CASE_NOT_FOUND when the bin has none. */
export const requireInBin = async (tx: Context, { caseId }: CaseInBin): Promise<VisibleCase> => {
  const found = await lockCase(tx.db, caseId);
  const inBin = found && found.deletedAt !== null ? await inSight(tx, found) : undefined;
  if (inBin !== undefined) return inBin;
  throw new DomainError('CASE_NOT_FOUND', { message: `There is no case ${caseId} in the bin.` });
};
