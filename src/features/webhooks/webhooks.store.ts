import { sql } from 'kysely';
import { positionOn } from '../../platform/database/event-order.ts';
import { prepared } from '../../platform/database/prepared.ts';
import type { Dialect, Session } from '../../platform/database/session.ts';
import type { Webhook, WebhookSecrets } from './webhook.ts';

const columns = [
  'id',
  'space_id as spaceId',
  'creator_id as creatorId',
  'url',
  'description',
  'types',
  'active',
  'failing_since as failingSince',
  'disabled_at as disabledAt',
  'paused_until as pausedUntil',
  'created_at as createdAt',
  'secret',
  'old_secret as oldSecret',
  'old_secret_until as oldSecretUntil',
] as const;

type WebhookRow = Omit<Webhook, 'types' | 'active' | 'secrets'> &
  WebhookSecrets & { readonly types: string; readonly active: boolean | number };

const toWebhook = ({ types, active, secret, oldSecret, oldSecretUntil, ...row }: WebhookRow): Webhook => ({
  ...row,
  types: JSON.parse(types) as string[],
  active: Boolean(active),
  secrets: { secret, oldSecret, oldSecretUntil },
});

const all = prepared((db) => db.selectFrom('webhooks').select(columns).orderBy('id'));

/** All webhooks, by ID: there are few. */
export const selectWebhooks = async (session: Session): Promise<Webhook[]> =>
  (await all.all(session, {})).map(toWebhook);

/** A webhook that is told what happens, and behind which position of the log. */
export interface ListeningWebhook extends Webhook {
  readonly since: number;
}

const listening = (dialect: Dialect) =>
  prepared((db) =>
    db
      .selectFrom('webhooks')
      .select([
        ...columns,
        'since_event_id as sinceEventId',
        sql<number | null>`(select ${positionOn(dialect)} from events where events.id = webhooks.since_event_id)`.as(
          'since',
        ),
      ])
      .where('active', '=', true)
      .orderBy('id'),
  );

const listeningOn = { sqlite: listening('sqlite'), postgres: listening('postgres') } as const;

/** The webhooks that are on, by ID. */
export const selectListeningWebhooks = async (session: Session): Promise<ListeningWebhook[]> => {
  const rows = await listeningOn[session.dialect].all(session, {});
  return rows.map(({ since, sinceEventId, ...row }) => ({
    ...toWebhook(row),
    // An event without a position will come behind all that have one.
    since: sinceEventId === null ? 0 : (since ?? Number.POSITIVE_INFINITY),
  }));
};

export const selectWebhook = async ({ kysely }: Session, id: number): Promise<Webhook | undefined> => {
  const row = await kysely.selectFrom('webhooks').select(columns).where('id', '=', id).executeTakeFirst();
  return row && toWebhook(row);
};

type NewWebhook = Pick<Webhook, 'spaceId' | 'creatorId' | 'url' | 'description' | 'types' | 'active' | 'createdAt'>;

export const insertWebhook = async (
  { kysely }: Session,
  { secret, ...webhook }: NewWebhook & { readonly secret: string },
): Promise<number> => {
  const { id } = await kysely
    .insertInto('webhooks')
    .values({
      space_id: webhook.spaceId,
      creator_id: webhook.creatorId,
      url: webhook.url,
      description: webhook.description,
      types: JSON.stringify(webhook.types),
      active: webhook.active,
      secret,
      created_at: webhook.createdAt,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
};

/** What may be changed of a webhook. */
export type WebhookChanges = Partial<
  Pick<Webhook, 'url' | 'description' | 'types' | 'active' | 'failingSince' | 'disabledAt' | 'pausedUntil'> &
    WebhookSecrets & { readonly sinceEventId: number }
>;

export const updateWebhook = async ({ kysely }: Session, id: number, changes: WebhookChanges): Promise<void> => {
  const { types, failingSince, disabledAt, pausedUntil, sinceEventId, oldSecret, oldSecretUntil, ...same } = changes;
  await kysely
    .updateTable('webhooks')
    .set({
      ...same,
      ...(types === undefined ? {} : { types: JSON.stringify(types) }),
      ...(failingSince === undefined ? {} : { failing_since: failingSince }),
      ...(disabledAt === undefined ? {} : { disabled_at: disabledAt }),
      ...(pausedUntil === undefined ? {} : { paused_until: pausedUntil }),
      ...(sinceEventId === undefined ? {} : { since_event_id: sinceEventId }),
      ...(oldSecret === undefined ? {} : { old_secret: oldSecret }),
      ...(oldSecretUntil === undefined ? {} : { old_secret_until: oldSecretUntil }),
    })
    .where('id', '=', id)
    .execute();
};

/** Removes a webhook, of which no delivery may be left. */
export const deleteWebhookRow = async ({ kysely }: Session, id: number): Promise<void> => {
  await kysely.deleteFrom('webhooks').where('id', '=', id).execute();
};
