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

/** What is read of a case, in this order. */
export const entryColumns = ['id', 'updated_at', ...orderedColumns];

/** The values of these columns. */
export type EntryRow = readonly [id: number, updatedAt: number, ...values: (number | null)[]];

export const toEntry = ([id, at, ...values]: EntryRow): ListEntry => ({
  id,
  at,
  values: values.map((value) => value ?? 0),
});
