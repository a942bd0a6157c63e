import type { Context } from '../../platform/context.ts';
import { deleteLinksOfCase } from './links.store.ts';

interface ForgetLinks {
  readonly caseId: number;
}

/** Deletes the links of a case that is purged. */
export const forgetLinksOfCase = (tx: Context, { caseId }: ForgetLinks): Promise<void> =>
  deleteLinksOfCase(tx.db, caseId);
