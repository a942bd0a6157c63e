import type { Context } from '../../platform/context.ts';
import { addComments, addInternalComments, updateUpdatedAt } from './case-counters.store.ts';

interface CommentOfCase {
  readonly caseId: number;
  readonly isInternal: boolean;
}

interface NewComment extends CommentOfCase {
  /** When the case counts as updated. Milliseconds since 1970-01-01T00:00:00Z. */
  readonly at: number;
}

/** Counts a new comment of a locked case, which is updated by it; an internal one must not show in its date. */
export const countComment = (tx: Context, comment: NewComment): Promise<void> => add(tx, comment, 1);

/** The same for a comment that is deleted. */
export const uncountComment = (tx: Context, comment: CommentOfCase): Promise<void> =>
  add(tx, { ...comment, at: tx.now }, -1);

/** Tells in the date of a locked case that a comment says something else now; an internal one must not show in it. */
export const noteEditedComment = async (tx: Context, { caseId, isInternal }: CommentOfCase): Promise<void> => {
  if (!isInternal) await updateUpdatedAt(tx.db, { caseId, at: tx.now });
};

const add = async (tx: Context, { caseId, isInternal, at }: NewComment, count: 1 | -1): Promise<void> => {
  if (isInternal) await addInternalComments(tx.db, { caseId, count });
  else await addComments(tx.db, { caseId, count, at });
};
