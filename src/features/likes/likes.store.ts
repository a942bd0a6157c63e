import { sql } from 'kysely';
import { prepared } from '../../platform/database/prepared.ts';
import type { Session } from '../../platform/database/session.ts';
import type { Likeable, LikeCount } from './like.ts';

interface Like extends Likeable {
  /** Nobody is 0. */
  readonly userId: number;
}

const counts = prepared((db, value: Like) =>
  db
    .selectFrom('likes')
    .select(({ fn, eb }) => [
      fn.countAll<number | string>().as('count'),
      fn
        .coalesce(
          fn.sum<number | string>(eb.case().when('user_id', '=', value.userId).then(1).else(0).end()),
          sql<number>`0`,
        )
        .as('own'),
    ])
    .where('entity', '=', value.entity)
    .where('entity_id', '=', value.id),
);

export const selectLikeCount = async (session: Session, like: Like): Promise<LikeCount> => {
  const row = await counts.first(session, like);
  return { count: Number(row?.count ?? 0), byActor: Number(row?.own ?? 0) > 0 };
};

/** Whether there was no such like before. */
export const insertLike = async (
  { kysely }: Session,
  { entity, id, userId }: Like,
  createdAt: number,
): Promise<boolean> => {
  const inserted = await kysely
    .insertInto('likes')
    .values({ entity, entity_id: id, user_id: userId, created_at: createdAt })
    .onConflict((conflict) => conflict.columns(['entity', 'entity_id', 'user_id']).doNothing())
    .returning('user_id')
    .executeTakeFirst();
  return inserted !== undefined;
};

/** Whether there was such a like. */
export const deleteLike = async ({ kysely }: Session, { entity, id, userId }: Like): Promise<boolean> => {
  const deleted = await kysely
    .deleteFrom('likes')
    .where('entity', '=', entity)
    .where('entity_id', '=', id)
    .where('user_id', '=', userId)
    .returning('user_id')
    .executeTakeFirst();
  return deleted !== undefined;
};

/** Deletes the likes of a case and of its comments, which must still be there. */
export const deleteLikesOfCase = async ({ kysely }: Session, caseId: number): Promise<void> => {
  await kysely.deleteFrom('likes').where('entity', '=', 'case').where('entity_id', '=', caseId).execute();
  await kysely
    .deleteFrom('likes')
    .where('entity', '=', 'comment')
    .where('entity_id', 'in', ({ selectFrom }) => selectFrom('comments').select('id').where('case_id', '=', caseId))
    .execute();
};

export const deleteLikesOfComment = async ({ kysely }: Session, commentId: number): Promise<void> => {
  await kysely.deleteFrom('likes').where('entity', '=', 'comment').where('entity_id', '=', commentId).execute();
};

interface SelectLikesOfComments {
  readonly commentIds: readonly number[];
  /** Nobody is 0. */
  readonly userId: number;
}

/** How many people like each of these comments, and whether the user is one of them. */
export const selectLikesOfComments = async (
  { kysely }: Session,
  { commentIds, userId }: SelectLikesOfComments,
): Promise<ReadonlyMap<number, LikeCount>> => {
  if (commentIds.length === 0) return new Map();
  const rows = await kysely
    .selectFrom('likes')
    .select(['entity_id as id', 'user_id as userId'])
    .where('entity', '=', 'comment')
    .where('entity_id', 'in', commentIds)
    .execute();
  const likers = Map.groupBy(rows, ({ id }) => id);
  return new Map(
    [...likers].map(([id, all]) => [id, { count: all.length, byActor: all.some((each) => each.userId === userId) }]),
  );
};
