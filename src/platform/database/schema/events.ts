import type { Generated } from 'kysely';
import type { Flag, Instant, JsonText } from './columns.ts';

export interface EventsTable {
  id: Generated<number>;
  type: string;
  space_id: number | null;
  case_id: number | null;
  actor_id: number | null;
  key_id: number | null;
  door: string;
  at: Instant;
  payload: JsonText;
  /** Where it stands in the log; on PostgreSQL only, and null until it was given one. */
  position: Generated<number | null>;
}

/** How far each reader of the event log has come. */
export interface EventCursorsTable {
  reader: string;
  position: number;
}

/** Events that a reader could not handle and has gone past. */
export interface EventFailuresTable {
  reader: string;
  event_id: number;
  /** What was thrown, in words. */
  error: string;
  failed_at: Instant;
}

/** What happened to cases, as the feeds show it: one row for each event that is shown. */
export interface ActivitiesTable {
  event_id: number;
  space_id: number;
  case_id: number;
  /** Who did it; null when the operator of the machine did. */
  user_id: number | null;
  /** Whether it is about an internal comment. */
  is_internal: Flag;
}

/** Who is told about which event, and why. */
export interface NotificationsTable {
  id: Generated<number>;
  user_id: number;
  event_id: number;
  /** Null when it is about something else than a case: what, the event tells. */
  case_id: number | null;
  /** Whether it is about an internal comment. */
  is_internal: Flag;
  /** Why this user is told, for example `assigned`. */
  reason: string;
  created_at: Instant;
  read_at: Instant | null;
}

/** Who does not want to be told of which case any more. */
export interface CaseMutesTable {
  case_id: number;
  user_id: number;
  created_at: Instant;
}

/** Reasons for which somebody does not want to be told of anything. */
export interface UnwantedReasonsTable {
  user_id: number;
  reason: string;
}

/** One row whose number grows whenever anything changes that processes hold in memory. */
export interface ConfigurationEpochTable {
  epoch: number;
}
