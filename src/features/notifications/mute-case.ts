import type { Context } from '../../platform/context.ts';
import { appendEvent } from '../../platform/events/append-event.ts';
import { findVisibleCase } from '../cases/visible-case.ts';
import { requireWritingKey } from '../keys/writing-key.ts';
import { getMe } from '../users/get-me.ts';
import { insertMute } from './mutes.store.ts';

interface MuteCase {
  readonly caseId: number;
}

/**
 * From now on whoever acts is told of the case only when they are mentioned in it or it is assigned to them. What they
 * were told already stays. Throws CASE_NOT_FOUND, RIGHT_MISSING.
 */
export const muteCase = (ctx: Context, { caseId }: MuteCase): Promise<void> =>
  ctx.inTransaction(async (tx) => {
    await findVisibleCase(tx, { caseId });
    requireWritingKey(tx, 'mute cases');
    const { id: userId } = await getMe(tx);
    if (!(await insertMute(tx.db, { caseId, userId }, tx.now))) return;
    await appendEvent(tx, { type: 'notifications.muted', payload: { userId, caseId } });
  });
