import type { TSchema } from 'typebox';
import { Event } from '../../src/features/events/event.wire.ts';
import { Ping } from '../../src/features/events/ping.wire.ts';
import { sentHeaders } from '../../src/features/webhooks/sent-headers.wire.ts';
import { requestBody } from './bodies.ts';
import type { JsonObject } from './json.ts';
import { parametersOf } from './parameters.ts';
import type { Parts } from './parts.ts';

/** What the server sends to others by itself. Source: OpenAPI Specification 3.1.1, section 4.8.1, `webhooks`. */
export const sentToWebhooks = (parts: Parts): JsonObject => ({
  event: { post: sending(parts, { id: 'receiveEvent', ...event }) },
  ping: { post: sending(parts, { id: 'receivePing', ...ping }) },
});

const origin = { at: '2026-11-24T09:30:00.000Z', spaceId: 1, actor: { userId: 3, keyId: null, door: 'v1' } };

const event = {
  summary: 'Something happened',
  description:
    'One event, as the log has it, of the types that the webhook names. What happens to one case arrives in its order: ' +
    'the next event waits until the one before was answered well or is given up. An event may arrive twice, with the ' +
    'same `webhook-id`.',
  schema: Event,
  example: {
    ...{ id: 812, type: 'case.updated', ...origin, caseId: 2304 },
    payload: { revision: 7, changed: ['title', 'statusId'] },
  },
};

const ping = {
  summary: 'Somebody tries whether it arrives',
  description: 'Sent when somebody asks for it, whatever types the webhook names. Its `id` is null.',
  schema: Ping,
  example: { id: null, type: 'ping', ...origin, caseId: null, payload: { webhookId: 1 } },
};

interface Sending {
  readonly id: string;
  readonly summary: string;
  readonly description: string;
  readonly schema: TSchema;
  readonly example: object;
}

/** Described as the receiver sees it: what it is sent, and what follows from its answers. */
const sending = ({ schemas }: Parts, { id, summary, description, schema, example }: Sending): JsonObject => {
  const { required, content } = requestBody(schemas, schema, ['application/json']);
  const { 'application/json': json } = content as { 'application/json': object };
  return {
    ...{ operationId: id, tags: ['Webhooks'], summary, description },
    security: [],
    parameters: parametersOf(schemas, 'header', sentHeaders),
    requestBody: { required, content: { 'application/json': { ...json, example } } },
    responses: answers,
  };
};

const busy = {
  description:
    'Too busy: it is sent again, and with `Retry-After` (seconds or a date) nothing is sent to this webhook before then, ' +
    'for an hour at the most.',
  headers: { 'Retry-After': { $ref: '#/components/headers/Retry-After' } },
};

/** Source: record-attempt.ts. */
const answers = {
  '2XX': {
    description: 'It has arrived, and is not sent again. The beginning of the answer is kept with the delivery.',
  },
  410: { description: 'Nothing is wanted any more: the webhook is switched off, and what waits for it is given up.' },
  429: busy,
  503: busy,
  default: {
    description:
      'Anything else, redirects too, and no answer within 10 seconds: it is sent again after 5 seconds, then after pauses ' +
      'that grow to 4 hours, and given up after a day. When nothing gets through for a day, the webhook is switched off.',
  },
};
