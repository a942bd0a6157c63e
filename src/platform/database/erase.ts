import { sql } from 'kysely';
import type { Schema } from './schema.ts';
import type { Session } from './session.ts';

/** All tables with content, each before the ones it refers to. */
const named = [
  'views',
  'webhook_deliveries',
  'webhooks',
  'idempotency_keys',
  'attempts',
  'notifications',
  'case_mutes',
  'unwanted_reasons',
  'activities',
  'event_failures',
  'event_cursors',
  'events',
  'likes',
  'attachments',
  'attachment_usage',
  'comment_search',
  'comment_history',
  'comments',
  'case_viewers',
  'case_links',
  'case_history',
  'exports',
  'import_refusals',
  'imports',
  'case_external_ids',
  'bulk_portions',
  'bulk_changes',
  'history_groups',
  'case_search',
  'case_recipients',
  'case_tags',
  'cases',
  'case_templates',
  'priorities',
  'statuses',
  'milestones',
  'sections',
  'projects',
  'space_members',
  'spaces',
  'secrets',
  'sign_ins',
  'device_tokens',
  'password_links',
  'password_requests',
  'outgoing_mails',
  'api_keys',
  'avatars',
  'users',
  'workspace',
] as const satisfies readonly (keyof Schema)[];

/** The number in it only ever grows. */
type Kept = 'configuration_epoch';
/** A table that is not named would survive: then this is its name, and the next line does not compile. */
type Forgotten = Exclude<keyof Schema, (typeof named)[number] | Kept>;
export const tables: [Forgotten] extends [never] ? typeof named : Forgotten = named;

/** Empties the database and begins all IDs anew, as part of the transaction. For the sandbox only. */
export const eraseEverything = async (session: Session): Promise<void> => {
  const { dialect, kysely } = session;
  session.everythingReplaced = true;
  if (dialect === 'postgres') {
    await sql`truncate ${sql.join(tables.map((table) => sql.table(table)))} restart identity`.execute(kysely);
    return;
  }
  for (const table of tables) {
    if (table.endsWith('_search'))
      await sql.raw(`insert into ${table} (${table}) values ('delete-all')`).execute(kysely);
    else await kysely.deleteFrom(table).execute();
  }
  await sql`delete from sqlite_sequence`.execute(kysely);
};
