import type { Context } from '../../platform/context.ts';
import { insertDeliveries, selectLastDelivery } from './deliveries.store.ts';
import { waitForDeliveries } from './deliveries-turn.ts';
import type { Delivery } from './delivery.ts';
import { getDelivery } from './list-deliveries.ts';

interface Redeliver {
  readonly webhookId: number;
  readonly deliveryId: number;
}

/**
 * Sends again what was sent or given up, as the same message, behind what waits for the same case. Throws
 * WEBHOOK_NOT_FOUND, DELIVERY_NOT_FOUND.
 */
export const redeliver = (ctx: Context, { webhookId, deliveryId }: Redeliver): Promise<Delivery> =>
  ctx.inTransaction(async (tx) => {
    const { eventId, messageId, type, body, lane } = await getDelivery(tx, { webhookId, deliveryId });
    await waitForDeliveries(tx, { webhookId });
    await insertDeliveries(tx.db, [{ webhookId, eventId, messageId, type, body, lane, createdAt: tx.now }]);
    return selectLastDelivery(tx.db, webhookId);
  });
