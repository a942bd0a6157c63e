import type { FastifyInstance } from 'fastify';
import { reading } from '../../platform/http/api/operation.ts';
import { writing } from '../../platform/http/api/writing.ts';
import { resource } from '../../platform/http/resource.ts';
import { changePreferences } from './change-preferences.ts';
import { getPreferences } from './get-preferences.ts';
import { ApiPreferences, PreferencesPatch, presentPreferences } from './preferences.wire.ts';

const tag = 'Notifications';

/** For which reasons one is told of cases, in the new API. */
export const preferencesRoutes = (app: FastifyInstance): void => {
  resource(app, '/me/notification-preferences', {
    GET: reading({
      id: 'getNotificationPreferences',
      ...{ tag, summary: 'Read for which reasons you are told of cases', answer: ApiPreferences },
      handler: async ({ ctx }) => presentPreferences(await getPreferences(ctx)),
    }),
    PATCH: writing({
      id: 'updateNotificationPreferences',
      ...{ tag, summary: 'Choose for which reasons you are told of cases' },
      ...{ body: PreferencesPatch, answer: ApiPreferences, refusals: ['RIGHT_MISSING'] },
      description: `A merge patch (RFC 7396). Not with a narrowed key. That a webhook of yours was switched off is told in
any case.`,
      handler: async ({ ctx, body }) => presentPreferences(await changePreferences(ctx, { changes: body.reasons })),
    }),
  });
};
