import { Type } from 'typebox';
import type { LikeCount } from './like.ts';

/** How something is liked, in the new API. */
export const ApiLikes = Type.Object(
  {
    count: Type.Integer({ minimum: 0, description: 'How many people like it.' }),
    liked: Type.Boolean({ description: 'Whether whoever asks is one of them.' }),
  },
  { $id: 'Likes', additionalProperties: false },
);

export const presentLikes = ({ count, byActor }: LikeCount) => ({ count, liked: byActor });
