import type { FastifyInstance, FastifyRequest } from 'fastify';
import { addLike } from '../../features/likes/add-like.ts';
import { countLikes } from '../../features/likes/count-likes.ts';
import type { Likeable, LikeCount } from '../../features/likes/like.ts';
import { removeLike } from '../../features/likes/remove-like.ts';
import type { Context } from '../../platform/context.ts';
import { contextOf } from '../../platform/http/request-context.ts';
import { resource } from '../../platform/http/resource.ts';
import { answer, envelopeOf } from '../envelope.ts';
import { knownParameters } from '../known-parameters.ts';
import type { Query } from '../query.ts';
import { presentLikes, readLikeable, WireLikes } from './like.wire.ts';

/** All three answer how many likes there are now. */
const operation = (verb: (ctx: Context, likeable: Likeable) => Promise<LikeCount>) => ({
  schema: { response: { 200: envelopeOf(WireLikes) } },
  config: { parameters: knownParameters('entitytype') },
  handler: async (request: FastifyRequest) => {
    const likeable = readLikeable(request.params, request.query as Query);
    return answer(presentLikes(await verb(contextOf(request), likeable)));
  },
});

/** Likes of cases and comments. Source: communifire-api.md section 3, likes. */
export const likesRoutes = (app: FastifyInstance): void => {
  resource(app, '/api/content/:id/likes', {
    GET: operation(countLikes),
    POST: operation(addLike),
    DELETE: operation(removeLike),
  });
};
