import { roleHasRight } from '../../kernel/permissions.ts';
import type { Context } from '../../platform/context.ts';
import type { LoggedEvent } from '../../platform/events/logged-event.ts';
import { type CaseEvent, caseEventsOf, purgedIn } from '../activities/event-subjects.ts';
import { roleOfUser } from '../spaces/space-access.ts';
import { getConfiguration } from '../spaces/space-configuration.ts';
import { findUser } from '../users/find-user.ts';
import { selectCasePeople } from './case-people.store.ts';
import { concernedBy } from './concerned.ts';
import { deleteMutesOfCases, selectMutes } from './mutes.store.ts';
import { noticesOf } from './notices-of.ts';
import { type Concern, strongestReasons } from './notification.ts';
import { deleteNotificationsOfCases, insertNotifications, type NewNotification } from './notifications.store.ts';
import { selectUnwanted } from './preferences.store.ts';
import { isWanted, type Wishes } from './wishes.ts';

/** Tells everybody whom these events concern and who may hear of them; of a purged case nothing is left to tell. */
export const notify = async (tx: Context, events: readonly LoggedEvent[]): Promise<void> => {
  const caseEvents = await caseEventsOf(tx, events);
  const people = await selectCasePeople(tx.db, casesOf(caseEvents));
  const affairs = caseEvents.flatMap((event): Affair[] => {
    const ofCase = people.get(event.caseId);
    return ofCase === undefined ? [] : [{ event, spaceId: ofCase.spaceId, concerned: concernedBy(event, ofCase) }];
  });
  const wishes = await wishesAbout(tx, affairs);
  const notifications: NewNotification[] = [];
  for (const affair of affairs) notifications.push(...(await notificationsOf(tx, affair, wishes)));
  notifications.push(...(await noticesOf(tx, events)));
  await insertNotifications(tx.db, notifications);
  await deleteNotificationsOfCases(tx.db, purgedIn(events));
  await deleteMutesOfCases(tx.db, purgedIn(events));
};

interface Affair {
  readonly event: CaseEvent;
  readonly spaceId: number;
  readonly concerned: readonly Concern[];
}

const casesOf = (events: readonly CaseEvent[]): number[] => [...new Set(events.map(({ caseId }) => caseId))];

const wishesAbout = async (tx: Context, affairs: readonly Affair[]): Promise<Wishes> => {
  const userIds = new Set(affairs.flatMap(({ concerned }) => concerned.map(([userId]) => userId)));
  return {
    mutedBy: await selectMutes(tx.db, casesOf(affairs.map(({ event }) => event))),
    unwanted: await selectUnwanted(tx.db, [...userIds]),
  };
};

const notificationsOf = async (
  tx: Context,
  { event, spaceId, concerned }: Affair,
  wishes: Wishes,
): Promise<NewNotification[]> => {
  const isInternal = event.comment?.isInternal === true;
  const { id: eventId, caseId, at: createdAt } = event;
  const wanted = concerned.filter((concern) => isWanted(wishes, caseId, concern));
  const notifications: NewNotification[] = [];
  for (const [userId, reason] of strongestReasons(wanted)) {
    if (!(await mayHear(tx, userId, { spaceId, isInternal }))) continue;
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
