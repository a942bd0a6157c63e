import type { ColumnType } from 'kysely';

/** Milliseconds since 1970-01-01T00:00:00Z. */
export type Instant = number;
/** A boolean on PostgreSQL, 0 or 1 on SQLite: read it with `Boolean()`. */
export type Flag = ColumnType<boolean | number, boolean, boolean>;
/** The same with a value that the database gives it when none is named. */
export type FlagWithDefault = ColumnType<boolean | number, boolean | undefined, boolean>;
/** JSON, kept as text on both databases. */
export type JsonText = string;
