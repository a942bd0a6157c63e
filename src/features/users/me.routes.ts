import type { FastifyInstance } from 'fastify';
import { reading } from '../../platform/http/api/operation.ts';
import { requireNoDryRun, writing } from '../../platform/http/api/writing.ts';
import { resource } from '../../platform/http/resource.ts';
import { changePassword } from './change-password.ts';
import { describeMe } from './describe-me.ts';
import { ApiMe, presentMe } from './me.wire.ts';
import { confirmOwnProfile, updateOwnProfile } from './update-own-profile.ts';
import { MePatch, PasswordChange, readMePatch } from './user-change.wire.ts';

const tag = 'Me';

/** Whoever asks, in the new API. */
export const meRoutes = (app: FastifyInstance): void => {
  resource(app, '/me', {
    GET: reading({
      id: 'getMe',
      ...{ tag, summary: 'Read who you are and what you may do', answer: ApiMe },
      handler: async ({ ctx }) => presentMe(ctx, await describeMe(ctx)),
    }),
    PATCH: writing({
      id: 'updateMe',
      ...{ tag, summary: 'Change your names, e-mail address or time zone', body: MePatch, answer: ApiMe },
      description: `A merge patch (RFC 7396). Not with a narrowed key. Another e-mail address takes a session and
\`currentPassword\`; unused links to set a password stop working with it.`,
      refusals: ['RIGHT_MISSING', 'TOO_MANY_ATTEMPTS'],
      before: ({ ctx, body }) => confirmOwnProfile(ctx, readMePatch(body)),
      handler: async ({ ctx, body }) => {
        await updateOwnProfile(ctx, readMePatch(body));
        return presentMe(ctx, await describeMe(ctx));
      },
    }),
  });
  // No dry run and no repeats: guesses that are taken back would not be counted, and a repeat has the old password.
  const change = reading({
    id: 'changePassword',
    ...{ tag, summary: 'Change your password', body: PasswordChange },
    description: `Everywhere else you are signed out; this session, and keys that were issued for a purpose, go on
working. Not with a narrowed key. There is no dry run.`,
    refusals: ['RIGHT_MISSING', 'TOO_MANY_ATTEMPTS'],
    handler: async ({ ctx, body, request }) => {
      requireNoDryRun(request);
      await changePassword(ctx, body);
    },
  });
  resource(app, '/me/password', { POST: change });
};
