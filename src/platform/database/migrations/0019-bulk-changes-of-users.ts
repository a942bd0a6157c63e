import { sql } from 'kysely';
import type { Migration } from 'kysely/migration';

/** The bulk changes of one person are listed without reading those of everybody. */
export const bulkChangesOfUsers = (): Migration => ({
  up: async (db) => {
    await sql.raw('create index bulk_changes_user on bulk_changes (user_id, group_id)').execute(db);
  },
});
