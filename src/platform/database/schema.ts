import type { ColumnType, Generated } from 'kysely';

/** Milliseconds since 1970-01-01T00:00:00Z. */
type Instant = number;
/** A boolean on PostgreSQL, 0 or 1 on SQLite: read it with `Boolean()`. */
type Flag = ColumnType<boolean | number, boolean, boolean>;
/** JSON, kept as text on both databases. */
type JsonText = string;

interface UsersTable {
  id: Generated<number>;
  username: string;
  first_name: string;
  last_name: string;
  display_name: string;
  email: string;
  role: string;
  time_zone: string;
  password_hash: string | null;
  active: Flag;
  created_at: Instant;
}

interface ApiKeysTable {
  id: Generated<number>;
  user_id: number;
  name: string;
  key_hash: string;
  created_at: Instant;
  expires_at: Instant | null;
  revoked_at: Instant | null;
}

interface PasswordLinksTable {
  token_hash: string;
  user_id: number;
  expires_at: Instant;
}

interface SpacesTable {
  id: Generated<number>;
  name: string;
  visibility: string;
  created_at: Instant;
}

interface SpaceMembersTable {
  space_id: number;
  user_id: number;
  role: string;
}

interface ProjectsTable {
  id: Generated<number>;
  space_id: number;
  title: string;
  is_default: Flag;
  position: number;
}

interface SectionsTable {
  id: Generated<number>;
  project_id: number;
  name: string;
  position: number;
}

interface MilestonesTable {
  id: Generated<number>;
  project_id: number;
  title: string;
  due_at: Instant | null;
  position: number;
}

interface StatusesTable {
  id: Generated<number>;
  space_id: number;
  name: string;
  css_class: string;
  is_default: Flag;
  is_closed: Flag;
  position: number;
}

interface PrioritiesTable {
  id: Generated<number>;
  space_id: number;
  name: string;
  is_default: Flag;
  position: number;
}

interface CasesTable {
  id: Generated<number>;
  space_id: number;
  project_id: number;
  section_id: number | null;
  milestone_id: number | null;
  status_id: number;
  priority_id: number;
  assignee_id: number | null;
  reporter_id: number;
  creator_id: number;
  title: string;
  description: string;
  revision: number;
  comment_count: number;
  created_at: Instant;
  updated_at: Instant;
}

interface CaseTagsTable {
  case_id: number;
  position: number;
  name: string;
}

interface CaseRecipientsTable {
  case_id: number;
  position: number;
  user_id: number;
}

interface CaseHistoryTable {
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
}

/** SQLite: an FTS5 index whose rowid is the case's ID. PostgreSQL: a table with a trigram index. */
interface CaseSearchTable {
  rowid: number;
  case_id: number;
  title: string;
  body: string;
  tags: string;
}

interface EventsTable {
  id: Generated<number>;
  type: string;
  space_id: number | null;
  case_id: number | null;
  actor_id: number | null;
  key_id: number | null;
  door: string;
  at: Instant;
  payload: JsonText;
}

/** One row whose number grows whenever anything changes that processes hold in memory. */
interface ConfigurationEpochTable {
  epoch: number;
}

/** Every table of the database. Each is written only by the store of its owner. */
export interface Schema {
  users: UsersTable;
  api_keys: ApiKeysTable;
  password_links: PasswordLinksTable;
  spaces: SpacesTable;
  space_members: SpaceMembersTable;
  projects: ProjectsTable;
  sections: SectionsTable;
  milestones: MilestonesTable;
  statuses: StatusesTable;
  priorities: PrioritiesTable;
  cases: CasesTable;
  case_tags: CaseTagsTable;
  case_recipients: CaseRecipientsTable;
  case_history: CaseHistoryTable;
  case_search: CaseSearchTable;
  events: EventsTable;
  configuration_epoch: ConfigurationEpochTable;
}
