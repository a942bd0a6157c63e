import type { Session } from '../../platform/database/session.ts';

/** Who created each of these cases. */
export const selectCreators = async (
  { kysely }: Session,
  caseIds: readonly number[],
): Promise<ReadonlyMap<number, number>> => {
  if (caseIds.length === 0) return new Map();
  const rows = await kysely
    .selectFrom('cases')
    .select(['id', 'creator_id as userId'])
    .where('id', 'in', caseIds)
    .execute();
  return new Map(rows.map(({ id, userId }) => [id, userId]));
};

/** Who wrote each of these comments, and whether it is internal. */
export const selectCommentAuthors = async (
  { kysely }: Session,
  commentIds: readonly number[],
): Promise<ReadonlyMap<number, { id: number; authorId: number; isInternal: boolean }>> => {
  if (commentIds.length === 0) return new Map();
  const rows = await kysely
    .selectFrom('comments')
    .select(['id', 'author_id as authorId', 'is_internal as isInternal'])
    .where('id', 'in', commentIds)
    .execute();
  return new Map(rows.map((row) => [row.id, { ...row, isInternal: Boolean(row.isInternal) }]));
};
