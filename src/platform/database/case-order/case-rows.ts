import type { DatabaseSync } from 'node:sqlite';
import type { ListEntry } from './row-query.ts';

/** The columns that a list can be narrowed by, in the order in which the index numbers them. */
export const orderedColumns = [
  'space_id',
  'project_id',
  'section_id',
  'milestone_id',
  'status_id',
  'priority_id',
  'assignee_id',
  'reporter_id',
] as const;
export type OrderedColumn = (typeof orderedColumns)[number];

const columns = `id, updated_at, ${orderedColumns.join(', ')}`;

type CaseRow = readonly [id: number, updatedAt: number, ...values: (number | null)[]];

const toEntry = ([id, at, ...values]: CaseRow): ListEntry => ({ id, at, values: values.map((value) => value ?? 0) });

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
      (following.all(after.at, after.id, count) as unknown as CaseRow[]).map(toEntry),
    /** These cases, as far as they are there, in ascending order. */
    some: (ids: ReadonlySet<number>): ListEntry[] =>
      (some.all(JSON.stringify([...ids])) as unknown as CaseRow[]).map(toEntry),
  };
};
