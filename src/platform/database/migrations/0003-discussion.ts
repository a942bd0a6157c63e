import { sql } from 'kysely';
import type { Migration } from 'kysely/migration';
import type { Dialect } from '../session.ts';
import { columnTypes } from './column-types.ts';

const tables = ({ id, ref, instant, flag }: (typeof columnTypes)[Dialect]): string[] => [
  `create table comments (
    id ${id}, case_id ${ref} not null references cases (id), author_id ${ref} not null references users (id),
    parent_id ${ref} references comments (id), is_internal ${flag} not null, created_at ${instant} not null,
    mentioned_ids text not null default '[]', text text not null)`,
  'create index comments_case on comments (case_id, id)',
  'create index comments_parent on comments (parent_id) where parent_id is not null',
  `create table attachments (
    id ${id}, case_id ${ref} not null references cases (id), comment_id ${ref} references comments (id),
    uploader_id ${ref} not null references users (id), name text not null, content_type text not null,
    byte_size ${ref} not null, storage_key text not null unique, created_at ${instant} not null)`,
  'create index attachments_case on attachments (case_id, id)',
  'create index attachments_comment on attachments (comment_id, id) where comment_id is not null',
  // One row: a sum over all attachments would be counted with every upload.
  `create table attachment_usage (id integer primary key, byte_count ${ref} not null)`,
  'create table secrets (name text primary key, value text not null)',
  `create table likes (
    entity text not null, entity_id ${ref} not null, user_id ${ref} not null references users (id),
    created_at ${instant} not null, primary key (entity, entity_id, user_id))`,
  `create table device_tokens (
    token text primary key, user_id ${ref} not null references users (id), platform text not null,
    created_at ${instant} not null)`,
  'create index device_tokens_user on device_tokens (user_id)',
  'create table event_cursors (reader text primary key, event_id bigint not null)',
  `create table notifications (
    id ${id}, user_id ${ref} not null references users (id), event_id ${ref} not null, case_id ${ref} not null,
    is_internal ${flag} not null, reason text not null, created_at ${instant} not null, read_at ${instant})`,
  'create index notifications_user on notifications (user_id, id)',
  'create unique index notifications_event on notifications (event_id, user_id)',
];

const dialectOnly = {
  sqlite: [],
  // IDs of events are given before the commit: readers must wait for transactions that are still open. SQLite has one
  // writer, so its IDs are in the order of the commits.
  postgres: ['alter table events add column xact_id xid8 not null default pg_current_xact_id()'],
} as const satisfies Record<Dialect, readonly string[]>;

/** Comments, attachments, likes, push tokens of phones, and notifications as a reader of the event log. */
export const discussion = (dialect: Dialect): Migration => ({
  up: async (db) => {
    for (const statement of [...tables(columnTypes[dialect]), ...dialectOnly[dialect]]) {
      await sql.raw(statement).execute(db);
    }
  },
});
