import type { Context } from '../../platform/context.ts';
import { deleteCommentsOfCase } from './comments.store.ts';

interface ForgetComments {
  readonly caseId: number;
}

/** Deletes the comments of a case that is purged; their likes and attachments are gone already. */
export const forgetCommentsOfCase = (tx: Context, { caseId }: ForgetComments): Promise<void> =>
  deleteCommentsOfCase(tx.db, caseId);
