import type { Pool } from 'pg';
import { type EntryRow, entryColumns, toEntry } from './case-rows.ts';
import type { ChangedRows } from './kept-index.ts';
import { isAfter, type ListEntry } from './row-query.ts';

/** How many events with a position, and how many without, are read at once. */
const READ_AT_ONCE = 5_000;

const text = `
  with told as (
    (select id, position, at, case_id from events where position > $1
      order by position limit ${READ_AT_ONCE})
    union all
    (select id, position, at, case_id from events where position is null
      and not exists (select from unnest($2::bigint[]) as seen where seen = events.id)
      order by id limit ${READ_AT_ONCE})
    union all
    (select null, null, null, null
      where $1 > 0 and not exists (select from events where position = $1 and id = $3)
      or $4 > 0 and not exists (select from events where id = $4 and at = $5)))
  select told.id as event, told.position, told.at, told.case_id, ${entryColumns.map((name) => `cases.${name}`).join(', ')}
  from told left join cases on cases.id = told.case_id and cases.deleted_at is null`;

/**
 * There are events that are about no case; what was found of it is null when a case is not there any more. Without an
 * event it says that what was seen of the log is not in it.
 */
type ToldRow = readonly [
  event: number,
  position: number | null,
  at: number,
  caseId: number | null,
  ...found: EntryRow | [null],
];

interface Told {
  readonly changed: ChangedRows;
  /** False when there is more to be read. */
  readonly isAll: boolean;
}

/** The cases that change from some moment on, here or in another process. */
export interface ChangedSince {
  /**
   * What has become of the cases that were changed by what was committed since the last call, or of some of them;
   * undefined when the log is not the one that was read before: a backup or an older replica has taken its place.
   */
  readonly next: () => Promise<Told | undefined>;
}

const endText = `
  (select id, position, at from events where position is not null order by position desc limit 1)
  union all (select id, position, at from events order by id desc limit 1)`;

/** How far the log was read, and what must be in it as long as it is the same log. */
class SeenOfLog {
  #last = { event: 0, position: 0 };
  #newest = { event: 0, at: 0 };

  pass(events: readonly (readonly [event: number, position: number | null, at: number, ...unknown[]])[]): void {
    for (const [event, position, at] of events) {
      if (position !== null && position > this.#last.position) this.#last = { event, position };
      if (event > this.#newest.event) this.#newest = { event, at };
    }
  }

  /** What the statement asks with, when these events were seen ahead. */
  valuesWith(ahead: ReadonlySet<number>): unknown[] {
    return [this.#last.position, [...ahead], this.#last.event, this.#newest.event, this.#newest.at];
  }
}

/**
 * Notices from now on which cases change, by the log of events: no case changes without one. An event is in the log as
 * soon as it is committed, at first without a position; positions are committed in ascending order. So only what has a
 * higher position than the last one seen, or none, can be new. Source: docs/adr/0015, 0030.
 */
export const noticeChangesOnPostgres = async (pool: Pool): Promise<ChangedSince> => {
  const seen = new SeenOfLog();
  const { rows } = await pool.query({ text: endText, rowMode: 'array' });
  seen.pass(rows as unknown as [number, number | null, number][]);
  /** Events that were seen before they had a position. */
  const seenAhead = new Set<number>();
  const isNew = ([event, position]: ToldRow): boolean => {
    if (position !== null) return !seenAhead.delete(event);
    seenAhead.add(event);
    return true;
  };
  return {
    next: async () => {
      const values = seen.valuesWith(seenAhead);
      const { rows: read } = await pool.query({ name: 'told', text, values, rowMode: 'array' });
      const told = read as unknown as ToldRow[];
      if (told.some(isOfOtherLog)) return undefined;
      seen.pass(told);
      const placed = told.filter(([, position]) => position !== null).length;
      const most = Math.max(placed, told.length - placed);
      return { changed: changedBy(told.filter(isNew)), isAll: most < READ_AT_ONCE };
    },
  };
};

const isOfOtherLog = ([event]: ToldRow | readonly [null, ...unknown[]]): boolean => event === null;

const changedBy = (told: readonly ToldRow[]): ChangedRows => {
  const ids = new Set<number>();
  const there = new Map<number, ListEntry>();
  for (const [, , , caseId, ...found] of told) {
    if (caseId === null) continue;
    ids.add(caseId);
    if (isThere(found)) there.set(caseId, toEntry(found));
  }
  return { ids, there: [...there.values()].sort((one, other) => (isAfter(one, other.at, other.id) ? 1 : -1)) };
};

const isThere = (found: EntryRow | readonly [null]): found is EntryRow => found[0] !== null;
