import { sql } from 'kysely';
import type { Migration } from 'kysely/migration';

/** The colour of a status, by name; null for the one that follows from what it means. */
export const statusColors = (): Migration => ({
  up: async (db) => {
    await sql.raw('alter table statuses add column color text').execute(db);
  },
});
