import { setTimeout as sleep } from 'node:timers/promises';
import type { Context } from '../../platform/context.ts';
import { followPastFailures } from '../../platform/events/follow-events.ts';
import type { Job } from '../../platform/jobs/job.ts';
import { attemptDelivery } from './attempt-delivery.ts';
import { claimDeliveries, selectDueWebhookIds } from './deliveries.store.ts';
import { waitForDeliveries } from './deliveries-turn.ts';
import { webhookFollower } from './queue-deliveries.ts';
import type { Webhook } from './webhook.ts';
import { selectWebhook } from './webhooks.store.ts';

/** How many batches of the log are looked at in one go. */
const BATCHES_PER_LOOK = 20;

/** How many deliveries are under way at once, of one webhook and altogether. */
const MAX_OF_WEBHOOK = 8;
const MAX_UNDER_WAY = 64;

/** How long a delivery is kept from other processes, in milliseconds: longer than an attempt can take. */
const CLAIM_MS = 60_000;

/** How often to look for more while deliveries are under way, in milliseconds. */
const LOOK_MS = 250;

type UnderWay = Map<Promise<void>, number>;

/** Sends what waits, to all webhooks at once and to each in order, until nothing is due. */
export const deliverWebhooks: Job = {
  name: 'deliver webhooks',
  everyMs: 500,
  run: async (ctx, signal) => {
    const underWay: UnderWay = new Map();
    const failures: unknown[] = [];
    while (failures.length === 0 && signal?.aborted !== true) {
      await followPastFailures(ctx, webhookFollower, BATCHES_PER_LOOK);
      await startDue(ctx, { underWay, signal, onError: (error) => failures.push(error) });
      if (underWay.size === 0) break;
      await Promise.race([...underWay.keys(), sleep(LOOK_MS)]);
    }
    await Promise.all(underWay.keys());
    if (failures.length > 0) throw new AggregateError(failures, 'Deliveries could not be written down.');
  },
};

interface StartDue {
  readonly underWay: UnderWay;
  readonly signal: AbortSignal | undefined;
  readonly onError: (error: unknown) => void;
}

const startDue = async (ctx: Context, { underWay, signal, onError }: StartDue): Promise<void> => {
  for (const webhookId of await selectDueWebhookIds(ctx.db, ctx.now)) {
    const ofWebhook = [...underWay.values()].filter((each) => each === webhookId).length;
    const limit = Math.min(MAX_OF_WEBHOOK - ofWebhook, MAX_UNDER_WAY - underWay.size);
    if (limit <= 0) continue;
    for (const attempt of await claim(ctx, { webhookId, limit })) {
      const sent: Promise<void> = attemptDelivery(ctx, { ...attempt, signal })
        .catch(onError)
        .finally(() => underWay.delete(sent));
      underWay.set(sent, webhookId);
    }
  }
};

const claim = (ctx: Context, { webhookId, limit }: { readonly webhookId: number; readonly limit: number }) =>
  ctx.inTransaction(async (tx) => {
    await waitForDeliveries(tx, { webhookId });
    const webhook: Webhook | undefined = await selectWebhook(tx.db, webhookId);
    if (webhook?.active !== true || (webhook.pausedUntil ?? 0) > tx.now) return [];
    const deliveries = await claimDeliveries(tx.db, { webhookId, now: tx.now, until: tx.now + CLAIM_MS, limit });
    return deliveries.map((delivery) => ({ webhook, delivery }));
  });
