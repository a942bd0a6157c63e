import type { Context } from '../../platform/context.ts';
import { selectDeliveries } from './deliveries.store.ts';
import type { Delivery, DeliveryStatus } from './delivery.ts';
import { getWebhook } from './webhook-access.ts';

interface ListDeliveries {
  readonly webhookId: number;
  readonly status?: DeliveryStatus | undefined;
  readonly beforeId?: number | undefined;
  readonly limit: number;
}

/** What was and is to be sent to a webhook, newest first. Throws WEBHOOK_NOT_FOUND. */
export const listDeliveries = async (ctx: Context, options: ListDeliveries): Promise<Delivery[]> => {
  const { webhookId, status, beforeId, limit } = options;
  await getWebhook(ctx, { webhookId });
  return selectDeliveries(ctx.db, { webhookId, status, beforeId, limit });
};
