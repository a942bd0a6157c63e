import type { Context } from '../../platform/context.ts';
import { requireWritingKey } from '../keys/writing-key.ts';
import { deleteViewerPage } from './viewers.store.ts';

interface LookAway {
  readonly caseId: number;
  readonly pageId: string;
}

/**
 * Says that a page of whoever acts does not show a case any more. It need not exist: whoever cannot see it any more may
 * still go. Throws RIGHT_MISSING.
 */
export const lookAway = (ctx: Context, { caseId, pageId }: LookAway): Promise<void> =>
  ctx.inTransaction(async (tx) => {
    requireWritingKey(tx, 'be shown as looking at a case');
    const { userId } = tx.actor;
    if (userId !== null) await deleteViewerPage(tx.db, { userId, pageId, caseId });
  });
