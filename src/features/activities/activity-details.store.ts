import { sql } from 'kysely';
import type { Session } from '../../platform/database/session.ts';
import type { Activity } from './activity.ts';

/** How much of a text is read, in characters of HTML: feeds show its beginning. */
const BEGINNING_LENGTH = 2_000;

/** Events of the log by their IDs. */
export const selectEvents = async ({ kysely }: Session, ids: readonly number[]) => {
  const rows = await kysely
    .selectFrom('events')
    .select(['id', 'type', 'space_id as spaceId', 'case_id as caseId', 'actor_id as actorId', 'at', 'payload'])
    .where('id', 'in', ids)
    .execute();
  return rows.map((row) => ({ ...row, payload: JSON.parse(row.payload) as Readonly<Record<string, unknown>> }));
};

type CaseBeginning = Pick<Activity, 'spaceId' | 'title' | 'description' | 'commentCount' | 'internalCommentCount'>;

/** What feeds show of these cases. */
export const selectCaseBeginnings = async (
  { kysely }: Session,
  ids: readonly number[],
): Promise<ReadonlyMap<number, CaseBeginning>> => {
  if (ids.length === 0) return new Map();
  const rows = await kysely
    .selectFrom('cases')
    .select([
      'id',
      'space_id as spaceId',
      'title',
      sql<string>`substr(description, 1, ${sql.lit(BEGINNING_LENGTH)})`.as('description'),
      'comment_count as commentCount',
      'internal_comment_count as internalCommentCount',
    ])
    .where('id', 'in', ids)
    .execute();
  return new Map(rows.map(({ id, ...beginning }) => [id, beginning]));
};

/** The beginnings of these comments, sanitised HTML. */
export const selectCommentBeginnings = async (
  { kysely }: Session,
  ids: readonly number[],
): Promise<ReadonlyMap<number, string>> => {
  if (ids.length === 0) return new Map();
  const rows = await kysely
    .selectFrom('comments')
    .select(['id', sql<string>`substr(text, 1, ${sql.lit(BEGINNING_LENGTH)})`.as('text')])
    .where('id', 'in', ids)
    .execute();
  return new Map(rows.map(({ id, text }) => [id, text]));
};
