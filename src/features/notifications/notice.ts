/** Why somebody is told of what is about no case, strongest reason first: they made it, or they look after everything. */
export const noticeReasons = ['creator', 'administrator'] as const;
export type NoticeReason = (typeof noticeReasons)[number];

/** Why a webhook was switched off: everything failed for a day, or the other side said 410 Gone. */
export const webhookFailures = ['failing', 'gone'] as const;
type WebhookFailure = (typeof webhookFailures)[number];

/** The event of which people are told without a case. */
export const NOTICED_TYPE = 'webhook.disabled';

/** A webhook was switched off because nothing got through. */
export interface Notice {
  readonly eventId: number;
  /** In milliseconds since 1970-01-01T00:00:00Z. */
  readonly at: number;
  /** The space whose events it was told; null for the whole workspace. */
  readonly spaceId: number | null;
  readonly webhookId: number;
  readonly url: string;
  readonly failure: WebhookFailure;
}

/** What the log tells of it. */
export interface NoticedPayload {
  readonly webhookId: number;
  readonly creatorId?: number | null;
  readonly url: string;
  readonly reason: WebhookFailure;
}
