import { sql } from 'kysely';
import type { Migration } from 'kysely/migration';

/** What the workspace is called; nothing in it as long as nobody has named it. */
export const workspace = (): Migration => ({
  up: async (db) => {
    await sql.raw('create table workspace (id integer primary key check (id = 1), name text not null)').execute(db);
  },
});
