import type { Generated } from 'kysely';
import type { Flag, Instant, JsonText } from './columns.ts';

export interface WebhooksTable {
  id: Generated<number>;
  /** The space whose events it is told; null for all. */
  space_id: number | null;
  creator_id: number | null;
  url: string;
  description: string;
  /** A JSON list of types. */
  types: JsonText;
  active: Flag;
  secret: string;
  /** The secret before, which is signed with as well for a while. */
  old_secret: string | null;
  old_secret_until: Instant | null;
  /** Since when nothing has been delivered; null when the last attempt succeeded. */
  failing_since: Instant | null;
  /** When it was switched off because nothing could be delivered. */
  disabled_at: Instant | null;
  /** Until when its receiver wants to be left alone. */
  paused_until: Instant | null;
  created_at: Instant;
  /** The event with which it was made or switched on: it is told what comes behind it; null for all that is unread. */
  since_event_id: number | null;
}

/** What is sent to webhooks, and how that went. */
export interface WebhookDeliveriesTable {
  id: Generated<number>;
  webhook_id: number;
  /** Those of one lane are sent one after the other: the case, 0 for everything else, below 0 what a person sends again. */
  lane: number;
  event_id: number | null;
  message_id: string;
  type: string;
  body: JsonText;
  status: string;
  attempts: number;
  created_at: Instant;
  next_attempt_at: Instant | null;
  /** When it may be sent, of the first one of its lane that waits; null for all others. */
  due_at: Instant | null;
  /** Until when another process is at it. */
  claimed_until: Instant | null;
  first_attempt_at: Instant | null;
  last_attempt_at: Instant | null;
  response_status: number | null;
  response_body: string | null;
  error: string | null;
}
