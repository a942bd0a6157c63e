import { setTimeout as sleep } from 'node:timers/promises';
import type { Context } from '../../platform/context.ts';
import { followPastFailures } from '../../platform/events/follow-events.ts';
import type { Job } from '../../platform/jobs/job.ts';
import { POST_TIMEOUT_MS } from '../../platform/outgoing/post.ts';
import { attemptDelivery } from './attempt-delivery.ts';
import { claimDeliveries, selectDueWebhooks } from './deliveries.store.ts';
import { waitForDeliveries } from './deliveries-turn.ts';
import { webhookFollower } from './queue-deliveries.ts';
import type { Webhook } from './webhook.ts';
import { selectWebhook } from './webhooks.store.ts';

/** How many batches of the log are looked at in one go. */
const BATCHES_PER_LOOK = 20;

/** How many deliveries are under way at once, of one webhook and altogether. */
const MAX_OF_WEBHOOK = 8;
const MAX_UNDER_WAY = 64;

/** The same for those of which nothing got through lately: each of theirs may last until nobody answers. */
const MAX_OF_FAILING = 1;
const MAX_FAILING_UNDER_WAY = 16;

/** Which part of what is free one webhook may take: so there is always room for another one. */
const PART_OF_FREE = 8;

/** How long a delivery is kept from other processes, in milliseconds: an attempt, and writing down how it went on a slow machine. */
const CLAIM_MS = 6 * POST_TIMEOUT_MS;

/** How often to look for more while deliveries are under way, in milliseconds. */
const LOOK_MS = 250;

interface Sending {
  readonly webhookId: number;
  readonly isFailing: boolean;
}

/** What is being sent, and to whom something was sent last. */
class UnderWay extends Map<Promise<void>, Sending> {
  lastServed = 0;

  /** How many more may be sent to a webhook now. */
  roomFor({ webhookId, isFailing }: Sending): number {
    const sendings = [...this.values()];
    const ofWebhook = sendings.filter((each) => each.webhookId === webhookId).length;
    const free = MAX_UNDER_WAY - this.size;
    const fair = Math.ceil((free + ofWebhook) / PART_OF_FREE) - ofWebhook;
    if (!isFailing) return Math.min(MAX_OF_WEBHOOK - ofWebhook, fair);
    const failing = sendings.filter((each) => each.isFailing).length;
    return Math.min(MAX_OF_FAILING - ofWebhook, MAX_FAILING_UNDER_WAY - failing, fair);
  }
}

/** Sends what waits, to all webhooks at once and to each in order, until nothing is due. */
export const deliverWebhooks: Job = {
  name: 'deliver webhooks',
  everyMs: 500,
  run: async (ctx, signal) => {
    const underWay = new UnderWay();
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
  const due = await selectDueWebhooks(ctx.db, ctx.now);
  const { lastServed } = underWay;
  // Behind the one that was served last: otherwise those that were made first would always come first.
  const inTurn = [...due.filter(({ id }) => id > lastServed), ...due.filter(({ id }) => id <= lastServed)];
  for (const { id: webhookId, failingSince } of inTurn) {
    const sending = { webhookId, isFailing: failingSince !== null };
    const limit = underWay.roomFor(sending);
    if (limit <= 0) continue;
    for (const attempt of await claim(ctx, { webhookId, limit })) {
      const sent: Promise<void> = attemptDelivery(ctx, { ...attempt, signal })
        .catch(onError)
        .finally(() => underWay.delete(sent));
      underWay.set(sent, sending);
      underWay.lastServed = webhookId;
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
