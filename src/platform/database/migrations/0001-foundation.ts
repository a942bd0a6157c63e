import { sql } from 'kysely';
import type { Migration } from 'kysely/migration';
import type { Dialect } from '../session.ts';
import { columnTypes } from './column-types.ts';

const peopleAndSpaces = ({ id, ref, instant, flag }: (typeof columnTypes)[Dialect]): string[] => [
  `create table users (
    id ${id}, username text not null, first_name text not null, last_name text not null, display_name text not null,
    email text not null, role text not null, time_zone text not null, password_hash text, active ${flag} not null,
    created_at ${instant} not null)`,
  'create unique index users_username on users (lower(username))',
  `create table api_keys (
    id ${id}, user_id ${ref} not null references users (id), name text not null, key_hash text not null unique,
    created_at ${instant} not null, expires_at ${instant}, revoked_at ${instant})`,
  'create index api_keys_user on api_keys (user_id)',
  `create table password_links (
    token_hash text primary key, user_id ${ref} not null references users (id), expires_at ${instant} not null)`,
  `create table spaces (id ${id}, name text not null, visibility text not null, created_at ${instant} not null)`,
  `create table space_members (
    space_id ${ref} not null references spaces (id), user_id ${ref} not null references users (id),
    role text not null, primary key (space_id, user_id))`,
  'create index space_members_user on space_members (user_id)',
  `create table projects (
    id ${id}, space_id ${ref} not null references spaces (id), title text not null, is_default ${flag} not null,
    position integer not null)`,
  'create index projects_space on projects (space_id)',
  `create table sections (
    id ${id}, project_id ${ref} not null references projects (id), name text not null, position integer not null)`,
  'create index sections_project on sections (project_id)',
  `create table milestones (
    id ${id}, project_id ${ref} not null references projects (id), title text not null, due_at ${instant},
    position integer not null)`,
  'create index milestones_project on milestones (project_id)',
  `create table statuses (
    id ${id}, space_id ${ref} not null references spaces (id), name text not null, css_class text not null,
    is_default ${flag} not null, is_closed ${flag} not null, position integer not null)`,
  'create index statuses_space on statuses (space_id)',
  `create table priorities (
    id ${id}, space_id ${ref} not null references spaces (id), name text not null, is_default ${flag} not null,
    position integer not null)`,
  'create index priorities_space on priorities (space_id)',
];

const cases = ({ id, ref, instant }: (typeof columnTypes)[Dialect]): string[] => [
  `create table cases (
    id ${id}, space_id ${ref} not null references spaces (id), project_id ${ref} not null references projects (id),
    section_id ${ref} references sections (id), milestone_id ${ref} references milestones (id),
    status_id ${ref} not null references statuses (id), priority_id ${ref} not null references priorities (id),
    assignee_id ${ref} references users (id), reporter_id ${ref} not null references users (id),
    creator_id ${ref} not null references users (id), title text not null, revision integer not null,
    comment_count integer not null, created_at ${instant} not null, updated_at ${instant} not null,
    description text not null)`,
  'create index cases_updated on cases (updated_at, id)',
  'create index cases_space_updated on cases (space_id, updated_at, id)',
  'create index cases_status_updated on cases (status_id, updated_at, id)',
  'create index cases_assignee_updated on cases (assignee_id, updated_at, id)',
  `create table case_tags (
    case_id ${ref} not null references cases (id), position integer not null, name text not null,
    primary key (case_id, position))`,
  'create index case_tags_name on case_tags (name)',
  `create table case_recipients (
    case_id ${ref} not null references cases (id), position integer not null,
    user_id ${ref} not null references users (id), primary key (case_id, position))`,
  'create index case_recipients_user on case_recipients (user_id)',
  `create table case_history (
    id ${id}, case_id ${ref} not null references cases (id), revision integer not null, property text not null,
    old_value text not null, new_value text not null, actor_id ${ref} references users (id), key_id ${ref},
    door text not null, at ${instant} not null)`,
  'create index case_history_case on case_history (case_id, id)',
  `create table events (
    id ${id}, type text not null, space_id ${ref}, case_id ${ref}, actor_id ${ref}, key_id ${ref},
    door text not null, at ${instant} not null, payload text not null)`,
  `create table configuration_epoch (epoch ${ref} not null)`,
  'insert into configuration_epoch (epoch) values (0)',
];

const dialectOnly = {
  sqlite: [
    // Trigrams find parts of words in every language; the texts themselves stay in the cases.
    `create virtual table case_search using fts5 (
      title, body, tags, content = '', contentless_delete = 1, tokenize = 'trigram')`,
    // Merging in larger and rarer steps: it is what an update costs most.
    `insert into case_search (case_search, rank) values ('automerge', 8)`,
    `insert into case_search (case_search, rank) values ('deletemerge', 50)`,
  ],
  postgres: [
    'create extension if not exists pg_trgm',
    `create table case_search (
      case_id bigint primary key references cases (id), title text not null, body text not null, tags text not null,
      document text generated always as (title || ' ' || body || ' ' || tags) stored)`,
    'create index case_search_document on case_search using gin (document gin_trgm_ops)',
  ],
} as const satisfies Record<Dialect, readonly string[]>;

/** Users, keys, spaces with their configuration, cases with history and search index, and the event log. */
export const foundation = (dialect: Dialect): Migration => ({
  up: async (db) => {
    const types = columnTypes[dialect];
    for (const statement of [...peopleAndSpaces(types), ...cases(types), ...dialectOnly[dialect]]) {
      await sql.raw(statement).execute(db);
    }
  },
});
