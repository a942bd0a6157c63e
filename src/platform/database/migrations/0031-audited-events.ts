import { sql } from 'kysely';
import type { Migration } from 'kysely/migration';

const statements = [
  // What people do for themselves, as often as they like, is not in the way of those who read the audit.
  `create index events_audited on events (at, id)
    where case_id is null and type not in ('notifications.marked', 'notifications.muted', 'notifications.unmuted',
      'notifications.preferences_changed', 'user.device_registered', 'user.device_forgotten')
      and (space_id is not null or type not in ('view.created', 'view.updated', 'view.deleted'))`,
  'drop index events_configuration',
];

/** The way to what the audit tells, and to nothing else. Source: docs/adr/0028. */
export const auditedEvents = (): Migration => ({
  up: async (db) => {
    for (const statement of statements) await sql.raw(statement).execute(db);
  },
});
