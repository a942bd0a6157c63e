import type { Context } from '../../platform/context.ts';
import { deleteLikesOfCase } from './likes.store.ts';

interface ForgetLikes {
  readonly caseId: number;
}

/** Deletes the likes of a case that is purged, and of its comments, which must still be there. */
export const forgetLikesOfCase = (tx: Context, { caseId }: ForgetLikes): Promise<void> =>
  deleteLikesOfCase(tx.db, caseId);
