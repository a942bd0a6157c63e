import { roleHasRight } from '../../kernel/permissions.ts';
import type { Context } from '../../platform/context.ts';
import type { LoggedEvent } from '../../platform/events/logged-event.ts';
import { roleOfUser } from '../spaces/space-access.ts';
import { findConfiguration } from '../spaces/space-configuration.ts';
import { administratorIds } from '../users/administrator-ids.ts';
import { findUser } from '../users/find-user.ts';
import { NOTICED_TYPE, type NoticedPayload, type NoticeReason } from './notice.ts';
import type { NewNotification } from './notifications.store.ts';

/** Whom those of these events concern that are about no case: whoever made the webhook, and the administrators. */
export const noticesOf = async (tx: Context, events: readonly LoggedEvent[]): Promise<NewNotification[]> => {
  const notices: NewNotification[] = [];
  for (const event of events.filter(({ type }) => type === NOTICED_TYPE)) {
    for (const [userId, reason] of await concernedBy(tx, event)) {
      notices.push({ userId, eventId: event.id, caseId: null, isInternal: false, reason, createdAt: event.at });
    }
  }
  return notices;
};

const concernedBy = async (tx: Context, event: LoggedEvent): Promise<ReadonlyMap<number, NoticeReason>> => {
  const ids = await administratorIds(tx);
  const concerned = new Map<number, NoticeReason>(ids.map((id) => [id, 'administrator']));
  const { creatorId = null } = event.payload as unknown as NoticedPayload;
  if (creatorId === null) return concerned;
  const mayKnow = concerned.has(creatorId) || (await managesSpace(tx, creatorId, event.spaceId));
  return mayKnow ? concerned.set(creatorId, 'creator') : concerned;
};

/** They may have left the space, or lost the right, since they made it. */
const managesSpace = async (tx: Context, userId: number, spaceId: number | null): Promise<boolean> => {
  const configuration = spaceId === null ? undefined : await findConfiguration(tx, spaceId);
  const role = configuration && roleOfUser(configuration, await findUser(tx, userId));
  return role !== undefined && roleHasRight(role, 'ManageSpace');
};
