import type { Context } from '../../platform/context.ts';
import type { Webhook } from './webhook.ts';
import { mayHaveWebhooksIn, requireWebhooksIn } from './webhook-access.ts';
import { selectWebhooks } from './webhooks.store.ts';

interface ListWebhooks {
  /** Only those of this space. */
  readonly spaceId?: number | undefined;
  readonly afterId: number;
  readonly limit: number;
}

/** Webhooks that whoever acts may manage, by ID. Throws SPACE_NOT_FOUND, RIGHT_MISSING. */
export const listWebhooks = async (ctx: Context, { spaceId, afterId, limit }: ListWebhooks): Promise<Webhook[]> => {
  if (spaceId !== undefined) await requireWebhooksIn(ctx, spaceId);
  const found: Webhook[] = [];
  for (const webhook of await selectWebhooks(ctx.db)) {
    if (found.length === limit) break;
    if (webhook.id <= afterId || (spaceId !== undefined && webhook.spaceId !== spaceId)) continue;
    if (await mayHaveWebhooksIn(ctx, webhook.spaceId)) found.push(webhook);
  }
  return found;
};
