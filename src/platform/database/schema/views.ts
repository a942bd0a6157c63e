import type { Generated } from 'kysely';
import type { Instant, JsonText } from './columns.ts';

/** Queries that are kept under a name. */
export interface ViewsTable {
  id: Generated<number>;
  author_id: number;
  /** The space with whose people it is shared; null when only its author sees it. */
  space_id: number | null;
  name: string;
  query: string;
  /** A JSON list of the properties that it shows. */
  columns: JsonText;
  created_at: Instant;
  updated_at: Instant;
}
