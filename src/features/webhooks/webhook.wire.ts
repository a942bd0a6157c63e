import { type Static, Type } from 'typebox';
import { optionalTimestamp, Timestamp, timestamp } from '../../platform/http/api/instants.ts';
import { type Delivery, deliveryStatuses } from './delivery.ts';
import type { Webhook } from './webhook.ts';

/** How many types one webhook names, and how long its description is, in characters. */
const MAX_TYPES = 100;
const MAX_DESCRIPTION_LENGTH = 500;

const optionalId = (description: string) => Type.Union([Type.Integer({ minimum: 1 }), Type.Null()], { description });
const optionalInstant = (description: string) => Type.Union([Timestamp(''), Type.Null()], { description });
const optionalText = (description: string) => Type.Union([Type.String(), Type.Null()], { description });

const settable = {
  url: Type.String({
    minLength: 1,
    description: 'Where events are sent: https:// or http://. Redirects are not followed.',
    examples: ['https://example.com/hooks/casekeep'],
  }),
  description: Type.String({
    maxLength: MAX_DESCRIPTION_LENGTH,
    description: 'What it is for.',
    examples: ['Tells the warehouse.'],
  }),
  types: Type.Array(Type.String({ minLength: 1 }), {
    minItems: 1,
    maxItems: MAX_TYPES,
    description: 'Which events: types like `case.updated`, `case.*` for all of a noun, `*` for all.',
    examples: [['case.created', 'case.updated']],
  }),
  active: Type.Boolean({ description: 'Whether events are sent. What happens while it is off is not sent later.' }),
};

const spaceId = optionalId('The space whose events it is told; null for the whole workspace, for administrators.');

const webhook = {
  id: Type.Integer({ minimum: 1, description: 'The number of the webhook.' }),
  ...settable,
  spaceId,
  creatorId: optionalId('Who made it; null for the operator of the machine.'),
  createdAt: Timestamp('When it was made.'),
  failingSince: optionalInstant('Since when nothing got through; null when the last attempt did.'),
  disabledAt: optionalInstant('When it was switched off because nothing had got through for a day.'),
  oldSecretUntil: optionalInstant('Until when deliveries are signed with the secret before as well.'),
};

/** A webhook in the new API. */
export const ApiWebhook = Type.Object(webhook, { $id: 'Webhook', additionalProperties: false });

const secret = Type.String({
  description: 'What deliveries are signed with (Standard Webhooks, `whsec_…`). It is told this once.',
});

/** A webhook that was just made. */
export const CreatedWebhook = Type.Object(
  { ...webhook, secret },
  { $id: 'CreatedWebhook', additionalProperties: false },
);

/** A secret that was just made. */
export const RotatedSecret = Type.Object(
  { secret, oldSecretUntil: Timestamp('Until when deliveries are signed with the secret before as well.') },
  { $id: 'RotatedSecret', additionalProperties: false },
);

/** The body of a new webhook. */
export const NewWebhook = Type.Object(
  {
    url: settable.url,
    types: settable.types,
    spaceId: Type.Optional(spaceId),
    description: Type.Optional(settable.description),
    active: Type.Optional(settable.active),
  },
  {
    $id: 'NewWebhook',
    examples: [
      {
        url: 'https://example.com/hooks/casekeep',
        types: ['case.created', 'case.updated'],
        spaceId: 1,
        description: 'Tells the warehouse.',
      },
    ],
    additionalProperties: false,
  },
);

/** The body of a change: a merge patch (RFC 7396). */
export const WebhookPatch = Type.Partial(Type.Object(settable), {
  $id: 'WebhookPatch',
  examples: [{ types: ['case.*', 'comment.created'] }],
  additionalProperties: false,
  minProperties: 1,
});

export const deliveryStatus = Type.Enum([...deliveryStatuses], {
  description: '`pending` also between attempts; `failed` is given up.',
});

/** A delivery in the new API. */
export const ApiDelivery = Type.Object(
  {
    id: Type.Integer({ minimum: 1, description: 'The number of the delivery.' }),
    eventId: optionalId('The event that is told; null for a ping.'),
    messageId: Type.String({
      description: 'The `webhook-id` it is sent with: the same whenever this event is sent again.',
    }),
    type: Type.String({ description: 'The type of the event, or `ping`.' }),
    body: Type.String({ description: 'What is sent: JSON.' }),
    status: deliveryStatus,
    attempts: Type.Integer({ minimum: 0, description: 'How often it was tried.' }),
    createdAt: Timestamp('When it came into the queue.'),
    nextAttemptAt: optionalInstant('When it is tried next, at the earliest; null when it is not.'),
    lastAttemptAt: optionalInstant('When it was tried last.'),
    responseStatus: Type.Union([Type.Integer(), Type.Null()], { description: 'The HTTP status of the last answer.' }),
    responseBody: optionalText('The beginning of the last answer.'),
    error: optionalText('Why there was no answer.'),
  },
  { $id: 'WebhookDelivery', additionalProperties: false },
);

/** The webhook on the wire, without its secrets. */
export const presentWebhook = (found: Webhook): Static<typeof ApiWebhook> => ({
  id: found.id,
  url: found.url,
  description: found.description,
  types: found.types as string[],
  active: found.active,
  spaceId: found.spaceId,
  creatorId: found.creatorId,
  createdAt: timestamp(found.createdAt),
  failingSince: optionalTimestamp(found.failingSince),
  disabledAt: optionalTimestamp(found.disabledAt),
  oldSecretUntil: optionalTimestamp(found.secrets.oldSecretUntil),
});

/** The webhook with its secret: only when it was just made. */
export const presentCreatedWebhook = (created: Webhook): Static<typeof CreatedWebhook> => ({
  ...presentWebhook(created),
  secret: created.secrets.secret,
});

/** The delivery on the wire. */
export const presentDelivery = (found: Delivery): Static<typeof ApiDelivery> => ({
  id: found.id,
  eventId: found.eventId,
  messageId: found.messageId,
  type: found.type,
  body: found.body,
  status: found.status,
  attempts: found.attempts,
  createdAt: timestamp(found.createdAt),
  nextAttemptAt: optionalTimestamp(found.nextAttemptAt),
  lastAttemptAt: optionalTimestamp(found.lastAttemptAt),
  responseStatus: found.responseStatus,
  responseBody: found.responseBody,
  error: found.error,
});
