import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';
import type { Dialect } from '../session.ts';
import { columnTypes } from './column-types.ts';

/** What webhooks have not heard of yet: all that comes before was decided by the clock, and stays as it was. */
const unread = {
  sqlite: `id > coalesce((select position from event_cursors where reader = 'webhooks'), 0)`,
  postgres: `(position is null
    or position > coalesce((select position from event_cursors where reader = 'webhooks'), 0))`,
} as const satisfies Record<Dialect, string>;

interface Beginning {
  readonly id: number;
  readonly payload: string;
}

/** Webhooks know the event with which they began: they are told what comes behind it in the log, whatever the clock says. */
export const webhooksByPosition = (dialect: Dialect): Migration => ({
  up: async (db: Kysely<unknown>) => {
    await sql.raw(`alter table webhooks add column since_event_id ${columnTypes[dialect].ref}`).execute(db);
    const found = await sql
      .raw<Beginning>(
        `select id, payload from events where type in ('webhook.created', 'webhook.updated') and ${unread[dialect]}
          order by id`,
      )
      .execute(db);
    for (const { id, payload } of found.rows) {
      const { webhookId, changed } = JSON.parse(payload) as { webhookId: number; changed?: readonly string[] };
      if (changed !== undefined && !changed.includes('active')) continue;
      await sql`update webhooks set since_event_id = ${id} where id = ${webhookId}`.execute(db);
    }
  },
});
