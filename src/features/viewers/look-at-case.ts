import type { Context } from '../../platform/context.ts';
import { findVisibleCase } from '../cases/visible-case.ts';
import { requireWritingKey } from '../keys/writing-key.ts';
import { stillSeeing } from './still-seeing.ts';
import { BELIEVED_MS, MAX_PAGES_OF_USER, type Viewer } from './viewer.ts';
import { keepLastPages, saveViewerPage, selectViewers } from './viewers.store.ts';

interface LookAtCase {
  readonly caseId: number;
  /** The page that shows it: it shows one case at a time. */
  readonly pageId: string;
}

/** Says that whoever acts is looking at a case, for a while, and answers who does. Throws CASE_NOT_FOUND, RIGHT_MISSING. */
export const lookAtCase = (ctx: Context, { caseId, pageId }: LookAtCase): Promise<Viewer[]> =>
  ctx.inTransaction(async (tx) => {
    const { configuration } = await findVisibleCase(tx, { caseId });
    requireWritingKey(tx, 'be shown as looking at a case');
    const { userId } = tx.actor;
    if (userId !== null) {
      await saveViewerPage(tx.db, { userId, pageId, caseId, until: tx.now + BELIEVED_MS });
      await keepLastPages(tx.db, userId, MAX_PAGES_OF_USER);
    }
    return stillSeeing(tx, { configuration, viewers: await selectViewers(tx.db, { caseId, now: tx.now }) });
  });
