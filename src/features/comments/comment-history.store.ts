import type { Actor } from '../../kernel/actor.ts';
import type { Session } from '../../platform/database/session.ts';
import type { CommentChange } from './comment.ts';

interface InsertCommentHistory {
  readonly commentId: number;
  readonly oldText: string;
  readonly isDeletion: boolean;
  readonly actor: Actor;
  readonly at: number;
}

/** Keeps what a comment said until now. */
export const insertCommentHistory = async ({ kysely }: Session, entry: InsertCommentHistory): Promise<void> => {
  await kysely
    .insertInto('comment_history')
    .values({
      comment_id: entry.commentId,
      old_text: entry.oldText,
      is_deletion: entry.isDeletion,
      actor_id: entry.actor.userId,
      key_id: entry.actor.keyId,
      door: entry.actor.door,
      at: entry.at,
    })
    .execute();
};

interface SelectCommentHistory {
  readonly commentId: number;
  /** Only what comes after this entry. */
  readonly after: number;
  readonly limit: number;
}

/** What a comment said before, earliest first. */
export const selectCommentHistory = async (
  { kysely }: Session,
  { commentId, after, limit }: SelectCommentHistory,
): Promise<CommentChange[]> => {
  const rows = await kysely
    .selectFrom('comment_history')
    .select(['id', 'old_text as oldText', 'is_deletion as isDeletion', 'actor_id as actorId', 'door', 'at'])
    .where('comment_id', '=', commentId)
    .where('id', '>', after)
    .orderBy('id')
    .limit(limit)
    .execute();
  return rows.map((row) => ({ ...row, isDeletion: Boolean(row.isDeletion) }));
};

export const deleteHistoryOfCase = async ({ kysely }: Session, caseId: number): Promise<void> => {
  await kysely
    .deleteFrom('comment_history')
    .where('comment_id', 'in', (db) => db.selectFrom('comments').select('id').where('case_id', '=', caseId))
    .execute();
};
