import type { Context } from '../../platform/context.ts';
import { appendEvent } from '../../platform/events/append-event.ts';
import { newSecret, OLD_SECRET_KEPT_MS } from './webhook.ts';
import { getWebhook } from './webhook-access.ts';
import { updateWebhook } from './webhooks.store.ts';

interface RotatedSecret {
  readonly secret: string;
  /** Until when deliveries are signed with the secret before as well. */
  readonly oldSecretUntil: number;
}

/** Gives a webhook a new secret, beside which the old one is valid for a day. Throws WEBHOOK_NOT_FOUND. */
export const rotateSecret = (ctx: Context, { webhookId }: { readonly webhookId: number }): Promise<RotatedSecret> =>
  ctx.inTransaction(async (tx) => {
    const { spaceId, url, secrets } = await getWebhook(tx, { webhookId });
    const rotated = { secret: newSecret(), oldSecretUntil: tx.now + OLD_SECRET_KEPT_MS };
    await updateWebhook(tx.db, webhookId, { ...rotated, oldSecret: secrets.secret });
    await appendEvent(tx, { type: 'webhook.secret_rotated', spaceId, payload: { webhookId, url } });
    return rotated;
  });
