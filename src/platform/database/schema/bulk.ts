import type { Instant, JsonText } from './columns.ts';

/** One change of many cases. */
export interface BulkChangesTable {
  /** Its group in the history; also its ID. */
  group_id: number;
  /** `all-or-nothing` or `per-case`. */
  mode: string;
  /** What is to be changed. */
  request: JsonText;
  /** The bulk change that it takes back, instead of changing what is named. */
  reverts_group_id: number | null;
  /** Who acts, with which key and door, and what the key is narrowed to. */
  actor: JsonText;
  user_id: number | null;
  /** How many cases it is about. */
  total: number;
  created_at: Instant;
}

/** Some cases of a bulk change, which are changed in one transaction. */
export interface BulkPortionsTable {
  group_id: number;
  position: number;
  case_ids: JsonText;
  /** `open`, `done`, `failed` or `cancelled`. */
  state: string;
  /** What became of each case. */
  outcomes: JsonText | null;
  changed: number;
  unchanged: number;
  refused: number;
  finished_at: Instant | null;
}
