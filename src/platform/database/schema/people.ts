import type { Generated } from 'kysely';
import type { Flag, Instant, JsonText } from './columns.ts';

/** One row, or none as long as nobody has named the workspace. */
export interface WorkspaceTable {
  id: number;
  name: string;
}

export interface UsersTable {
  id: Generated<number>;
  username: string;
  first_name: string;
  last_name: string;
  display_name: string;
  /** Display name, user name, first and last name, in the form in which texts are compared. */
  folded_names: string;
  email: string;
  role: string;
  time_zone: string;
  password_hash: string | null;
  active: Flag;
  created_at: Instant;
}

/** The picture of a user. */
export interface AvatarsTable {
  user_id: number;
  /** Under which name the bytes are kept: random. */
  storage_key: string;
  /** Decided from the bytes. */
  content_type: string;
  byte_size: number;
  created_at: Instant;
}

export interface ApiKeysTable {
  id: Generated<number>;
  user_id: number;
  name: string;
  key_hash: string;
  created_at: Instant;
  expires_at: Instant | null;
  revoked_at: Instant | null;
  /** `issued`, `sign-in` or `session`. */
  origin: string;
  /** A JSON list of the spaces the key is narrowed to, or null. */
  space_ids: JsonText | null;
  /** A JSON list of the rights the key is narrowed to, or null. */
  rights: JsonText | null;
  /** When it was last used, to within some minutes. */
  last_used_at: Instant | null;
  /** What the browser of a session calls itself. */
  user_agent: string | null;
  /** The key with which it was made, unless a person or the operator made it. */
  made_with_key_id: number | null;
}

export interface PasswordLinksTable {
  token_hash: string;
  user_id: number;
  expires_at: Instant;
}

/** Who wants to set a new password without being signed in, as they call themselves, until it is known who that is. */
export interface PasswordRequestsTable {
  id: Generated<number>;
  /** A user name or an e-mail address, or neither. */
  sought: string;
  language: string;
  created_at: Instant;
  leased_until: Instant;
}

/** What is to be sent to people, until it is sent or given up. */
export interface OutgoingMailsTable {
  id: Generated<number>;
  kind: string;
  user_id: number;
  language: string;
  attempts: number;
  created_at: Instant;
  /** When the next attempt may begin. */
  due_at: Instant;
  leased_until: Instant;
}

/** What this installation signs with, by what it is for. */
export interface SecretsTable {
  name: string;
  value: string;
}

/** The address of a phone to which push messages can be sent. */
export interface DeviceTokensTable {
  user_id: number;
  platform: string;
  token: string;
  created_at: Instant;
}

/** Who signed in, and who tried to. */
export interface SignInsTable {
  id: Generated<number>;
  at: Instant;
  succeeded: Flag;
  /** Whose name was used; null when nobody has it. */
  user_id: number | null;
  /** The beginning of a name that nobody has; "" otherwise. */
  name: string;
  /** The IP address. */
  address: string;
  /** What the browser or program calls itself. */
  user_agent: string;
  door: string;
  /** The session or key that came of it. */
  key_id: number | null;
}
