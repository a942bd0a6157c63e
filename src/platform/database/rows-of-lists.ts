import { type RawBuilder, sql } from 'kysely';

/** What kind of values a column has. */
export type Kind = 'number' | 'flag' | 'text';

/** PostgreSQL has to be told of what type lists are; what is narrower takes these values as well. */
const types: Readonly<Record<Kind, string>> = { number: 'bigint', flag: 'boolean', text: 'text' };

/** A value in a statement, of that kind. */
export const asKind = (kind: Kind, value: unknown): RawBuilder<unknown> =>
  sql`cast(${value} as ${sql.raw(types[kind])})`;

/** How many rows are sent with one statement at the most. */
const MAX_LISTED_ROWS = 1_000;

/** A select for PostgreSQL that makes rows of one list for each column: one text, however many rows there are. */
export const rowsOfLists = (kinds: readonly Kind[], lists: readonly unknown[]): RawBuilder<unknown> =>
  sql`select * from unnest(${sql.join(
    kinds.map((kind, place) => sql`cast(${lists[place]} as ${sql.raw(types[kind])}[])`),
  )})`;

type Row = Readonly<Record<string, unknown>>;

/** Sends rows as such lists, as many at a time as one statement may have. */
export const sendAsLists = async (
  rows: readonly Row[],
  columns: readonly string[],
  send: (lists: readonly unknown[]) => Promise<unknown>,
): Promise<void> => {
  for (let start = 0; start < rows.length; start += MAX_LISTED_ROWS) {
    const some = rows.slice(start, start + MAX_LISTED_ROWS);
    await send(columns.map((column) => some.map((row) => row[column])));
  }
};
