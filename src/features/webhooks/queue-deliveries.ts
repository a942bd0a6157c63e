import type { Context } from '../../platform/context.ts';
import type { Follower } from '../../platform/events/follow-events.ts';
import type { LoggedEvent } from '../../platform/events/logged-event.ts';
import { type EventRow, eventJson } from '../events/event.ts';
import { typeMatcher } from '../events/event-filter.ts';
import { mayHear, sightOfManagers } from '../events/event-sight.ts';
import { eventsById } from '../events/events-by-id.ts';
import { insertDeliveries } from './deliveries.store.ts';
import { waitForDeliveries } from './deliveries-turn.ts';
import type { NewDelivery } from './delivery.ts';
import { type ListeningWebhook, selectListeningWebhooks } from './webhooks.store.ts';

/** Puts what happens into the queues of the webhooks that want to hear of it. */
export const webhookFollower: Follower = {
  name: 'webhooks',
  handle: async (tx, events) => {
    const webhooks = await selectListeningWebhooks(tx.db);
    if (webhooks.length > 0) await queue(tx, webhooks, events);
  },
};

const queue = async (tx: Context, webhooks: readonly ListeningWebhook[], events: readonly LoggedEvent[]) => {
  const rows = await eventsById(tx, { eventIds: events.map(({ id }) => id) });
  const listening = webhooks.map((webhook) => ({ webhook, hears: hearing(webhook) }));
  const deliveries: NewDelivery[] = [];
  for (const event of rows) {
    for (const { webhook, hears } of listening) if (hears(event)) deliveries.push(deliveryOf(tx, webhook, event));
  }
  // In the order of their numbers, as everybody else who waits for several.
  for (const { id } of webhooks)
    if (deliveries.some(({ webhookId }) => webhookId === id)) await waitForDeliveries(tx, { webhookId: id });
  await insertDeliveries(tx.db, deliveries);
};

/** A webhook is told what the managers of its space hear, or the administrators, from when it was made or switched on. */
const hearing = ({ spaceId, types, since }: ListeningWebhook): ((event: EventRow) => boolean) => {
  const sight = sightOfManagers(spaceId);
  const matches = typeMatcher(types);
  return (event) => event.position > since && matches(event.type) && mayHear(sight, event);
};

const deliveryOf = (tx: Context, { id: webhookId }: ListeningWebhook, event: EventRow): NewDelivery => ({
  webhookId,
  eventId: event.id,
  messageId: `msg_${webhookId}_${event.id}`,
  type: event.type,
  body: eventJson(event),
  lane: event.caseId ?? 0,
  // Not when it happened: a clock that was set back meanwhile would have it wait.
  createdAt: tx.now,
});
