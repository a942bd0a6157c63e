import { sql } from 'kysely';
import type { Migration } from 'kysely/migration';
import type { Dialect } from '../session.ts';
import { columnTypes } from './column-types.ts';

/** Who is first in a lane stands in its row, so that nobody has to read all that waits; receivers can ask for a pause. */
export const dueDeliveries = (dialect: Dialect): Migration => ({
  up: async (db) => {
    const { instant } = columnTypes[dialect];
    const statements = [
      `alter table webhook_deliveries add column due_at ${instant}`,
      `update webhook_deliveries set due_at = next_attempt_at where id in (
        select min(id) from webhook_deliveries where status = 'pending' group by webhook_id, lane)`,
      'create index webhook_deliveries_due on webhook_deliveries (webhook_id, due_at) where due_at is not null',
      `alter table webhooks add column paused_until ${instant}`,
    ];
    for (const statement of statements) await sql.raw(statement).execute(db);
  },
});
