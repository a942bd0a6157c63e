import type { Context } from '../../platform/context.ts';
import { appendEvent } from '../../platform/events/append-event.ts';
import { failDeliveries, hastenDeliveries, updateDelivery } from './deliveries.store.ts';
import type { Delivery } from './delivery.ts';
import { pauseAfter, RETRIED_MS, type Webhook } from './webhook.ts';
import { selectWebhook, updateWebhook } from './webhooks.store.ts';

/** The other side wants to hear nothing any more. Source: Standard Webhooks specification, 410 Gone. */
const GONE = 410;

/** After failing for longer than this, what waits is sent as soon as something gets through, in milliseconds. */
const HASTENED_AFTER_MS = 60_000;

interface RecordAttempt {
  readonly delivery: Delivery;
  /** What was answered; a status of null is none, for the reason that the error tells. */
  readonly answer: { readonly status: number | null; readonly body: string | null; readonly error: string | null };
}

/** Writes down how an attempt went, as part of the transaction, and what follows for the webhook. */
export const recordAttempt = async (tx: Context, { delivery, answer }: RecordAttempt): Promise<void> => {
  const isDelivered = answer.status !== null && answer.status >= 200 && answer.status < 300;
  const firstAttemptAt = delivery.firstAttemptAt ?? tx.now;
  const attempts = delivery.attempts + 1;
  const nextAttemptAt = isDelivered ? null : nextAttempt(tx.now, firstAttemptAt, attempts);
  const failedOr = nextAttemptAt === null ? 'failed' : 'pending';
  await updateDelivery(tx.db, delivery.id, {
    status: isDelivered ? 'delivered' : failedOr,
    ...{ attempts, nextAttemptAt, firstAttemptAt, lastAttemptAt: tx.now },
    ...{ responseStatus: answer.status, responseBody: answer.body, error: answer.error },
  });
  const webhook = await selectWebhook(tx.db, delivery.webhookId);
  // It may have been deleted meanwhile.
  if (webhook === undefined) return;
  if (isDelivered) await noteSuccess(tx, webhook);
  else await noteFailure(tx, webhook, answer.status === GONE);
};

/** Null when that would be too late. */
const nextAttempt = (now: number, firstAttemptAt: number, attempts: number): number | null => {
  const next = Math.round(now + pauseAfter(attempts, Math.random()));
  return next - firstAttemptAt > RETRIED_MS ? null : next;
};

const noteSuccess = async (tx: Context, { id, failingSince }: Webhook): Promise<void> => {
  if (failingSince === null) return;
  await updateWebhook(tx.db, id, { failingSince: null });
  if (tx.now - failingSince > HASTENED_AFTER_MS) await hastenDeliveries(tx.db, id, tx.now);
};

const noteFailure = async (tx: Context, { id, failingSince, active, spaceId, url }: Webhook, isGone: boolean) => {
  if (failingSince === null) await updateWebhook(tx.db, id, { failingSince: tx.now });
  const isPersistent = failingSince !== null && tx.now - failingSince >= RETRIED_MS;
  if (!(active && (isGone || isPersistent))) return;
  await updateWebhook(tx.db, id, { active: false, disabledAt: tx.now });
  await failDeliveries(tx.db, id, 'The webhook was switched off because nothing got through.');
  const reason = isGone ? 'gone' : 'failing';
  await appendEvent(tx, { type: 'webhook.disabled', spaceId, payload: { webhookId: id, url, reason } });
};
