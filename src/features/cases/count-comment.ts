import type { Context } from '../../platform/context.ts';
import { addComment, addInternalComment } from './case-counters.store.ts';

interface CountComment {
  readonly caseId: number;
  readonly isInternal: boolean;
}

/** Counts a new comment of a locked case, which is updated by it; an internal one must not show in its date. */
export const countComment = async (tx: Context, { caseId, isInternal }: CountComment): Promise<void> => {
  if (isInternal) await addInternalComment(tx.db, caseId);
  else await addComment(tx.db, caseId, tx.now);
};
