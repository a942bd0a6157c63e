import { DomainError } from '../../kernel/errors.ts';
import type { Context } from '../../platform/context.ts';
import { selectDeliveries, selectDelivery } from './deliveries.store.ts';
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

/** One of them, with the lane it is sent in. Throws WEBHOOK_NOT_FOUND, DELIVERY_NOT_FOUND. */
export const getDelivery = async (
  ctx: Context,
  reference: { readonly webhookId: number; readonly deliveryId: number },
): Promise<Delivery & { readonly lane: number }> => {
  await getWebhook(ctx, reference);
  const found = await selectDelivery(ctx.db, reference);
  if (found !== undefined) return found;
  throw new DomainError('DELIVERY_NOT_FOUND', { message: `There is no delivery ${reference.deliveryId}.` });
};
