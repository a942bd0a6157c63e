import { type SelectQueryBuilder, sql } from 'kysely';
import type { Schema } from '../../platform/database/schema.ts';
import type { NotificationSight } from './notification.ts';

type Told = SelectQueryBuilder<Schema, 'notifications', object>;
type Spaces = 'all' | readonly number[];

/** Narrows notifications to what may still be told: cases that are seen, and what is managed. */
export const inSight = (told: Told, sight: NotificationSight): Told => {
  const visible = told.where(({ or }) => or([isAboutCaseIn(sight.spaceIds), isNoticeFor(sight)]));
  if (sight.internalSpaceIds === 'all') return visible;
  const internal = isAboutCaseIn(sight.internalSpaceIds);
  return visible.where(({ or, eb }) => or([eb('is_internal', '=', false), internal]));
};

/**
 * Whether the case is in one of the spaces, and not in the bin unless that is what is told. As a value and not as a
 * join: without statistics PostgreSQL would begin with the cases.
 */
const isAboutCaseIn = (spaceIds: Spaces) => sql<boolean>`(
  select ${isOneOf(sql`cases.space_id`, spaceIds)}
  from cases where cases.id = notifications.case_id and (cases.deleted_at is null or exists (
    select 1 from events where events.id = notifications.event_id and events.type = 'case.deleted')))`;

/** What is the whole workspace's is in no space. */
const isNoticeFor = ({ managedSpaceIds, workspace }: NotificationSight) => {
  const ofSpace = isOneOf(spaceOfEvent, managedSpaceIds);
  const ofWorkspace = workspace ? sql`${spaceOfEvent} is null` : sql`1 = 0`;
  return sql<boolean>`(notifications.case_id is null and (${ofSpace} or ${ofWorkspace}))`;
};

const spaceOfEvent = sql<number | null>`(select events.space_id from events where events.id = notifications.event_id)`;

const isOneOf = (spaceId: ReturnType<typeof sql>, spaceIds: Spaces) =>
  spaceIds === 'all' ? sql`${spaceId} > 0` : sql`${spaceId} in (${sql.join(orNone(spaceIds))})`;

/** No ID is 0; a list without anything in it is no SQL. */
export const orNone = (ids: readonly number[]): readonly number[] => (ids.length === 0 ? [0] : ids);

/** The space that a notification belongs to: in which the case is now; null for what is the whole workspace's. */
export const spaceOfNotification = sql<number | null>`case when notifications.case_id is null then ${spaceOfEvent}
  else (select cases.space_id from cases where cases.id = notifications.case_id) end`;
