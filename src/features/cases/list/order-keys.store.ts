import { type RawBuilder, type SqlBool, sql } from 'kysely';
import { inByteOrder } from '../../../platform/database/byte-order.ts';
import type { Session } from '../../../platform/database/session.ts';
import type { CaseOrderBy, CaseOrderKey } from './case-selection.ts';

/** How much of a text decides its place, in characters: places must fit into cursors. */
const TITLE_LENGTH = 80;
const NAME_LENGTH = 60;
/** Beyond every name and every due date: nobody and no date come last, whatever the direction. */
const AFTER_NAMES = '\u{10FFFF}';
const AFTER_DATES = Number.MAX_SAFE_INTEGER;

type Key = RawBuilder<string | number>;

/** What a case is sorted by, in SQL. */
export const keySql = (session: Session, { key, direction }: CaseOrderBy): Key => keys[key](session, direction);

const keys: Readonly<Record<CaseOrderKey, (session: Session, direction: 'asc' | 'desc') => Key>> = {
  updated: () => sql<number>`cases.updated_at`,
  created: () => sql<number>`cases.created_at`,
  number: () => sql<number>`cases.id`,
  title: (session) => inByteOrder(session, sql<string>`substr(lower(cases.title), 1, ${sql.lit(TITLE_LENGTH)})`),
  // As people have put them in order.
  priority: () => sql<number>`(select position from priorities where priorities.id = cases.priority_id)`,
  status: () => sql<number>`(select position from statuses where statuses.id = cases.status_id)`,
  assignee: (_session, direction) => sql<string>`coalesce((select substr(users.folded_names, 1, ${sql.lit(NAME_LENGTH)})
    from users where users.id = cases.assignee_id), ${sql.lit(direction === 'asc' ? AFTER_NAMES : '')})`,
  due: (_session, direction) => sql<number>`coalesce(cases.due_on, (select due_at from milestones
    where milestones.id = cases.milestone_id), ${sql.lit(direction === 'asc' ? AFTER_DATES : -AFTER_DATES)})`,
};

/** A place comes from outside: a number in it may be too large for what it is compared with. */
const valueSql = (value: string | number): RawBuilder<unknown> =>
  typeof value === 'number' ? sql`cast(${value} as bigint)` : sql`cast(${value} as text)`;

/** That a case comes after a place: behind it by the first key in which the two differ. */
export const isAfter = (
  session: Session,
  order: readonly CaseOrderBy[],
  place: readonly (string | number)[],
): RawBuilder<SqlBool> => {
  const sides = order.map((by, index) => ({ by, key: keySql(session, by), value: valueSql(place[index] ?? 0) }));
  const [first, ...others] = sides;
  if (first === undefined) return sql<SqlBool>`1 = 1`;
  const behind = sql.raw(first.by.direction === 'asc' ? '>' : '<');
  if (others.every(({ by }) => by.direction === first.by.direction)) {
    const [ours, theirs] = [sides.map(({ key }) => key), sides.map(({ value }) => value)];
    return sql<SqlBool>`(${sql.join(ours)}) ${behind} (${sql.join(theirs)})`;
  }
  const later = isAfter(session, order.slice(1), place.slice(1));
  return sql<SqlBool>`(${first.key} ${behind} ${first.value} or (${first.key} = ${first.value} and ${later}))`;
};
