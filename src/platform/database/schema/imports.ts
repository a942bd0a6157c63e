import type { Generated } from 'kysely';
import type { Instant, JsonText } from './columns.ts';

/** What a case is called where it came from. */
export interface CaseExternalIdsTable {
  /** The space that it was brought into. */
  space_id: number;
  external_id: string;
  case_id: number;
}

/** A file with cases on its way in. */
export interface ImportsTable {
  id: Generated<number>;
  space_id: number;
  /** Its group in the history; null for a dry run, which has none. */
  group_id: number | null;
  /** Who acts, with which key and door, and what the key is narrowed to. */
  actor: JsonText;
  user_id: number | null;
  is_dry_run: boolean;
  /** How the file is to be read. */
  request: JsonText;
  file_name: string;
  /** Where the file is kept; null when it is not needed any more. */
  storage_key: string | null;
  byte_size: number;
  /** `queued`, `running`, `done`, `failed` or `cancelled`. */
  state: string;
  bytes_read: number;
  /** How many rows were read, and what became of them. */
  row_count: number;
  created: number;
  changed: number;
  unchanged: number;
  refused: number;
  /** The columns that came up, and what each was taken for. */
  columns: JsonText;
  /** Why it could not go on. */
  failure: JsonText | null;
  /** Until when the process that works on it keeps others away. */
  leased_until: Instant;
  created_at: Instant;
  finished_at: Instant | null;
}

/** A row of a file that was refused. */
export interface ImportRefusalsTable {
  import_id: number;
  line: number;
  refusal: JsonText;
}

/** A file with cases that is put together, or ready to be fetched. */
export interface ExportsTable {
  id: Generated<number>;
  /** Who acts, with which key and door, and what the key is narrowed to. */
  actor: JsonText;
  user_id: number | null;
  /** Which cases, in which kind of file. */
  request: JsonText;
  /** `queued`, `running`, `done`, `failed` or `cancelled`. */
  state: string;
  /** How many cases are in it by now. */
  case_count: number;
  /** Of the whole file; null before that. */
  byte_size: number | null;
  storage_key: string | null;
  failure: JsonText | null;
  /** Until when the process that works on it keeps others away. */
  leased_until: Instant;
  created_at: Instant;
  finished_at: Instant | null;
}
