import { type RawBuilder, sql } from 'kysely';
import type { Session } from '../../../platform/database/session.ts';
import { conditionsOf, type SelectPlaces } from '../list/matching-cases.store.ts';

/** Which cases a report is about, as far as rows tell. */
export type ReportedSelection = Pick<SelectPlaces, 'where' | 'spaceIds' | 'among'>;

/** The rows of the cases, as a table for a statement; undefined when there can be none. */
export const reportedRows = (session: Session, selection: ReportedSelection): RawBuilder<unknown> | undefined => {
  const conditions = conditionsOf(session, { ...selection, order: [] });
  return conditions && sql`(select * from cases where ${sql.join(conditions, sql` and `)})`;
};

/**
 * The moments at which cases were closed and opened again, by the statuses that are closed ones today; a status that
 * does not exist any more is none of them. The first entry of a history is the creation, before which nothing was.
 */
export const turns = sql`(
  select entry.case_id, entry.at, coalesce(later.is_closed, false) as closes, coalesce(earlier.is_closed, false) as opens
  from case_history entry
  left join statuses later on later.id = cast(nullif(entry.new_value, 'null') as integer)
  left join statuses earlier on earlier.id = cast(nullif(entry.old_value, 'null') as integer)
  where entry.property = 'statusId')`;
