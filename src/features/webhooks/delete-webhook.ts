import type { Context } from '../../platform/context.ts';
import { appendEvent } from '../../platform/events/append-event.ts';
import { deleteDeliveriesOf } from './deliveries.store.ts';
import { getWebhook } from './webhook-access.ts';
import { deleteWebhookRow } from './webhooks.store.ts';

/** Removes a webhook with all that was or is to be sent to it. Throws WEBHOOK_NOT_FOUND. */
export const deleteWebhook = (ctx: Context, { webhookId }: { readonly webhookId: number }): Promise<void> =>
  ctx.inTransaction(async (tx) => {
    const { spaceId, url } = await getWebhook(tx, { webhookId });
    await deleteDeliveriesOf(tx.db, webhookId);
    await deleteWebhookRow(tx.db, webhookId);
    await appendEvent(tx, { type: 'webhook.deleted', spaceId, payload: { webhookId, url } });
  });
