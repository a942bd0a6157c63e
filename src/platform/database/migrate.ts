import type { Kysely } from 'kysely';
import { Migrator } from 'kysely/migration';
import { foundation } from './migrations/0001-foundation.ts';
import { accessAndBin } from './migrations/0002-access-and-bin.ts';
import { discussion } from './migrations/0003-discussion.ts';
import { listIndexes } from './migrations/0004-list-indexes.ts';
import { feeds } from './migrations/0005-feeds.ts';
import { commentSearch } from './migrations/0006-comment-search.ts';
import { idempotency } from './migrations/0007-idempotency.ts';
import { eventReaders } from './migrations/0008-event-readers.ts';
import { historyGroups } from './migrations/0009-history-groups.ts';
import { bulkChanges } from './migrations/0010-bulk-changes.ts';
import { eventPositions } from './migrations/0011-event-positions.ts';
import { webhooks } from './migrations/0011-webhooks.ts';
import { people } from './migrations/0012-people.ts';
import { commentEdits } from './migrations/0013-comment-edits.ts';
import { queries } from './migrations/0014-queries.ts';
import { tagsOfSpaces } from './migrations/0016-tags-of-spaces.ts';
import { imports } from './migrations/0017-imports.ts';
import { dueDeliveries } from './migrations/0018-due-deliveries.ts';
import { keptExports } from './migrations/0018-kept-exports.ts';
import { bulkChangesOfUsers } from './migrations/0019-bulk-changes-of-users.ts';
import { webhooksByPosition } from './migrations/0020-webhooks-by-position.ts';
import { notices } from './migrations/0021-notices.ts';
import { dueDates } from './migrations/0022-due-dates.ts';
import { links } from './migrations/0023-links.ts';
import { mutes } from './migrations/0024-mutes.ts';
import { viewers } from './migrations/0025-viewers.ts';
import { signIns } from './migrations/0026-sign-ins.ts';
import { workspace } from './migrations/0027-workspace.ts';
import { templates } from './migrations/0028-templates.ts';
import { statusColors } from './migrations/0029-status-colors.ts';
import { avatars } from './migrations/0030-avatars.ts';
import { auditedEvents } from './migrations/0031-audited-events.ts';
import { listsFromMemory } from './migrations/0032-lists-from-memory.ts';
import { mails } from './migrations/0033-mails.ts';
import type { Schema } from './schema.ts';
import type { Dialect } from './session.ts';

/** All migrations by name, forward only; they run in the order of their names. */
const migrations = (dialect: Dialect) => ({
  '0001-foundation': foundation(dialect),
  '0002-access-and-bin': accessAndBin(dialect),
  '0003-discussion': discussion(dialect),
  '0004-list-indexes': listIndexes(dialect),
  '0005-feeds': feeds(dialect),
  '0006-comment-search': commentSearch(dialect),
  '0007-idempotency': idempotency(dialect),
  '0008-event-readers': eventReaders(dialect),
  '0009-history-groups': historyGroups(dialect),
  '0010-bulk-changes': bulkChanges(dialect),
  '0011-event-positions': eventPositions(dialect),
  '0011-webhooks': webhooks(dialect),
  '0012-people': people(dialect),
  '0013-comment-edits': commentEdits(dialect),
  '0014-queries': queries(dialect),
  '0016-tags-of-spaces': tagsOfSpaces(dialect),
  '0017-imports': imports(dialect),
  '0018-due-deliveries': dueDeliveries(dialect),
  '0018-kept-exports': keptExports(dialect),
  '0019-bulk-changes-of-users': bulkChangesOfUsers(),
  '0020-webhooks-by-position': webhooksByPosition(dialect),
  '0021-notices': notices(dialect),
  '0022-due-dates': dueDates(dialect),
  '0023-links': links(dialect),
  '0024-mutes': mutes(dialect),
  '0025-viewers': viewers(dialect),
  '0026-sign-ins': signIns(dialect),
  '0027-workspace': workspace(),
  '0028-templates': templates(dialect),
  '0029-status-colors': statusColors(),
  '0030-avatars': avatars(dialect),
  '0031-audited-events': auditedEvents(),
  '0032-lists-from-memory': listsFromMemory(dialect),
  '0033-mails': mails(dialect),
});

/** Is told of the migrations that a database with data needs, before they run: they take minutes on a large one. */
export type OnUpgrade = (migrations: readonly string[]) => void;

interface Migrate {
  readonly dialect: Dialect;
  readonly kysely: Kysely<Schema>;
  readonly onUpgrade?: OnUpgrade | undefined;
}

/**
 * Brings the database to the schema of this program, under a lock, and closes the connection it was given unless it
 * is shared. Throws when the database was written by a newer program.
 */
export const migrate = async ({ dialect, kysely, onUpgrade }: Migrate): Promise<void> => {
  const known = migrations(dialect);
  try {
    await refuseNewerSchema(kysely, Object.keys(known));
    const migrator = new Migrator({ db: kysely, provider: { getMigrations: async () => known } });
    const all = await migrator.getMigrations();
    const pending = all.filter(({ executedAt }) => executedAt === undefined).map(({ name }) => name);
    if (pending.length > 0 && pending.length < all.length) onUpgrade?.(pending);
    const { error } = await migrator.migrateToLatest();
    if (error !== undefined) throw error;
  } finally {
    await kysely.destroy();
  }
};

const refuseNewerSchema = async (kysely: Kysely<Schema>, known: readonly string[]): Promise<void> => {
  const tables = await kysely.introspection.getTables({ withInternalKyselyTables: true });
  if (!tables.some(({ name }) => name === 'kysely_migration')) return;
  const rows = await kysely
    .withTables<{ kysely_migration: { name: string } }>()
    .selectFrom('kysely_migration')
    .select('name')
    .execute();
  const newer = rows.map(({ name }) => name).filter((name) => !known.includes(name));
  if (newer.length === 0) return;
  throw new Error(
    `This database was written by a newer Casekeep: it has the migration ${newer.join(', ')}, which this program ` +
      'does not know. Start the newer program, or restore a backup made by this one.',
  );
};
