import type { Generated } from 'kysely';
import type { Flag, FlagWithDefault, Instant, JsonText } from './columns.ts';

export interface SpacesTable {
  id: Generated<number>;
  name: string;
  visibility: string;
  created_at: Instant;
  archived: FlagWithDefault;
}

export interface SpaceMembersTable {
  space_id: number;
  user_id: number;
  role: string;
}

export interface ProjectsTable {
  id: Generated<number>;
  space_id: number;
  title: string;
  is_default: Flag;
  position: number;
  archived: FlagWithDefault;
}

export interface SectionsTable {
  id: Generated<number>;
  project_id: number;
  name: string;
  position: number;
  archived: FlagWithDefault;
}

export interface MilestonesTable {
  id: Generated<number>;
  project_id: number;
  title: string;
  due_at: Instant | null;
  position: number;
  /** When it was reached; null as long as it is open. */
  completed_at: Generated<Instant | null>;
  archived: FlagWithDefault;
}

export interface StatusesTable {
  id: Generated<number>;
  space_id: number;
  name: string;
  css_class: string;
  /** By name; null for the one that follows from what it means. */
  color: string | null;
  is_default: Flag;
  is_closed: Flag;
  position: number;
  archived: FlagWithDefault;
}

export interface PrioritiesTable {
  id: Generated<number>;
  space_id: number;
  name: string;
  is_default: Flag;
  position: number;
  archived: FlagWithDefault;
}

/** How new cases of a project can begin. */
export interface CaseTemplatesTable {
  id: Generated<number>;
  project_id: number;
  name: string;
  title: string;
  description: string;
  /** A JSON list. */
  tags: JsonText;
  section_id: number | null;
  priority_id: number | null;
  assignee_id: number | null;
  created_at: Instant;
  updated_at: Instant;
}
