import type { Pool } from 'pg';
import { type EntryRow, entryColumns, toEntry } from './case-rows.ts';
import type { ChangedRows } from './kept-index.ts';
import { isAfter, type ListEntry } from './row-query.ts';

/** How many events with a position, and how many without, are read at once. */
const READ_AT_ONCE = 5_000;

const text = `
  with told as (
    (select id, position, case_id from events where position > $1
      order by position limit ${READ_AT_ONCE})
    union all
    (select id, position, case_id from events where position is null
      and not exists (select from unnest($2::bigint[]) as seen where seen = events.id)
      order by id limit ${READ_AT_ONCE}))
  select told.id as event, told.position, told.case_id, ${entryColumns.map((name) => `cases.${name}`).join(', ')}
  from told left join cases on cases.id = told.case_id and cases.deleted_at is null`;

/** There are events that are about no case; what was found of it is null when a case is not there any more. */
type ToldRow = readonly [event: number, position: number | null, caseId: number | null, ...found: EntryRow | [null]];

interface Told {
  readonly changed: ChangedRows;
  /** False when there is more to be read. */
  readonly isAll: boolean;
}

/** The cases that change from some moment on, here or in another process. */
export interface ChangedSince {
  /** What has become of the cases that were changed by what was committed since the last call, or of some of them. */
  readonly next: () => Promise<Told>;
}

/**
 * Notices from now on which cases change, by the log of events: no case changes without one. An event is in the log as
 * soon as it is committed, at first without a position; positions are committed in ascending order. So only what has a
 * higher position than the last one seen, or none, can be new. Source: docs/adr/0015, 0030.
 */
export const noticeChangesOnPostgres = async (pool: Pool): Promise<ChangedSince> => {
  const { rows } = await pool.query('select coalesce(max(position), 0) as position from events');
  let seen: number = rows[0].position;
  /** Events that were seen before they had a position. */
  const seenAhead = new Set<number>();
  const isNew = ([event, position]: ToldRow): boolean => {
    if (position !== null) return !seenAhead.delete(event);
    seenAhead.add(event);
    return true;
  };
  return {
    next: async () => {
      const values = [seen, [...seenAhead]];
      const { rows: read } = await pool.query({ name: 'told', text, values, rowMode: 'array' });
      const told = read as unknown as ToldRow[];
      const positions = told.flatMap(([, position]) => position ?? []);
      seen = Math.max(seen, ...positions);
      const most = Math.max(positions.length, told.length - positions.length);
      return { changed: changedBy(told.filter(isNew)), isAll: most < READ_AT_ONCE };
    },
  };
};

const changedBy = (told: readonly ToldRow[]): ChangedRows => {
  const ids = new Set<number>();
  const there = new Map<number, ListEntry>();
  for (const [, , caseId, ...found] of told) {
    if (caseId === null) continue;
    ids.add(caseId);
    if (isThere(found)) there.set(caseId, toEntry(found));
  }
  return { ids, there: [...there.values()].sort((one, other) => (isAfter(one, other.at, other.id) ? 1 : -1)) };
};

const isThere = (found: EntryRow | readonly [null]): found is EntryRow => found[0] !== null;
