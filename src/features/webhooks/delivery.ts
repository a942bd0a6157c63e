/** How a delivery stands: `pending` also between attempts; `failed` is given up. */
export const deliveryStatuses = ['pending', 'delivered', 'failed'] as const;
export type DeliveryStatus = (typeof deliveryStatuses)[number];

/** Something that is, was or will be sent to a webhook. */
export interface Delivery {
  readonly id: number;
  readonly webhookId: number;
  /** Null for a ping. */
  readonly eventId: number | null;
  /** The same for the same event, however often it is sent. */
  readonly messageId: string;
  readonly type: string;
  /** JSON. */
  readonly body: string;
  readonly status: DeliveryStatus;
  readonly attempts: number;
  readonly createdAt: number;
  readonly nextAttemptAt: number | null;
  readonly firstAttemptAt: number | null;
  readonly lastAttemptAt: number | null;
  readonly responseStatus: number | null;
  readonly responseBody: string | null;
  /** Why there was no answer, as a sentence. */
  readonly error: string | null;
}

/** What is to be sent, before it is. */
export type NewDelivery = Pick<Delivery, 'webhookId' | 'eventId' | 'messageId' | 'type' | 'body' | 'createdAt'> & {
  /** Those of one lane are sent one after the other: the case, or 0; below 0 what a person sends again. */
  readonly lane: number;
};
