import { DomainError } from '../../kernel/errors.ts';
import type { Context } from '../../platform/context.ts';
import { selectDelivery } from './deliveries.store.ts';
import type { Delivery } from './delivery.ts';
import { getWebhook } from './webhook-access.ts';

interface GetDelivery {
  readonly webhookId: number;
  readonly deliveryId: number;
}

/** What is, was or will be sent to a webhook, with the lane it is sent in. Throws WEBHOOK_NOT_FOUND, DELIVERY_NOT_FOUND. */
export const getDelivery = async (
  ctx: Context,
  reference: GetDelivery,
): Promise<Delivery & { readonly lane: number }> => {
  await getWebhook(ctx, reference);
  const found = await selectDelivery(ctx.db, reference);
  if (found !== undefined) return found;
  throw new DomainError('DELIVERY_NOT_FOUND', { message: `There is no delivery ${reference.deliveryId}.` });
};
