import { DomainError } from '../../kernel/errors.ts';
import type { Context } from '../../platform/context.ts';
import { hastenLane, insertDeliveries, selectLastDelivery } from './deliveries.store.ts';
import { waitForDeliveries } from './deliveries-turn.ts';
import type { Delivery } from './delivery.ts';
import { getDelivery } from './get-delivery.ts';
import { getWebhook } from './webhook-access.ts';
import { updateWebhook } from './webhooks.store.ts';

interface Redeliver {
  readonly webhookId: number;
  readonly deliveryId: number;
}

/**
 * Sends again what was sent or given up, as the same message, and at once: whoever asks for it is looking. What waits
 * itself is tried at once, behind what waits for the same case. Throws WEBHOOK_NOT_FOUND, DELIVERY_NOT_FOUND, and CONFIGURATION_CONFLICT
 * when the webhook is off.
 */
export const redeliver = (ctx: Context, reference: Redeliver): Promise<Delivery> =>
  ctx.inTransaction(async (tx) => {
    const { webhookId } = reference;
    await requireActive(tx, webhookId);
    await waitForDeliveries(tx, { webhookId });
    const { status, lane } = await getDelivery(tx, reference);
    // The receiver may have asked to be left alone: a person knows better.
    await updateWebhook(tx.db, webhookId, { pausedUntil: null });
    if (status !== 'pending') return sendApart(tx, reference);
    await hastenLane(tx.db, { webhookId, lane }, tx.now);
    return getDelivery(tx, reference);
  });

/** In a lane of its own: those that have it already know the order. */
const sendApart = async (tx: Context, reference: Redeliver): Promise<Delivery> => {
  const { webhookId, eventId, messageId, type, body } = await getDelivery(tx, reference);
  // Cases have positive numbers.
  const lane = -reference.deliveryId;
  await insertDeliveries(tx.db, [{ webhookId, eventId, messageId, type, body, lane, createdAt: tx.now }]);
  await hastenLane(tx.db, { webhookId, lane }, tx.now);
  return selectLastDelivery(tx.db, webhookId);
};

const requireActive = async (tx: Context, webhookId: number): Promise<void> => {
  const { active } = await getWebhook(tx, { webhookId });
  if (active) return;
  throw new DomainError('CONFIGURATION_CONFLICT', { message: `Webhook ${webhookId} is off: switch it on first.` });
};
