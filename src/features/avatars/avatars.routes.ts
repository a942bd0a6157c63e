import type { FastifyInstance } from 'fastify';
import { type Static, Type } from 'typebox';
import { avatarUrlOf } from '../../kernel/person.ts';
import { Id } from '../../platform/http/api/ids.ts';
import { routeOptions } from '../../platform/http/api/operation.ts';
import { uploading } from '../../platform/http/api/uploading.ts';
import { writing } from '../../platform/http/api/writing.ts';
import { contextOf } from '../../platform/http/request-context.ts';
import { resource } from '../../platform/http/resource.ts';
import { sendFile } from '../../platform/http/send-file.ts';
import { takeUploads } from '../../platform/http/upload.ts';
import { ApiAvatar, receiveUpload, sentAvatar } from './avatar.wire.ts';
import { getAvatar } from './get-avatar.ts';
import { readAvatar } from './read-avatar.ts';
import { removeAvatar } from './remove-avatar.ts';
import { setAvatar } from './set-avatar.ts';

const tag = 'Users';
const params = Type.Object({ userId: Id('The ID of the user.') });
const query = Type.Object(
  { v: Type.Optional(Type.String({ description: 'Which picture: part of `avatarUrl`, so that browsers keep it.' })) },
  { additionalProperties: false },
);

const reading = routeOptions(
  {
    id: 'getAvatar',
    ...{ tag, summary: 'Read the picture of a user', params, query },
    answer: Type.Unsafe<string>({ type: 'string', format: 'binary', description: 'The bytes.' }),
    answerType: 'image/*',
    requestHeaders: ['If-None-Match', 'Range'],
    answerHeaders: ['ETag', 'Accept-Ranges', 'Content-Disposition'],
    refusals: ['USER_NOT_FOUND', 'AVATAR_NOT_FOUND', 'RANGE_BEYOND_END', 'FILES_UNAVAILABLE'],
  },
  false,
);

const yours = 'Your own or, for administrators, that of somebody else; not with a narrowed key.';

/** Pictures of people in the new API. */
export const avatarsRoutes = (app: FastifyInstance): void => {
  app.register(async (files) => {
    takeUploads(files);
    pictureOfUser(files);
  });
};

const pictureOfUser = (app: FastifyInstance): void => {
  resource(app, '/users/:userId/avatar', {
    GET: {
      ...reading,
      handler: async (request, reply) => {
        const ctx = contextOf(request);
        const avatar = await getAvatar(ctx, request.params as Static<typeof params>);
        const file = sentAvatar(avatar, (request.query as Static<typeof query>).v);
        return sendFile({ request, reply, file, read: (range) => readAvatar(ctx, { avatar, range }) });
      },
    },
    PUT: uploading({
      id: 'setAvatar',
      ...{ tag, summary: 'Give a user a picture', params, answer: ApiAvatar },
      description: `One file: PNG, JPEG, GIF or WebP, whatever it is called; at most 1 MiB, and 4096 pixels wide and high.
It takes the place of the one before. ${yours}`,
      refusals: ['USER_NOT_FOUND', 'RIGHT_MISSING', 'FILE_TOO_LARGE', 'FILES_UNAVAILABLE'],
      receive: ({ ctx, params, request }) => receiveUpload(ctx, params.userId, request),
      handler: async ({ ctx, params: { userId } }, { picture }) => {
        await setAvatar(ctx, { userId, picture });
        const { createdAt: avatarAt } = await getAvatar(ctx, { userId });
        return { avatarUrl: avatarUrlOf({ id: userId, avatarAt }) };
      },
    }),
    DELETE: writing({
      id: 'deleteAvatar',
      ...{ tag, summary: 'Take the picture of a user away', params, description: yours },
      refusals: ['USER_NOT_FOUND', 'RIGHT_MISSING'],
      handler: ({ ctx, params }) => removeAvatar(ctx, params),
    }),
  });
};
