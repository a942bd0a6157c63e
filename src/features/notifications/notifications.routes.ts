import type { FastifyInstance } from 'fastify';
import { Type } from 'typebox';
import { Id } from '../../platform/http/api/ids.ts';
import { reading } from '../../platform/http/api/operation.ts';
import { writing } from '../../platform/http/api/writing.ts';
import { resource } from '../../platform/http/resource.ts';
import { getNotification } from './get-notification.ts';
import { markNotifications } from './mark-notifications.ts';
import {
  ApiNotification,
  MarkedNotifications,
  MarkNotifications,
  markedNotifications,
  NotificationCounts,
  NotificationPage,
  NotificationPatch,
  NotificationQuery,
  notificationCounts,
  notificationPage,
  presentNotification,
} from './notification.wire.ts';

const tag = 'Notifications';
const params = Type.Object({
  notificationId: Id('The ID of the notification.'),
});

/** What one is told, in the new API. */
export const notificationsRoutes = (app: FastifyInstance): void => {
  resource(app, '/notifications', {
    GET: reading({
      id: 'listNotifications',
      ...{ tag, summary: 'List what you were told, newest first', query: NotificationQuery, answer: NotificationPage },
      description: 'It reaches back 90 days, and has what you can still see.',
      refusals: ['SPACE_NOT_FOUND'],
      handler: async ({ ctx, query }) => notificationPage(ctx, query),
    }),
  });
  resource(app, '/notifications/counts', {
    GET: reading({
      id: 'countNotifications',
      ...{ tag, summary: 'Count what is unread', answer: NotificationCounts },
      handler: async ({ ctx }) => notificationCounts(ctx),
    }),
  });
  resource(app, '/notifications/mark', {
    POST: writing({
      id: 'markNotifications',
      ...{ tag, summary: 'Mark several notifications, or all up to one, as read or unread' },
      ...{ body: MarkNotifications, answer: MarkedNotifications, status: 200 },
      refusals: ['RIGHT_MISSING', 'SPACE_NOT_FOUND'],
      handler: async ({ ctx, body }) => markedNotifications(ctx, await markNotifications(ctx, body)),
    }),
  });
  resource(app, '/notifications/:notificationId', {
    GET: reading({
      id: 'getNotification',
      ...{ tag, summary: 'Read a notification', params, answer: ApiNotification },
      refusals: ['NOTIFICATION_NOT_FOUND'],
      handler: async ({ ctx, params }) => presentNotification(await getNotification(ctx, params)),
    }),
    PATCH: writing({
      id: 'updateNotification',
      ...{ tag, summary: 'Mark a notification as read or unread', params },
      ...{ body: NotificationPatch, answer: ApiNotification },
      refusals: ['NOTIFICATION_NOT_FOUND', 'RIGHT_MISSING'],
      handler: async ({ ctx, params, body }) => {
        const { id } = await getNotification(ctx, params);
        await markNotifications(ctx, { ...body, ids: [id] });
        return presentNotification(await getNotification(ctx, params));
      },
    }),
  });
};
