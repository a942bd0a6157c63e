import { sql } from 'kysely';
import { idsIn } from '../../platform/database/ids-in.ts';
import { prepared } from '../../platform/database/prepared.ts';
import { preparedInsert } from '../../platform/database/prepared-insert.ts';
import type { Session } from '../../platform/database/session.ts';
import type { Delivery, DeliveryStatus, NewDelivery } from './delivery.ts';
import type { Webhook } from './webhook.ts';

const columns = [
  'id',
  'webhook_id as webhookId',
  'event_id as eventId',
  'message_id as messageId',
  'type',
  'body',
  'status',
  'attempts',
  'created_at as createdAt',
  'next_attempt_at as nextAttemptAt',
  'first_attempt_at as firstAttemptAt',
  'last_attempt_at as lastAttemptAt',
  'response_status as responseStatus',
  'response_body as responseBody',
  'error',
] as const;

type DeliveryRow = Omit<Delivery, 'status'> & { readonly status: string };

const toDelivery = ({ status, ...row }: DeliveryRow): Delivery => ({ ...row, status: status as DeliveryStatus });

const insertRows = preparedInsert('webhook_deliveries', {
  webhook_id: 'number',
  lane: 'number',
  event_id: 'number',
  message_id: 'text',
  type: 'text',
  body: 'text',
  status: 'text',
  attempts: 'number',
  created_at: 'number',
  next_attempt_at: 'number',
});

/** Adds what is to be sent, behind everything that is to be sent already; others that add or send wait for their turn. */
export const insertDeliveries = async (session: Session, deliveries: readonly NewDelivery[]): Promise<void> => {
  await insertRows(
    session,
    deliveries.map((delivery) => ({
      webhook_id: delivery.webhookId,
      lane: delivery.lane,
      event_id: delivery.eventId,
      message_id: delivery.messageId,
      type: delivery.type,
      body: delivery.body,
      status: 'pending',
      attempts: 0,
      created_at: delivery.createdAt,
      next_attempt_at: delivery.createdAt,
    })),
  );
  const lanes = new Map(deliveries.map(({ webhookId, lane }) => [`${webhookId} ${lane}`, { webhookId, lane }]));
  for (const lane of lanes.values()) await callNext(session, lane);
};

interface Lane {
  readonly webhookId: number;
  readonly lane: number;
}

/** Word for word the condition of the index. */
const isPending = sql<boolean>`status = 'pending'`;

const next = prepared((db, value: Lane) =>
  db
    .updateTable('webhook_deliveries')
    .set(({ ref }) => ({ due_at: ref('next_attempt_at') }))
    .where('due_at', 'is', null)
    .where('id', '=', (first) =>
      first
        .selectFrom('webhook_deliveries')
        .select('id')
        .where('webhook_id', '=', value.webhookId)
        .where('lane', '=', value.lane)
        .where(isPending)
        .orderBy('lane')
        .orderBy('id')
        .limit(1),
    ),
);

/** Makes the first one that waits in a lane due, unless it is. */
const callNext = async (session: Session, lane: Lane): Promise<void> => {
  await next.all(session, lane);
};

/** The last delivery of a webhook: the one that this transaction has just added. */
export const selectLastDelivery = async ({ kysely }: Session, webhookId: number): Promise<Delivery> =>
  toDelivery(
    await kysely
      .selectFrom('webhook_deliveries')
      .select(columns)
      .where('webhook_id', '=', webhookId)
      .orderBy('id', 'desc')
      .limit(1)
      .executeTakeFirstOrThrow(),
  );

interface DeliveryOfWebhook {
  readonly webhookId: number;
  readonly deliveryId: number;
}

export const selectDelivery = async (
  { kysely }: Session,
  { webhookId, deliveryId }: DeliveryOfWebhook,
): Promise<(Delivery & { readonly lane: number }) | undefined> => {
  const row = await kysely
    .selectFrom('webhook_deliveries')
    .select([...columns, 'lane'])
    .where('id', '=', deliveryId)
    .where('webhook_id', '=', webhookId)
    .executeTakeFirst();
  return row && { ...toDelivery(row), lane: row.lane };
};

interface SelectDeliveries {
  readonly webhookId: number;
  readonly status: DeliveryStatus | undefined;
  readonly beforeId: number | undefined;
  readonly limit: number;
}

/** What was sent to a webhook, newest first. */
export const selectDeliveries = async ({ kysely }: Session, options: SelectDeliveries): Promise<Delivery[]> => {
  const { webhookId, status, beforeId, limit } = options;
  let query = kysely.selectFrom('webhook_deliveries').select(columns).where('webhook_id', '=', webhookId);
  if (status !== undefined) query = query.where('status', '=', status);
  if (beforeId !== undefined) query = query.where('id', '<', beforeId);
  return (await query.orderBy('id', 'desc').limit(limit).execute()).map(toDelivery);
};

