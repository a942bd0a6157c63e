import type { Context } from '../../platform/context.ts';
import { appendEvent } from '../../platform/events/append-event.ts';
import { failDeliveries, hastenDeliveries, updateDelivery } from './deliveries.store.ts';
import { waitForDeliveries } from './deliveries-turn.ts';
import type { Delivery } from './delivery.ts';
import { MAX_ASKED_PAUSE_MS, pauseAfter, RETRIED_MS, type Webhook } from './webhook.ts';
import { selectWebhook, updateWebhook } from './webhooks.store.ts';

/** The other side wants to hear nothing any more. Source: Standard Webhooks specification, 410 Gone. */
const GONE = 410;

/** After failing for longer than this, what waits is sent as soon as something gets through, in milliseconds. */
const HASTENED_AFTER_MS = 60_000;

/** Those who answer so say when they can be asked again. Source: RFC 6585 section 4, RFC 9110 section 15.6.4. */
const BUSY: ReadonlySet<number | null> = new Set([429, 503]);

/** What was answered; a status of null is nothing, for the reason that the error tells. */
export interface AttemptAnswer {
  readonly status: number | null;
  readonly body: string | null;
  /** How long the other side wants to be left alone, in milliseconds. */
  readonly retryAfterMs: number | null;
  readonly error: string | null;
}

interface RecordAttempt {
  readonly delivery: Delivery;
  readonly answer: AttemptAnswer;
}

/** Writes down how an attempt went, as part of the transaction, and what follows for the webhook. */
export const recordAttempt = async (tx: Context, { delivery, answer }: RecordAttempt): Promise<void> => {
  const isDelivered = answer.status !== null && answer.status >= 200 && answer.status < 300;
  const firstAttemptAt = delivery.firstAttemptAt ?? tx.now;
  const attempts = delivery.attempts + 1;
  const pauseMs = askedPause(answer);
  const nextAttemptAt = isDelivered ? null : nextAttempt({ now: tx.now, firstAttemptAt, attempts, pauseMs });
  const failedOr = nextAttemptAt === null ? 'failed' : 'pending';
  const status = isDelivered ? 'delivered' : failedOr;
  // Then the next one of its lane has its turn.
  if (status !== 'pending') await waitForDeliveries(tx, delivery);
  const isNoted = await updateDelivery(tx.db, delivery.id, {
    status,
    ...{ attempts, nextAttemptAt, firstAttemptAt, lastAttemptAt: tx.now },
    ...{ responseStatus: answer.status, responseBody: answer.body, error: answer.error },
  });
  // Somebody else had it meanwhile, or the webhook was switched off and it was given up.
  if (!isNoted) return;
  const webhook = await selectWebhook(tx.db, delivery.webhookId);
  // It may have been deleted meanwhile.
  if (webhook === undefined) return;
  // Everything that waits has to wait: it is the receiver that is busy, not this delivery that is wrong.
  if (pauseMs > 0) await updateWebhook(tx.db, webhook.id, { pausedUntil: tx.now + pauseMs });
  if (isDelivered) await noteSuccess(tx, webhook);
  else await noteFailure(tx, webhook, answer.status === GONE);
};

/** How long the other side is left alone because it asks for it, in milliseconds. */
const askedPause = ({ status, retryAfterMs }: AttemptAnswer): number =>
  BUSY.has(status) ? Math.min(retryAfterMs ?? 0, MAX_ASKED_PAUSE_MS) : 0;

interface NextAttempt {
  readonly now: number;
  readonly firstAttemptAt: number;
  readonly attempts: number;
  readonly pauseMs: number;
}

/** Null when that would be too late. */
const nextAttempt = ({ now, firstAttemptAt, attempts, pauseMs }: NextAttempt): number | null => {
  const next = Math.round(now + Math.max(pauseAfter(attempts, Math.random()), pauseMs));
  return next - firstAttemptAt > RETRIED_MS ? null : next;
};

const noteSuccess = async (tx: Context, { id, failingSince }: Webhook): Promise<void> => {
  if (failingSince === null) return;
  await updateWebhook(tx.db, id, { failingSince: null });
  if (tx.now - failingSince > HASTENED_AFTER_MS) await hastenDeliveries(tx.db, id, tx.now);
};

const noteFailure = async (tx: Context, webhook: Webhook, isGone: boolean) => {
  const { id, failingSince, active, spaceId, creatorId, url } = webhook;
  if (failingSince === null) await updateWebhook(tx.db, id, { failingSince: tx.now });
  const isPersistent = failingSince !== null && tx.now - failingSince >= RETRIED_MS;
  if (!(active && (isGone || isPersistent))) return;
  await updateWebhook(tx.db, id, { active: false, disabledAt: tx.now });
  await failDeliveries(tx.db, id, 'The webhook was switched off because nothing got through.');
  const reason = isGone ? 'gone' : 'failing';
  await appendEvent(tx, { type: 'webhook.disabled', spaceId, payload: { webhookId: id, creatorId, url, reason } });
};
