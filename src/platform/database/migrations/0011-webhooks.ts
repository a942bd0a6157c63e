import { sql } from 'kysely';
import type { Migration } from 'kysely/migration';
import type { Dialect } from '../session.ts';
import { columnTypes } from './column-types.ts';

const tables = ({ id, ref, instant, flag }: (typeof columnTypes)[Dialect]): string[] => [
  `create table webhooks (
    id ${id}, space_id ${ref} references spaces (id), creator_id ${ref} references users (id),
    url text not null, description text not null, types text not null, active ${flag} not null,
    secret text not null, old_secret text, old_secret_until ${instant},
    failing_since ${instant}, disabled_at ${instant}, created_at ${instant} not null)`,
  `create table webhook_deliveries (
    id ${id}, webhook_id ${ref} not null references webhooks (id), lane ${ref} not null, event_id ${ref},
    message_id text not null, type text not null, body text not null, status text not null,
    attempts integer not null, created_at ${instant} not null, next_attempt_at ${instant},
    claimed_until ${instant}, first_attempt_at ${instant}, last_attempt_at ${instant},
    response_status integer, response_body text, error text)`,
  'create index webhook_deliveries_webhook on webhook_deliveries (webhook_id, id)',
  `create index webhook_deliveries_pending on webhook_deliveries (webhook_id, lane, id) where status = 'pending'`,
  'create index webhook_deliveries_created on webhook_deliveries (created_at)',
];

/** Nobody is told what happened before there were webhooks. */
const startNow = {
  sqlite: `insert into event_cursors (reader, position) select 'webhooks', max(id) from events having count(*) > 0`,
  postgres: `insert into event_cursors (reader, position)
    select 'webhooks', max(position) from events having count(position) > 0`,
} as const satisfies Record<Dialect, string>;

/** Webhooks and what was sent to them. */
export const webhooks = (dialect: Dialect): Migration => ({
  up: async (db) => {
    for (const statement of [...tables(columnTypes[dialect]), startNow[dialect]]) await sql.raw(statement).execute(db);
  },
});
