import type { FastifyInstance, FastifyRequest } from 'fastify';
import { addLike } from '../../features/likes/add-like.ts';
import { countLikes } from '../../features/likes/count-likes.ts';
import type { Likeable, LikeCount } from '../../features/likes/like.ts';
import { removeLike } from '../../features/likes/remove-like.ts';
import type { Context } from '../../platform/context.ts';
import { contextOf } from '../../platform/http/request-context.ts';
import { resource } from '../../platform/http/resource.ts';
import { described } from '../documentation.ts';
import { answer, envelopeOf } from '../envelope.ts';
import { knownParameters } from '../known-parameters.ts';
import type { Query } from '../query.ts';
import { presentLikes, readLikeable, WireLikes } from './like.wire.ts';

/** All three answer how many likes there are now. */
const operation = (id: string, summary: string, verb: (ctx: Context, likeable: Likeable) => Promise<LikeCount>) => ({
  schema: described(id, { tag: 'Comments', summary, answer: envelopeOf(WireLikes) }),
  config: {
    parameters: knownParameters('entitytype'),
    refusals: ['CASE_NOT_FOUND', 'COMMENT_NOT_FOUND', 'CONTENT_NOT_FOUND', 'SPACE_ARCHIVED'],
  } as const,
  handler: async (request: FastifyRequest) => {
    const likeable = readLikeable(request.params, request.query as Query);
    return answer(presentLikes(await verb(contextOf(request), likeable)));
  },
});

/** Likes of cases and comments. Source: communifire-api.md section 3, likes. */
export const likesRoutes = (app: FastifyInstance): void => {
  resource(app, '/api/content/:id/likes', {
    GET: operation('CountLikes', 'Count the likes of a case or a comment', countLikes),
    POST: operation('AddLike', 'Like a case or a comment', addLike),
    DELETE: operation('RemoveLike', 'Take a like back', removeLike),
  });
};
