import type { Instant, JsonText } from './columns.ts';

/** What was answered to requests that clients may repeat. */
export interface IdempotencyKeysTable {
  user_id: number;
  key: string;
  /** What the request was. */
  fingerprint: string;
  /** Status, headers and body. */
  answer: JsonText;
  created_at: Instant;
}

/** How often something was tried, of which only so much is allowed. */
export interface AttemptsTable {
  subject: string;
  count: number;
  first_at: Instant;
  last_at: Instant;
}
