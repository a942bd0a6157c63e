import { type RawBuilder, type SqlBool, sql } from 'kysely';
import type { Session } from './session.ts';

/** A condition for Kysely: the column has one of these IDs, sent as one value, however many they are. */
export const idsIn = ({ dialect }: Session, column: string, ids: readonly number[]): RawBuilder<SqlBool> =>
  dialect === 'sqlite'
    ? sql<SqlBool>`${sql.ref(column)} in (select value from json_each(${JSON.stringify(ids)}))`
    : sql<SqlBool>`${sql.ref(column)} = any(${ids})`;
