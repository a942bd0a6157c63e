import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

/** Looks into the database of a server from outside. */
export const withSqlite = <T>(dataDir: string, work: (database: DatabaseSync) => T): T => {
  const database = new DatabaseSync(join(dataDir, 'casekeep.db'), { timeout: 5_000 });
  try {
    return work(database);
  } finally {
    database.close();
  }
};
