import type { Context } from '../../platform/context.ts';
import { appendBeginning } from '../../platform/events/append-event.ts';
import type { Webhook } from './webhook.ts';
import { getWebhook } from './webhook-access.ts';
import { requireKnownTypes, requireTarget } from './webhook-target.ts';
import { updateWebhook as updateRow } from './webhooks.store.ts';

interface UpdateWebhook {
  readonly webhookId: number;
  readonly changes: Partial<Pick<Webhook, 'url' | 'description' | 'types' | 'active'>>;
}

/** Changes a webhook; switched on again it begins with what happens from then on. Throws FIELDS_INVALID, WEBHOOK_NOT_FOUND. */
export const updateWebhook = (ctx: Context, { webhookId, changes }: UpdateWebhook): Promise<void> =>
  ctx.inTransaction(async (tx) => {
    const before = await getWebhook(tx, { webhookId });
    if (changes.url !== undefined) requireTarget(tx, changes.url);
    if (changes.types !== undefined) requireKnownTypes(changes.types);
    const changed = Object.entries(changes)
      .filter(([property, value]) => JSON.stringify(value) !== JSON.stringify(before[property as keyof Webhook]))
      .map(([property]) => property);
    if (changed.length === 0) return;
    const isBegun = changed.includes('active') && changes.active === true;
    const { spaceId, url } = before;
    const payload = { webhookId, url: changes.url ?? url, changed };
    const eventId = await appendBeginning(tx, { type: 'webhook.updated', spaceId, payload });
    await updateRow(tx.db, webhookId, {
      ...changes,
      ...(isBegun ? { sinceEventId: eventId, failingSince: null, disabledAt: null, pausedUntil: null } : {}),
    });
  });
