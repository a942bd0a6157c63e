import type { Generated } from 'kysely';
import type { Instant, JsonText } from './columns.ts';

export interface CasesTable {
  id: Generated<number>;
  space_id: number;
  project_id: number;
  section_id: number | null;
  milestone_id: number | null;
  status_id: number;
  priority_id: number;
  assignee_id: number | null;
  /** When the day on which it is due begins in UTC. */
  due_on: Instant | null;
  reporter_id: number;
  creator_id: number;
  title: string;
  description: string;
  revision: number;
  comment_count: number;
  internal_comment_count: number;
  attachment_count: number;
  created_at: Instant;
  updated_at: Instant;
  /** When it was moved to the bin. */
  deleted_at: Instant | null;
}

export interface CaseTagsTable {
  case_id: number;
  position: number;
  name: string;
  /** The name in the form in which texts are compared. */
  folded_name: string;
  /** The space in which it counts: that of the case, or none for a case in the bin. */
  space_id: number | null;
}

export interface CaseRecipientsTable {
  case_id: number;
  position: number;
  user_id: number;
}

/** What one case is to another. */
export interface CaseLinksTable {
  id: Generated<number>;
  from_case_id: number;
  to_case_id: number;
  kind: string;
  created_at: Instant;
  created_by: number | null;
}

/** Who is looking at a case, each of their pages by itself. Source: docs/adr/0027. */
export interface CaseViewersTable {
  user_id: number;
  /** Chosen by the client. */
  page_id: string;
  case_id: number;
  /** Until when that is believed without being said again. */
  until: Instant;
}

export interface CaseHistoryTable {
  id: Generated<number>;
  case_id: number;
  revision: number;
  property: string;
  old_value: JsonText;
  new_value: JsonText;
  actor_id: number | null;
  key_id: number | null;
  door: string;
  at: Instant;
  /** The changes of many cases that this one belongs to, or what it reverts. */
  group_id: number | null;
}

/** Changes that belong together: those of one bulk change, or the one that reverts something. */
export interface HistoryGroupsTable {
  id: Generated<number>;
  actor_id: number | null;
  key_id: number | null;
  door: string;
  at: Instant;
  /** The case of which it reverts one change; null for a bulk change. */
  reverts_case_id: number | null;
  reverts_revision: number | null;
  /** The only entry of that change that it reverts. */
  reverts_entry_id: number | null;
  /** The bulk change that it reverts. */
  reverts_group_id: number | null;
}

/** SQLite: an FTS5 index whose rowid is the case's ID. PostgreSQL: a table with a trigram index. */
export interface CaseSearchTable {
  rowid: number;
  case_id: number;
  title: string;
  body: string;
  tags: string;
}
