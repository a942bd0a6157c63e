import type { FastifyInstance } from 'fastify';
import { Type } from 'typebox';
import { idInCursor } from '../../platform/http/api/cursor.ts';
import { Id } from '../../platform/http/api/ids.ts';
import { timestamp } from '../../platform/http/api/instants.ts';
import { reading } from '../../platform/http/api/operation.ts';
import { pageOf } from '../../platform/http/api/page.ts';
import { writing } from '../../platform/http/api/writing.ts';
import { resource } from '../../platform/http/resource.ts';
import { createWebhook } from './create-webhook.ts';
import { deleteWebhook } from './delete-webhook.ts';
import { deliveriesRoutes } from './deliveries.routes.ts';
import { listWebhooks } from './list-webhooks.ts';
import { rotateSecret } from './rotate-secret.ts';
import { updateWebhook } from './update-webhook.ts';
import {
  ApiWebhook,
  CreatedWebhook,
  NewWebhook,
  presentCreatedWebhook,
  presentWebhook,
  RotatedSecret,
  WebhookPatch,
} from './webhook.wire.ts';
import { getWebhook } from './webhook-access.ts';
import { pageOfRows, webhooksQuery } from './webhook-page.wire.ts';

const tag = 'Webhooks';
const params = Type.Object({ webhookId: Id('The number of the webhook.') });

/** Webhooks in the new API. */
export const webhooksRoutes = (app: FastifyInstance): void => {
  resource(app, '/webhooks', {
    GET: reading({
      id: 'listWebhooks',
      ...{ tag, summary: 'List webhooks', query: webhooksQuery, answer: pageOf(ApiWebhook) },
      refusals: ['SPACE_NOT_FOUND', 'RIGHT_MISSING'],
      handler: async ({ ctx, query: { limit, cursor, spaceId } }) => {
        const rows = await listWebhooks(ctx, { spaceId, afterId: idInCursor(cursor) ?? 0, limit: limit + 1 });
        return pageOfRows(rows, limit, presentWebhook);
      },
    }),
    POST: writing({
      id: 'createWebhook',
      ...{ tag, summary: 'Create a webhook', body: NewWebhook, answer: CreatedWebhook, status: 201 },
      description: `Events from now on are sent to the URL as the event log has them, each case's in their order, signed
as Standard Webhooks has it. What is not answered with 2xx within 10 seconds is sent again, for a day.`,
      refusals: ['SPACE_NOT_FOUND', 'RIGHT_MISSING', 'CONFIGURATION_CONFLICT'],
      handler: async ({ ctx, body, headers }) => {
        const created = await createWebhook(ctx, body);
        headers['location'] = `/api/v1/webhooks/${created.id}`;
        return presentCreatedWebhook(created);
      },
    }),
  });
  resource(app, '/webhooks/:webhookId', {
    GET: reading({
      id: 'getWebhook',
      ...{ tag, summary: 'Read a webhook', params, answer: ApiWebhook },
      refusals: ['WEBHOOK_NOT_FOUND'],
      handler: async ({ ctx, params }) => presentWebhook(await getWebhook(ctx, params)),
    }),
    PATCH: writing({
      id: 'updateWebhook',
      ...{ tag, summary: 'Change a webhook', params, body: WebhookPatch, answer: ApiWebhook },
      refusals: ['WEBHOOK_NOT_FOUND'],
      handler: async ({ ctx, params, body }) => {
        await updateWebhook(ctx, { ...params, changes: body });
        return presentWebhook(await getWebhook(ctx, params));
      },
    }),
    DELETE: writing({
      id: 'deleteWebhook',
      ...{ tag, summary: 'Delete a webhook and the log of its deliveries', params },
      refusals: ['WEBHOOK_NOT_FOUND'],
      handler: async ({ ctx, params }) => deleteWebhook(ctx, params),
    }),
  });
  resource(app, '/webhooks/:webhookId/rotate-secret', {
    POST: writing({
      id: 'rotateWebhookSecret',
      ...{ tag, summary: 'Give a webhook a new secret', params, answer: RotatedSecret },
      description: 'For a day deliveries are signed with both secrets, so that the other side can change over.',
      refusals: ['WEBHOOK_NOT_FOUND'],
      handler: async ({ ctx, params }) => {
        const { secret, oldSecretUntil } = await rotateSecret(ctx, params);
        return { secret, oldSecretUntil: timestamp(oldSecretUntil) };
      },
    }),
  });
  deliveriesRoutes(app);
};
