import { randomUUID } from 'node:crypto';
import type { Context } from '../../platform/context.ts';
import { insertDeliveries, selectLastDelivery } from './deliveries.store.ts';
import { waitForDeliveries } from './deliveries-turn.ts';
import type { Delivery } from './delivery.ts';
import { getWebhook } from './webhook-access.ts';

/** Sends something to a webhook that tells nothing, to see whether it arrives. Throws WEBHOOK_NOT_FOUND. */
export const pingWebhook = (ctx: Context, { webhookId }: { readonly webhookId: number }): Promise<Delivery> =>
  ctx.inTransaction(async (tx) => {
    const { spaceId } = await getWebhook(tx, { webhookId });
    const { userId, keyId, door } = tx.actor;
    const at = new Date(tx.now).toISOString();
    const event = { id: null, type: 'ping', at, spaceId, caseId: null, actor: { userId, keyId, door } };
    const body = JSON.stringify({ ...event, payload: { webhookId } });
    const messageId = `ping_${randomUUID()}`;
    await waitForDeliveries(tx, { webhookId });
    await insertDeliveries(tx.db, [
      { webhookId, eventId: null, messageId, type: 'ping', body, lane: 0, createdAt: tx.now },
    ]);
    return selectLastDelivery(tx.db, webhookId);
  });
