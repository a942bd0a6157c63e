import type { FastifyInstance } from 'fastify';
import { attachmentsRoutes } from '../features/attachments/attachments.routes.ts';
import { binRoutes } from '../features/cases/bin/bin.routes.ts';
import { bulkRoutes } from '../features/cases/bulk/bulk.routes.ts';
import { casesRoutes } from '../features/cases/cases.routes.ts';
import { exportRoutes } from '../features/cases/export/export.routes.ts';
import { exportsRoutes } from '../features/cases/export/exports.routes.ts';
import { historyRoutes } from '../features/cases/history/history.routes.ts';
import { importsRoutes } from '../features/cases/import/imports.routes.ts';
import { choicesRoutes } from '../features/choices/choices.routes.ts';
import { commentsRoutes } from '../features/comments/comments.routes.ts';
import { eventsRoutes } from '../features/events/events.routes.ts';
import { authenticateApi } from '../features/keys/api-authentication.routes.ts';
import { keysRoutes } from '../features/keys/keys.routes.ts';
import { sessionsRoutes } from '../features/keys/sessions.routes.ts';
import { likesRoutes } from '../features/likes/likes.routes.ts';
import { notificationsRoutes } from '../features/notifications/notifications.routes.ts';
import { searchRoutes } from '../features/search/search.routes.ts';
import { spacesRoutes } from '../features/spaces/spaces.routes.ts';
import { tagsRoutes } from '../features/tags/tags.routes.ts';
import { meRoutes } from '../features/users/me.routes.ts';
import { usersRoutes } from '../features/users/users.routes.ts';
import { viewsRoutes } from '../features/views/views.routes.ts';
import { webhooksRoutes } from '../features/webhooks/webhooks.routes.ts';
import type { Platform } from '../platform/context.ts';
import { apiManners } from '../platform/http/api/api.ts';
import { apiIndexRoute } from './api-index.routes.ts';

/** Where the new API begins. */
export const API_ROOT = '/api/v1';

/** The new API: every feature's routes, in one manner. */
export const apiRoutes = (app: FastifyInstance, platform: Platform): void => {
  apiManners(app);
  authenticateApi(app, platform);
  apiIndexRoute(app);
  attachmentsRoutes(app, platform);
  binRoutes(app);
  bulkRoutes(app);
  casesRoutes(app);
  exportRoutes(app);
  exportsRoutes(app);
  commentsRoutes(app);
  likesRoutes(app);
  choicesRoutes(app);
  eventsRoutes(app, platform);
  historyRoutes(app);
  importsRoutes(app);
  keysRoutes(app);
  meRoutes(app);
  notificationsRoutes(app);
  searchRoutes(app);
  spacesRoutes(app);
  tagsRoutes(app);
  sessionsRoutes(app, platform);
  usersRoutes(app);
  viewsRoutes(app);
  webhooksRoutes(app);
};
