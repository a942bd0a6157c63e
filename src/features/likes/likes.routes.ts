import type { FastifyInstance } from 'fastify';
import { type Static, type TSchema, Type } from 'typebox';
import { Id } from '../../platform/http/api/ids.ts';
import { reading } from '../../platform/http/api/operation.ts';
import { writing } from '../../platform/http/api/writing.ts';
import { resource } from '../../platform/http/resource.ts';
import { addLike } from './add-like.ts';
import { countLikes } from './count-likes.ts';
import type { Likeable } from './like.ts';
import { ApiLikes, presentLikes } from './like.wire.ts';
import { removeLike } from './remove-like.ts';

const tag = 'Likes';
const answer = ApiLikes;
const ofCase = Type.Object({ caseId: Id('The number of the case.') });
const ofComment = Type.Object({ commentId: Id('The number of the comment.') });

/** Likes of cases and comments in the new API. */
export const likesRoutes = (app: FastifyInstance): void => {
  likesOf(app, {
    ...{ url: '/cases/:caseId/like', noun: 'case', name: 'Case', params: ofCase, missing: 'CASE_NOT_FOUND' },
    likeable: ({ caseId }) => ({ entity: 'case', id: caseId }),
  });
  likesOf(app, {
    ...{ url: '/comments/:commentId/like', noun: 'comment', name: 'Comment', params: ofComment },
    missing: 'COMMENT_NOT_FOUND',
    likeable: ({ commentId }) => ({ entity: 'comment', id: commentId }),
  });
};

interface LikesOf<Params extends TSchema> {
  readonly url: string;
  readonly noun: string;
  /** The noun in the names of operations. */
  readonly name: string;
  readonly params: Params;
  readonly missing: 'CASE_NOT_FOUND' | 'COMMENT_NOT_FOUND';
  readonly likeable: (params: Static<Params>) => Likeable;
}

const likesOf = <P extends TSchema>(app: FastifyInstance, of: LikesOf<P>): void => {
  const { url, noun, name, params, missing, likeable } = of;
  const refusals = [missing, 'RIGHT_MISSING', 'SPACE_ARCHIVED'] as const;
  resource(app, url, {
    GET: reading({
      id: `get${name}Likes`,
      ...{ tag, summary: `Read how a ${noun} is liked`, params, answer, refusals: [missing] },
      handler: async ({ ctx, params }) => presentLikes(await countLikes(ctx, likeable(params))),
    }),
    PUT: writing({
      id: `like${name}`,
      ...{ tag, summary: `Like a ${noun}`, params, answer, refusals },
      handler: async ({ ctx, params }) => presentLikes(await addLike(ctx, likeable(params))),
    }),
    DELETE: writing({
      id: `unlike${name}`,
      ...{ tag, summary: `Take a like of a ${noun} back`, params, answer, refusals },
      handler: async ({ ctx, params }) => presentLikes(await removeLike(ctx, likeable(params))),
    }),
  });
};
