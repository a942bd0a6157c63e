import type { FastifyInstance } from 'fastify';
import { Type } from 'typebox';
import { idInCursor } from '../../platform/http/api/cursor.ts';
import { Id } from '../../platform/http/api/ids.ts';
import { reading } from '../../platform/http/api/operation.ts';
import { pageOf } from '../../platform/http/api/page.ts';
import { writing } from '../../platform/http/api/writing.ts';
import { resource } from '../../platform/http/resource.ts';
import { getDelivery } from './get-delivery.ts';
import { listDeliveries } from './list-deliveries.ts';
import { pingWebhook } from './ping-webhook.ts';
import { redeliver } from './redeliver.ts';
import { ApiDelivery, presentDelivery } from './webhook.wire.ts';
import { deliveriesQuery, pageOfRows } from './webhook-page.wire.ts';

const tag = 'Webhooks';
const webhookId = Id('The number of the webhook.');
const params = Type.Object({ webhookId });
const ofDelivery = Type.Object({
  webhookId,
  deliveryId: Id('The number of the delivery.'),
});

/** What was sent to webhooks, in the new API. */
export const deliveriesRoutes = (app: FastifyInstance): void => {
  resource(app, '/webhooks/:webhookId/ping', {
    POST: writing({
      id: 'pingWebhook',
      ...{ tag, summary: 'Send a ping to a webhook', params, answer: ApiDelivery, status: 202 },
      refusals: ['WEBHOOK_NOT_FOUND'],
      handler: async ({ ctx, params }) => presentDelivery(await pingWebhook(ctx, params)),
    }),
  });
  resource(app, '/webhooks/:webhookId/deliveries', {
    GET: reading({
      id: 'listWebhookDeliveries',
      ...{ tag, summary: 'List deliveries, newest first', params, query: deliveriesQuery, answer: pageOf(ApiDelivery) },
      refusals: ['WEBHOOK_NOT_FOUND'],
      handler: async ({ ctx, params, query: { limit, cursor, status } }) => {
        const rows = await listDeliveries(ctx, { ...params, status, beforeId: idInCursor(cursor), limit: limit + 1 });
        return pageOfRows(rows, limit, presentDelivery);
      },
    }),
  });
  resource(app, '/webhooks/:webhookId/deliveries/:deliveryId', {
    GET: reading({
      id: 'getWebhookDelivery',
      ...{ tag, summary: 'Read a delivery', params: ofDelivery, answer: ApiDelivery },
      refusals: ['WEBHOOK_NOT_FOUND', 'DELIVERY_NOT_FOUND'],
      handler: async ({ ctx, params }) => presentDelivery(await getDelivery(ctx, params)),
    }),
  });
  resource(app, '/webhooks/:webhookId/deliveries/:deliveryId/redeliver', {
    POST: writing({
      id: 'redeliverWebhookDelivery',
      ...{ tag, summary: 'Send a delivery again', params: ofDelivery, answer: ApiDelivery, status: 202 },
      description: `At once, as the same message, so that receivers can tell that they had it: also when others wait until
the receiver is back. One that waits itself is tried at once, behind what waits for the same case, and is the answer.`,
      refusals: ['WEBHOOK_NOT_FOUND', 'DELIVERY_NOT_FOUND', 'CONFIGURATION_CONFLICT'],
      handler: async ({ ctx, params }) => presentDelivery(await redeliver(ctx, params)),
    }),
  });
};
