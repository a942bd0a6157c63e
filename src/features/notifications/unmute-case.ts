import type { Context } from '../../platform/context.ts';
import { appendEvent } from '../../platform/events/append-event.ts';
import { findVisibleCase } from '../cases/visible-case.ts';
import { requireWritingKey } from '../keys/writing-key.ts';
import { getMe } from '../users/get-me.ts';
import { deleteMute } from './mutes.store.ts';

interface UnmuteCase {
  readonly caseId: number;
}

/** Whoever acts is told of the case again; not of what happened meanwhile. Throws CASE_NOT_FOUND, RIGHT_MISSING. */
export const unmuteCase = (ctx: Context, { caseId }: UnmuteCase): Promise<void> =>
  ctx.inTransaction(async (tx) => {
    await findVisibleCase(tx, { caseId });
    requireWritingKey(tx, 'unmute cases');
    const { id: userId } = await getMe(tx);
    if (!(await deleteMute(tx.db, { caseId, userId }))) return;
    await appendEvent(tx, { type: 'notifications.unmuted', payload: { userId, caseId } });
  });
