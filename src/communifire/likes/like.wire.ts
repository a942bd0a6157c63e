import { Type } from 'typebox';
import type { Likeable, LikeCount } from '../../features/likes/like.ts';
import { DomainError } from '../../kernel/errors.ts';
import { readEntityType } from '../entity-types.ts';
import { caseIdInPath, commentIdInPath, readPathId } from '../path-id.ts';
import type { Query } from '../query.ts';

/** Likes as clients of the old product read them. Source: communifire-api.md section 3, likes. */
export const WireLikes = Type.Object(
  { LikeCount: Type.Integer(), DoesCurrentUserLikes: Type.Boolean() },
  { $id: 'CommunifireLikes' },
);

export const presentLikes = ({ count, byActor }: LikeCount) => ({ LikeCount: count, DoesCurrentUserLikes: byActor });

/** Reads what is liked. Throws FIELDS_INVALID, and CONTENT_NOT_FOUND for what this product does not have. */
export const readLikeable = (params: unknown, query: Query): Likeable => {
  const entity = readEntityType(query);
  if (entity === 'case') return { entity, id: readPathId(params, { ...caseIdInPath, name: 'id' }) };
  if (entity === 'comment') return { entity, id: readPathId(params, { ...commentIdInPath, name: 'id' }) };
  throw new DomainError('CONTENT_NOT_FOUND');
};
