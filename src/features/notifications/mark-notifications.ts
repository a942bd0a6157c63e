import { invalidField } from '../../kernel/errors.ts';
import type { Context } from '../../platform/context.ts';
import { appendEvent } from '../../platform/events/append-event.ts';
import { requireWritingKey } from '../keys/writing-key.ts';
import { getSpace } from '../spaces/get-space.ts';
import { notificationSightOf } from './notification-sight.ts';
import { updateReadAt } from './notifications.store.ts';

interface MarkNotifications {
  /** Whether they are to be read, or unread again. */
  readonly isRead: boolean;
  /** These ones. */
  readonly ids?: readonly number[];
  /** All up to this one, also those before it that the reader has not seen. */
  readonly upTo?: number;
  /** Only those of this space. */
  readonly spaceId?: number;
}

/**
 * Marks notifications of whoever acts as read or unread and answers with the IDs of those that were not yet; what does
 * not exist for them is passed over. Throws FIELDS_INVALID, RIGHT_MISSING, SPACE_NOT_FOUND.
 */
export const markNotifications = (ctx: Context, { isRead, ...which }: MarkNotifications): Promise<number[]> =>
  ctx.inTransaction(async (tx) => {
    requireWritingKey(tx, 'mark notifications');
    requireOneKind(which);
    const userId = tx.actor.userId ?? 0;
    if (which.spaceId !== undefined) await getSpace(tx, { spaceId: which.spaceId });
    const sight = await notificationSightOf(tx);
    const ids = await updateReadAt(tx.db, { ...which, userId, sight, readAt: isRead ? tx.now : null });
    if (ids.length > 0) await appendEvent(tx, { type: 'notifications.marked', payload: { userId, isRead, ...which } });
    return ids;
  });

const requireOneKind = ({ ids, upTo }: Pick<MarkNotifications, 'ids' | 'upTo'>): void => {
  if ((ids === undefined) === (upTo === undefined)) throw invalidField('ids', 'or upTo must be there, one of them');
};
