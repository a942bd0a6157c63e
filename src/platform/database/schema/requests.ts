import type { Instant } from './columns.ts';

/** What was answered to requests that clients may repeat. */
export interface IdempotencyKeysTable {
  user_id: number;
  key: string;
  /** What the request was; only whoever asked can tell. */
  fingerprint: string;
  /** Status, headers and body, sealed: only whoever asked can open it. */
  answer: string;
  created_at: Instant;
}

/** How often something was tried, of which only so much is allowed. */
export interface AttemptsTable {
  subject: string;
  count: number;
  first_at: Instant;
  last_at: Instant;
}
