import type { Generated } from 'kysely';
import type { Flag, FlagWithDefault, Instant, JsonText } from './columns.ts';

export interface CommentsTable {
  id: Generated<number>;
  case_id: number;
  author_id: number;
  /** The comment it answers, of the same case. */
  parent_id: number | null;
  is_internal: Flag;
  created_at: Instant;
  /** A JSON list of the users it mentions. */
  mentioned_ids: Generated<JsonText>;
  /** Sanitised HTML; "" when it was deleted. */
  text: string;
  edited_at: Instant | null;
  deleted_at: Instant | null;
  /** False for deleted ones that hold no place for answers. */
  is_listed: FlagWithDefault;
}

/** What a comment said before it was edited or deleted. */
export interface CommentHistoryTable {
  id: Generated<number>;
  comment_id: number;
  old_text: string;
  is_deletion: Flag;
  actor_id: number | null;
  key_id: number | null;
  door: string;
  at: Instant;
}

/** SQLite: an FTS5 index whose rowid is the comment's ID. PostgreSQL: a table with a trigram index. */
export interface CommentSearchTable {
  rowid: number;
  comment_id: number;
  document: string;
}

export interface AttachmentsTable {
  id: Generated<number>;
  case_id: number;
  /** The comment it belongs to; null when it is the case itself. */
  comment_id: number | null;
  uploader_id: number;
  /** The name that people see, cleaned. */
  name: string;
  /** Decided from the bytes, for example `image/png`. */
  content_type: string;
  byte_size: number;
  /** Under which name the bytes are kept: random, never made of what a client sent. */
  storage_key: string;
  created_at: Instant;
}

/** One row: how much all attachments together have. */
export interface AttachmentUsageTable {
  id: number;
  byte_count: number;
}

/** Who likes what. */
export interface LikesTable {
  /** `case` or `comment`. */
  entity: string;
  entity_id: number;
  user_id: number;
  created_at: Instant;
}
