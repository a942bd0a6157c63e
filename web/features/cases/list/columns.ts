import type { View } from '../../../../src/client/index.ts';
import type { SortKey } from '../query/query-sort.ts';

/** What a list can show of each case: what saved views know. */
export type ColumnName = View['columns'][number];

interface Column {
  /** As a track of a CSS grid. */
  readonly width: string;
  /** Beside a case. */
  readonly narrowWidth?: string;
  readonly sortKey?: SortKey;
  /** What it needs of the server beyond what every row has. */
  readonly include?: 'creator' | 'recipients';
}

/** All columns, in the order in which they are shown. */
export const columns: Readonly<Record<ColumnName, Column>> = {
  id: { width: '4.4rem', narrowWidth: '3.2rem', sortKey: 'number' },
  status: { width: '8.5rem', narrowWidth: '5.8rem', sortKey: 'status' },
  title: { width: 'minmax(16rem, 1fr)', narrowWidth: 'minmax(0, 1fr)', sortKey: 'title' },
  tags: { width: '11rem' },
  space: { width: '9rem' },
  project: { width: '9rem' },
  section: { width: '8rem' },
  milestone: { width: '9rem' },
  dueAt: { width: '7rem', sortKey: 'due' },
  priority: { width: '6.5rem', sortKey: 'priority' },
  assignee: { width: '10rem', sortKey: 'assignee' },
  reporter: { width: '10rem' },
  creator: { width: '10rem', include: 'creator' },
  recipients: { width: '12rem', include: 'recipients' },
  commentCount: { width: '6.5rem' },
  attachmentCount: { width: '4.5rem' },
  createdAt: { width: '8rem', sortKey: 'created' },
  updatedAt: { width: '8rem', sortKey: 'updated' },
};

/** The names of all columns, in the order in which they are shown. */
export const columnNames = Object.keys(columns) as readonly ColumnName[];

/** What lists show unless told, as saved views do. */
export const usualColumns: readonly ColumnName[] = ['id', 'status', 'title', 'priority', 'assignee', 'updatedAt'];

/** What there is room for beside a case. */
export const narrowColumns: readonly ColumnName[] = ['id', 'status', 'title'];

/** What there is room for on a phone: below the title, and the title above it. */
export const phoneColumns: readonly ColumnName[] = ['id', 'status', 'title', 'assignee', 'updatedAt'];

const withTitle = (found: readonly ColumnName[]): readonly ColumnName[] =>
  columnNames.filter((name) => name === 'title' || found.includes(name));

/** The columns that an address names; the usual ones when it names none. */
export const columnsIn = (written: string | undefined): readonly ColumnName[] => {
  const wanted = new Set(written?.split(','));
  const found = columnNames.filter((name) => wanted.has(name));
  return found.length === 0 ? usualColumns : withTitle(found);
};

/** The columns as an address names them; undefined for the usual ones. */
export const writtenColumns = (chosen: readonly ColumnName[]): string | undefined => {
  const ordered = columnNames.filter((name) => chosen.includes(name));
  return ordered.join() === usualColumns.join() ? undefined : ordered.join();
};

/** What the server has to tell for these columns beyond what every row has. */
export const includeOf = (chosen: readonly ColumnName[]): string =>
  chosen.flatMap((name) => columns[name].include ?? []).join();
