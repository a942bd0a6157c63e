import { type SelectQueryBuilder, sql } from 'kysely';
import { itemsBefore, type Page } from '../../kernel/page.ts';
import { preparedInsert } from '../../platform/database/prepared-insert.ts';
import type { Schema } from '../../platform/database/schema.ts';
import type { Session } from '../../platform/database/session.ts';

interface ActivityRow {
  readonly eventId: number;
  readonly spaceId: number;
  readonly caseId: number;
  readonly userId: number | null;
  readonly isInternal: boolean;
}

const insertRows = preparedInsert(
  'activities',
  { event_id: 'number', space_id: 'number', case_id: 'number', user_id: 'number', is_internal: 'flag' },
  { onlyNew: true },
);

/** Writes activities; those that are there already stay as they are. */
export const insertActivities = (session: Session, rows: readonly ActivityRow[]): Promise<void> =>
  insertRows(
    session,
    rows.map(({ eventId, spaceId, caseId, userId, isInternal }) => ({
      event_id: eventId,
      space_id: spaceId,
      case_id: caseId,
      user_id: userId,
      is_internal: isInternal,
    })),
  );

/** Removes what happened to these cases. */
export const deleteActivitiesOfCases = async ({ kysely }: Session, caseIds: readonly number[]): Promise<void> => {
  if (caseIds.length > 0) await kysely.deleteFrom('activities').where('case_id', 'in', caseIds).execute();
};

interface SelectActivityIds {
  readonly filter: { readonly spaceId?: number; readonly userId?: number };
  readonly page: Page;
  readonly sight: {
    readonly spaceIds: 'all' | readonly number[];
    readonly internalSpaceIds: 'all' | readonly number[];
  };
}

/** How far back a feed reaches, in entries: it tells what is new, and each step further back costs as much again. */
const MAX_DEPTH = 10_000;

/** How many spaces one statement looks into. */
const SPACES_PER_STATEMENT = 100;

/** The events on one page of a feed, newest first. */
export const selectActivityIds = async (session: Session, options: SelectActivityIds): Promise<number[]> => {
  const { filter, page, sight } = options;
  const depth = itemsBefore(page) + page.length;
  if (itemsBefore(page) >= MAX_DEPTH) return [];
  const spaceIds = filter.spaceId === undefined ? sight.spaceIds : inSight(filter.spaceId, sight.spaceIds);
  const newest =
    spaceIds === 'all' || filter.userId !== undefined
      ? await newestAnywhere(session, { ...options, sight: { ...sight, spaceIds } }, depth)
      : await newestInSpaces(session, { spaceIds, internalSpaceIds: sight.internalSpaceIds }, depth);
  return newest.slice(itemsBefore(page), Math.min(depth, MAX_DEPTH));
};

const inSight = (spaceId: number, visible: 'all' | readonly number[]): number[] =>
  visible === 'all' || visible.includes(spaceId) ? [spaceId] : [];

type Activities = SelectQueryBuilder<Schema, 'activities', object>;

/**
 * Whether the case is not in the bin and still in the space where it happened: it may not be told where it is now. As a
 * value and not as a join: without statistics PostgreSQL would begin with the cases.
 */
const isStillThere = sql<boolean>`(select cases.space_id = activities.space_id from cases
  where cases.id = activities.case_id and cases.deleted_at is null)`;

const activities = ({ kysely }: Session): Activities => kysely.selectFrom('activities').where(isStillThere);

/** Newest first along the log, or along what one person did. */
const newestAnywhere = async (
  session: Session,
  { filter: { userId }, sight }: SelectActivityIds,
  depth: number,
): Promise<number[]> => {
  let query = activities(session);
  if (userId !== undefined) query = query.where('user_id', '=', userId);
  // The 0 keeps the databases from walking along the spaces instead.
  if (sight.spaceIds !== 'all') query = query.where(sql`space_id + 0`, 'in', orNone(sight.spaceIds));
  query = withoutInternal(query, sight.internalSpaceIds);
  return idsOf(await query.select('event_id').orderBy('event_id', 'desc').limit(depth).execute());
};

const withoutInternal = (query: Activities, internalSpaceIds: 'all' | readonly number[]): Activities =>
  internalSpaceIds === 'all'
    ? query
    : query.where(({ or, eb }) =>
        or([eb('is_internal', '=', false), eb(sql`space_id + 0`, 'in', orNone(internalSpaceIds))]),
      );

/** No ID is 0; a list without anything in it is no SQL. */
const orNone = (ids: readonly number[]): readonly number[] => (ids.length === 0 ? [0] : ids);

/** The newest of each space, put together: there may be spaces in which nothing has happened for years. */
const newestInSpaces = async (
  session: Session,
  sight: { readonly spaceIds: readonly number[]; readonly internalSpaceIds: 'all' | readonly number[] },
  depth: number,
): Promise<number[]> => {
  const found: number[] = [];
  for (let start = 0; start < sight.spaceIds.length; start += SPACES_PER_STATEMENT) {
    const spaceIds = sight.spaceIds.slice(start, start + SPACES_PER_STATEMENT);
    found.push(...(await newestOfEach(session, { ...sight, spaceIds }, depth)));
  }
  return found.sort((one, other) => other - one).slice(0, depth);
};

const newestOfEach = async (
  session: Session,
  { spaceIds, internalSpaceIds }: Parameters<typeof newestInSpaces>[1],
  depth: number,
): Promise<number[]> => {
  const branches = spaceIds.map((spaceId) => {
    const inSpace = withoutInternal(activities(session).where('space_id', '=', spaceId), internalSpaceIds);
    const newest = inSpace.select('event_id').orderBy('event_id', 'desc').limit(depth);
    return session.kysely.selectFrom(newest.as('newest')).select('event_id');
  });
  const [first, ...others] = branches;
  if (first === undefined) return [];
  const all = others.reduce((union, branch) => union.unionAll(branch), first);
  return idsOf(await all.orderBy('event_id', 'desc').limit(depth).execute());
};

const idsOf = (rows: readonly { readonly event_id: number }[]): number[] => rows.map(({ event_id }) => event_id);
