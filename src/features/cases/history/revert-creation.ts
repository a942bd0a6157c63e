import type { Context } from '../../../platform/context.ts';
import { type Case, isSame } from '../case.ts';
import { requireVisible } from '../case-access.ts';
import { deleteCase } from '../delete-case.ts';
import { selectValuesBefore } from './case-at.store.ts';
import type { Revert } from './revert.ts';

interface RevertCreation {
  readonly now: Case;
  /** By what the case came into being. */
  readonly change: { readonly revision: number };
}

/**
 * Moves a case that came with many others to the bin, in this transaction, unless people have done something to it since:
 * then it stays, and that is the answer. Throws CASE_NOT_FOUND, RIGHT_MISSING.
 */
export const revertCreation = async (
  tx: Context,
  { now, change }: RevertCreation,
): Promise<Pick<Revert, 'reverted' | 'kept'>> => {
  const { id: caseId } = now;
  await requireVisible(tx, caseId, now);
  if (await isUsed(tx, now, change.revision)) {
    const detail = 'The case was changed, commented on or given a file since, and stays.';
    return { reverted: [], kept: [{ property: 'deletedAt', currentValue: null, reason: 'changed-since', detail }] };
  }
  await deleteCase(tx, { caseId });
  return { reverted: [{ property: 'deletedAt', value: tx.now }], kept: [] };
};

/** Changes that were taken back since do not count. */
const isUsed = async (tx: Context, now: Case, revision: number): Promise<boolean> => {
  if (now.commentCount + now.internalCommentCount + now.attachmentCount > 0) return true;
  if (now.revision === revision) return false;
  const values = await selectValuesBefore(tx.db, { caseId: now.id, revision });
  return [...values].some(([property, value]) => !isSame(now[property], value));
};
