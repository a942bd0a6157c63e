import type { Generated } from 'kysely';
import type { Flag, Instant, JsonText } from './columns.ts';

/** Queries that are kept under a name. */
export interface ViewsTable {
  id: Generated<number>;
  author_id: number;
  /** The space it belongs to; null when it belongs to nobody but its author. */
  space_id: number | null;
  name: string;
  query: string;
  /** A JSON list of the properties that it shows. */
  columns: JsonText;
  /** Whether everybody who sees the space sees it. */
  is_shared: Flag;
  revision: number;
  created_at: Instant;
  updated_at: Instant;
}
