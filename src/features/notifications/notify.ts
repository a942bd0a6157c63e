import { roleHasRight } from '../../kernel/permissions.ts';
import type { Context } from '../../platform/context.ts';
import type { LoggedEvent } from '../../platform/events/logged-event.ts';
import { type CaseEvent, caseEventsOf, purgedIn } from '../activities/event-subjects.ts';
import { roleOfUser } from '../spaces/space-access.ts';
import { getConfiguration } from '../spaces/space-configuration.ts';
import { findUser } from '../users/find-user.ts';
import { selectCasePeople } from './case-people.store.ts';
import { concernedBy } from './concerned.ts';
import { noticesOf } from './notices-of.ts';
import type { CasePeople } from './notification.ts';
import { deleteNotificationsOfCases, insertNotifications, type NewNotification } from './notifications.store.ts';

/** Tells everybody whom these events concern and who may hear of them; of a purged case nothing is left to tell. */
export const notify = async (tx: Context, events: readonly LoggedEvent[]): Promise<void> => {
  const caseEvents = await caseEventsOf(tx, events);
  const people = await selectCasePeople(tx.db, [...new Set(caseEvents.map(({ caseId }) => caseId))]);
  const notifications: NewNotification[] = [];
  for (const event of caseEvents) {
    const ofCase = people.get(event.caseId);
    if (ofCase !== undefined) notifications.push(...(await notificationsOf(tx, event, ofCase)));
  }
  notifications.push(...(await noticesOf(tx, events)));
  await insertNotifications(tx.db, notifications);
  await deleteNotificationsOfCases(tx.db, purgedIn(events));
};

const notificationsOf = async (tx: Context, event: CaseEvent, people: CasePeople): Promise<NewNotification[]> => {
  const isInternal = event.comment?.isInternal === true;
  const { id: eventId, caseId, at: createdAt } = event;
  const notifications: NewNotification[] = [];
  for (const [userId, reason] of concernedBy(event, people)) {
    if (!(await mayHear(tx, userId, { spaceId: people.spaceId, isInternal }))) continue;
    notifications.push({ userId, eventId, caseId, isInternal, reason, createdAt });
  }
  return notifications;
};

interface Matter {
  readonly spaceId: number;
  readonly isInternal: boolean;
}

const mayHear = async (tx: Context, userId: number, { spaceId, isInternal }: Matter): Promise<boolean> => {
  const role = roleOfUser(await getConfiguration(tx, spaceId), await findUser(tx, userId));
  return role !== undefined && (!isInternal || roleHasRight(role, 'InternalComments'));
};