const waiting = prepared((db, value: { now: number }) =>
  db
    .selectFrom('webhooks')
    .select(['id', 'failing_since as failingSince'])
    .where('active', '=', true)
    .where(({ or, eb }) => or([eb('paused_until', 'is', null), eb('paused_until', '<=', value.now)]))
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom('webhook_deliveries')
          .select('webhook_deliveries.id')
          .whereRef('webhook_deliveries.webhook_id', '=', 'webhooks.id')
          .where('webhook_deliveries.due_at', '<=', value.now),
      ),
    )
    .orderBy('id'),
);

/** The active webhooks for which something is due, unless their receivers want to be left alone. */
export const selectDueWebhooks = async (
  session: Session,
  now: number,
): Promise<Pick<Webhook, 'id' | 'failingSince'>[]> => waiting.all(session, { now });

interface ClaimDeliveries {
  readonly webhookId: number;
  readonly now: number;
  readonly until: number;
  readonly limit: number;
}

const due = prepared((db, value: { webhookId: number; now: number; limit: number }) =>
  db
    .selectFrom('webhook_deliveries')
    .select(columns)
    .where('webhook_id', '=', value.webhookId)
    .where('due_at', '<=', value.now)
    .where(({ or, eb }) => or([eb('claimed_until', 'is', null), eb('claimed_until', '<=', value.now)]))
    .orderBy('due_at')
    .orderBy('id')
    .limit(value.limit),
);

/** What may be sent now, in order, kept from others until an instant; in a transaction that others wait for. */
export const claimDeliveries = async (
  session: Session,
  { webhookId, now, until, limit }: ClaimDeliveries,
): Promise<Delivery[]> => {
  const claimed = (await due.all(session, { webhookId, now, limit })).map(toDelivery);
  if (claimed.length === 0) return [];
  const ids = claimed.map(({ id }) => id);
  await session.kysely
    .updateTable('webhook_deliveries')
    .set({ claimed_until: until })
    .where(idsIn(session, 'id', ids))
    .execute();
  return claimed;
};

type DeliveryChanges = Pick<
  Delivery,
  | 'status'
  | 'attempts'
  | 'nextAttemptAt'
  | 'firstAttemptAt'
  | 'lastAttemptAt'
  | 'responseStatus'
  | 'responseBody'
  | 'error'
>;

/**
 * Writes down how an attempt went, and lets the next one of its lane have its turn when it is done with. False when it
 * no longer waits for this attempt.
 */
export const updateDelivery = async (session: Session, id: number, changes: DeliveryChanges): Promise<boolean> => {
  const updated = await session.kysely
    .updateTable('webhook_deliveries')
    .set({
      status: changes.status,
      attempts: changes.attempts,
      next_attempt_at: changes.nextAttemptAt,
      due_at: changes.nextAttemptAt,
      first_attempt_at: changes.firstAttemptAt,
      last_attempt_at: changes.lastAttemptAt,
      response_status: changes.responseStatus,
      response_body: changes.responseBody,
      error: changes.error,
      claimed_until: null,
    })
    .where('id', '=', id)
    .where(isPending)
    .where('attempts', '=', changes.attempts - 1)
    .returning(['webhook_id as webhookId', 'lane'])
    .executeTakeFirst();
  if (updated !== undefined && changes.status !== 'pending') await callNext(session, updated);
  return updated !== undefined;
};

/** Lets others have a delivery of which nothing came. */
export const releaseDelivery = async ({ kysely }: Session, id: number): Promise<void> => {
  await kysely.updateTable('webhook_deliveries').set({ claimed_until: null }).where('id', '=', id).execute();
};

/** Makes all that waits for another attempt due: the other side is there again. */
export const hastenDeliveries = async ({ kysely }: Session, webhookId: number, now: number): Promise<void> => {
  await kysely
    .updateTable('webhook_deliveries')
    .set({ next_attempt_at: now, due_at: now })
    .where('webhook_id', '=', webhookId)
    .where('due_at', '>', now)
    .execute();
};

/** Before everything else that is due. */
const AT_ONCE = 0;

/** Makes the first one that waits in a lane due before everything else. */
export const hastenLane = async ({ kysely }: Session, { webhookId, lane }: Lane, now: number): Promise<void> => {
  await kysely
    .updateTable('webhook_deliveries')
    .set({ next_attempt_at: now, due_at: AT_ONCE })
    .where('webhook_id', '=', webhookId)
    .where('lane', '=', lane)
    .where('due_at', 'is not', null)
    .execute();
};

/** Gives up all that waits. */
export const failDeliveries = async ({ kysely }: Session, webhookId: number, error: string): Promise<void> => {
  await kysely
    .updateTable('webhook_deliveries')
    .set({ status: 'failed', next_attempt_at: null, due_at: null, error })
    .where('webhook_id', '=', webhookId)
    .where(isPending)
    .execute();
};

/** Removes everything that was or is to be sent to a webhook. */
export const deleteDeliveriesOf = async ({ kysely }: Session, webhookId: number): Promise<void> => {
  await kysely.deleteFrom('webhook_deliveries').where('webhook_id', '=', webhookId).execute();
};
