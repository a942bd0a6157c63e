import { sql } from 'kysely';
import { itemsBefore, type Page } from '../../kernel/page.ts';
import { prepared } from '../../platform/database/prepared.ts';
import type { Session } from '../../platform/database/session.ts';
import type { Comment } from './comment.ts';

const ownColumns = [
  'comments.id',
  'comments.case_id as caseId',
  'comments.author_id as authorId',
  'comments.is_internal as isInternal',
  'comments.mentioned_ids as mentionedIds',
  'comments.created_at as createdAt',
  'comments.edited_at as editedAt',
  'comments.deleted_at as deletedAt',
  'comments.text',
] as const;

const columns = [...ownColumns, 'comments.parent_id as parentId'] as const;

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

/** The comment, also a deleted one. */
export const selectComment = async (session: Session, id: number): Promise<Comment | undefined> => {
  const row = await byId.first(session, { id });
  return row && toComment(row);
};

interface SelectComments {
  readonly caseId: number;
  readonly withInternal: boolean;
  readonly page: Page;
}

/** Answers to deleted comments answer nothing where those are not shown. */
const livingParentId = sql<number | null>`(select parent.id from comments as parent
  where parent.id = comments.parent_id and parent.deleted_at is null)`.as('parentId');

/** One page of the comments of a case, oldest first, without the deleted ones. */
export const selectComments = async (
  session: Session,
  { caseId, withInternal, page }: SelectComments,
): Promise<Comment[]> => {
  const ofCase = session.kysely
    .selectFrom('comments')
    .select([...ownColumns, livingParentId])
    .where('case_id', '=', caseId)
    .where('deleted_at', 'is', null);
  const rows = await (withInternal ? ofCase : ofCase.where('is_internal', '=', false))
    .orderBy('comments.id')
    .limit(page.length)
    .offset(itemsBefore(page))
    .execute();
  return rows.map(toComment);
};

export interface SelectListedComments {
  readonly caseId: number;
  readonly withInternal: boolean;
  /** Only the answers to this comment; null for those that answer none, undefined for all. */
  readonly parentId: number | null | undefined;
  readonly order: 'oldest' | 'newest';
  /** Only what comes behind this comment in the order. */
  readonly after: number | undefined;
  readonly limit: number;
}

/** Some comments of a case, deleted ones only where they hold the place of answers. */
export const selectListedComments = async (
  { kysely }: Session,
  { caseId, withInternal, parentId, order, after, limit }: SelectListedComments,
): Promise<Comment[]> => {
  let query = kysely.selectFrom('comments').select(columns).where('case_id', '=', caseId);
  query = query.where('is_listed', '=', true);
  if (!withInternal) query = query.where('is_internal', '=', false);
  if (parentId !== undefined) query = query.where('parent_id', parentId === null ? 'is' : '=', parentId);
  if (after !== undefined) query = query.where('comments.id', order === 'oldest' ? '>' : '<', after);
  const rows = await query
    .orderBy('comments.id', order === 'oldest' ? 'asc' : 'desc')
    .limit(limit)
    .execute();
  return rows.map(toComment);
};

export const insertComment = async (
  session: Session,
  comment: Omit<Comment, 'id' | 'editedAt' | 'deletedAt'>,
): Promise<number> => {
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

export const updateCommentText = async (
  { kysely }: Session,
  { id, text, mentionedUserIds, editedAt }: Pick<Comment, 'id' | 'text' | 'mentionedUserIds' | 'editedAt'>,
): Promise<void> => {
  await kysely
    .updateTable('comments')
    .set({ text, mentioned_ids: JSON.stringify(mentionedUserIds), edited_at: editedAt })
    .where('id', '=', id)
    .execute();
};

/** Empties a comment. */
export const updateCommentDeleted = async (
  { kysely }: Session,
  { id, deletedAt }: { readonly id: number; readonly deletedAt: number },
): Promise<void> => {
  await kysely
    .updateTable('comments')
    .set({ text: '', mentioned_ids: '[]', deleted_at: deletedAt })
    .where('id', '=', id)
    .execute();
};

/** Takes a deleted comment off the list unless it has listed answers; answers whether it did. */
export const unlistComment = async ({ kysely }: Session, id: number): Promise<boolean> => {
  const unlisted = await kysely
    .updateTable('comments')
    .set({ is_listed: false })
    .where('id', '=', id)
    .where('deleted_at', 'is not', null)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('comments as answers')
            .select('answers.id')
            .where('answers.parent_id', '=', id)
            .where('answers.is_listed', '=', true),
        ),
      ),
    )
    .returning('id')
    .executeTakeFirst();
  return unlisted !== undefined;
};

export const selectCommentIds = async ({ kysely }: Session, caseId: number): Promise<number[]> => {
  const rows = await kysely.selectFrom('comments').select('id').where('case_id', '=', caseId).execute();
  return rows.map(({ id }) => id);
};

export const deleteCommentsOfCase = async ({ kysely }: Session, caseId: number): Promise<void> => {
  await kysely.deleteFrom('comments').where('case_id', '=', caseId).execute();
};
