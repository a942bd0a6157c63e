import type { DatabaseSync } from 'node:sqlite';
import { type EntryRow, entryColumns, toEntry } from './case-rows.ts';
import type { ListEntry } from './row-query.ts';

const columns = entryColumns.join(', ');

export type CaseRows = ReturnType<typeof caseRows>;

/** Reads what the index knows of cases; those in the bin are not there. */
export const caseRows = (reader: DatabaseSync, writer: DatabaseSync) => {
  const following = reader.prepare(
    `select ${columns} from cases where deleted_at is null and (updated_at, id) > (?, ?)
     order by updated_at, id limit ?`,
  );
  // Its pages are still in the memory of the connection that has just written them.
  const some = writer.prepare(
    `select ${columns} from cases where deleted_at is null and id in (select value from json_each(?))
     order by updated_at, id`,
  );
  following.setReturnArrays(true);
  some.setReturnArrays(true);
  return {
    /** The next cases in ascending order after a place. */
    following: (after: { readonly at: number; readonly id: number }, count: number): ListEntry[] =>
      (following.all(after.at, after.id, count) as unknown as EntryRow[]).map(toEntry),
    /** These cases, as far as they are there, in ascending order. */
    some: (ids: ReadonlySet<number>): ListEntry[] =>
      (some.all(JSON.stringify([...ids])) as unknown as EntryRow[]).map(toEntry),
  };
};
