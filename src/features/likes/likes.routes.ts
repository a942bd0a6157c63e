import type { FastifyInstance } from 'fastify';
import { Type } from 'typebox';
import { reading } from '../../platform/http/api/operation.ts';
import { writing } from '../../platform/http/api/writing.ts';
import { resource } from '../../platform/http/resource.ts';
import { addLike } from './add-like.ts';
import { countLikes } from './count-likes.ts';
import { ApiLikes, presentLikes } from './like.wire.ts';
import { removeLike } from './remove-like.ts';

const tag = 'Likes';
const answer = ApiLikes;

/** Likes of cases and comments in the new API. */
export const likesRoutes = (app: FastifyInstance): void => {
  likesOf(app, 'case', 'CASE_NOT_FOUND');
  likesOf(app, 'comment', 'COMMENT_NOT_FOUND');
};

const likesOf = (app: FastifyInstance, entity: 'case' | 'comment', missing: 'CASE_NOT_FOUND' | 'COMMENT_NOT_FOUND') => {
  const Noun = entity === 'case' ? 'Case' : 'Comment';
  const params = Type.Object({ id: Type.Integer({ minimum: 1, description: `The number of the ${entity}.` }) });
  const refusals = [missing, 'RIGHT_MISSING', 'SPACE_ARCHIVED'] as const;
  resource(app, `/${entity}s/:id/like`, {
    GET: reading({
      id: `get${Noun}Likes`,
      ...{ tag, summary: `Read how a ${entity} is liked`, params, answer, refusals: [missing] },
      handler: async ({ ctx, params }) => presentLikes(await countLikes(ctx, { entity, ...params })),
    }),
    PUT: writing({
      id: `like${Noun}`,
      ...{ tag, summary: `Like a ${entity}`, params, answer, refusals },
      handler: async ({ ctx, params }) => presentLikes(await addLike(ctx, { entity, ...params })),
    }),
    DELETE: writing({
      id: `unlike${Noun}`,
      ...{ tag, summary: `Take a like of a ${entity} back`, params, answer, refusals },
      handler: async ({ ctx, params }) => presentLikes(await removeLike(ctx, { entity, ...params })),
    }),
  });
};
