import { type RawBuilder, type SqlBool, sql } from 'kysely';
import type { Dialect, Session } from './session.ts';

/** A condition for Kysely: the column has one of these IDs, sent as one value, however many they are. */
export const idsIn = ({ dialect }: Pick<Session, 'dialect'>, column: string, ids: readonly number[]) =>
  inSent(dialect, column, sentIds(dialect, ids));

/** IDs as one value of a statement. */
export const sentIds = (dialect: Dialect, ids: readonly number[]): unknown =>
  dialect === 'sqlite' ? JSON.stringify(ids) : ids;

/** The condition that the column has one of the IDs that such a value has. */
export const inSent = (dialect: Dialect, column: string, sent: unknown): RawBuilder<SqlBool> =>
  dialect === 'sqlite'
    ? sql<SqlBool>`${sql.ref(column)} in (select value from json_each(${sent}))`
    : sql<SqlBool>`${sql.ref(column)} = any(${sent})`;
