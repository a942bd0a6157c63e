import { itemsBefore, type Page } from '../../kernel/page.ts';
import { prepared } from '../../platform/database/prepared.ts';
import type { Session } from '../../platform/database/session.ts';
import type { Comment } from './comment.ts';

const columns = [
  'comments.id',
  'comments.case_id as caseId',
  'comments.author_id as authorId',
  'comments.parent_id as parentId',
  'comments.is_internal as isInternal',
  'comments.mentioned_ids as mentionedIds',
  'comments.created_at as createdAt',
  'comments.text',
] as const;

interface CommentRow extends Omit<Comment, 'isInternal' | 'mentionedUserIds'> {
  readonly isInternal: boolean | number;
  readonly mentionedIds: string;
}

const toComment = ({ isInternal, mentionedIds, ...row }: CommentRow): Comment => ({
  ...row,
  isInternal: Boolean(isInternal),
  mentionedUserIds: JSON.parse(mentionedIds),
});

const byId = prepared((db, value: { id: number }) =>
  db.selectFrom('comments').select(columns).where('comments.id', '=', value.id),
);

export const selectComment = async (session: Session, id: number): Promise<Comment | undefined> => {
  const row = await byId.first(session, { id });
  return row && toComment(row);
};

interface SelectComments {
  readonly caseId: number;
  readonly withInternal: boolean;
  readonly page: Page;
}

/** One page of the comments of a case, oldest first. */
export const selectComments = async (
  session: Session,
  { caseId, withInternal, page }: SelectComments,
): Promise<Comment[]> => {
  const ofCase = session.kysely.selectFrom('comments').select(columns).where('case_id', '=', caseId);
  const rows = await (withInternal ? ofCase : ofCase.where('is_internal', '=', false))
    .orderBy('comments.id')
    .limit(page.length)
    .offset(itemsBefore(page))
    .execute();
  return rows.map(toComment);
};

export const insertComment = async (session: Session, comment: Omit<Comment, 'id'>): Promise<number> => {
  const { id } = await session.kysely
    .insertInto('comments')
    .values({
      case_id: comment.caseId,
      author_id: comment.authorId,
      parent_id: comment.parentId,
      is_internal: comment.isInternal,
      mentioned_ids: JSON.stringify(comment.mentionedUserIds),
      created_at: comment.createdAt,
      text: comment.text,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
};

export const selectCommentIds = async ({ kysely }: Session, caseId: number): Promise<number[]> => {
  const rows = await kysely.selectFrom('comments').select('id').where('case_id', '=', caseId).execute();
  return rows.map(({ id }) => id);
};

export const deleteCommentsOfCase = async ({ kysely }: Session, caseId: number): Promise<void> => {
  await kysely.deleteFrom('comments').where('case_id', '=', caseId).execute();
};
