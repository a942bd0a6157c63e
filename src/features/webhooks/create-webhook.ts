import { DomainError } from '../../kernel/errors.ts';
import type { Context } from '../../platform/context.ts';
import { appendBeginning } from '../../platform/events/append-event.ts';
import { MAX_WEBHOOKS, newSecret, type Webhook } from './webhook.ts';
import { requireWebhooksIn } from './webhook-access.ts';
import { requireKnownTypes, requireTarget } from './webhook-target.ts';
import { insertWebhook, selectWebhook, selectWebhooks, updateWebhook } from './webhooks.store.ts';

interface CreateWebhook {
  readonly spaceId?: number | null;
  readonly url: string;
  readonly description?: string;
  readonly types: readonly string[];
  readonly active?: boolean;
}

/**
 * Lets a URL be told what happens from now on, in a space or everywhere. Throws FIELDS_INVALID, SPACE_NOT_FOUND,
 * RIGHT_MISSING, CONFIGURATION_CONFLICT.
 */
export const createWebhook = (
  ctx: Context,
  { spaceId = null, url, description = '', types, active = true }: CreateWebhook,
): Promise<Webhook> =>
  ctx.inTransaction(async (tx) => {
    await requireWebhooksIn(tx, spaceId);
    requireTarget(tx, url);
    requireKnownTypes(types);
    if ((await selectWebhooks(tx.db)).length >= MAX_WEBHOOKS) {
      throw new DomainError('CONFIGURATION_CONFLICT', { message: `There can be at most ${MAX_WEBHOOKS} webhooks.` });
    }
    const creatorId = tx.actor.userId;
    const webhook = { spaceId, creatorId, url, description, types: [...new Set(types)], active, createdAt: tx.now };
    const webhookId = await insertWebhook(tx.db, { ...webhook, secret: newSecret() });
    const sinceEventId = await appendBeginning(tx, { type: 'webhook.created', spaceId, payload: { webhookId, url } });
    await updateWebhook(tx.db, webhookId, { sinceEventId });
    const created = await selectWebhook(tx.db, webhookId);
    if (created === undefined) throw new Error(`Webhook ${webhookId} was not written.`);
    return created;
  });
