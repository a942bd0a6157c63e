import { invalidField } from '../../kernel/errors.ts';
import type { Context } from '../../platform/context.ts';
import { indexComment } from '../../platform/database/text-search.ts';
import { appendEvent } from '../../platform/events/append-event.ts';
import type { VisibleCase } from '../cases/case-access.ts';
import { countComment } from '../cases/count-comment.ts';
import { textOfHtml } from '../cases/rich-text.ts';
import { lockVisibleCase } from '../cases/visible-case.ts';
import { requireRight, roleOfUser } from '../spaces/space-access.ts';
import { findUser } from '../users/find-user.ts';
import { type Comment, storableComment } from './comment.ts';
import { insertComment, selectComment } from './comments.store.ts';
import { findMentioned } from './find-mentioned.ts';

interface CreateComment {
  readonly caseId: number;
  /** HTML. */
  readonly text: string;
  /** The comment it answers. */
  readonly parentId?: number | null;
  readonly isInternal?: boolean;
  /** Who wrote it; whoever acts unless told. */
  readonly authorId?: number;
  /** When it was written; only when comments are brought along from elsewhere, by the operator. */
  readonly createdAt?: number;
}

/**
 * Comments on a case and answers with the ID of the comment. An answer to an internal comment is internal too.
 * Throws CASE_NOT_FOUND, RIGHT_MISSING, FIELDS_INVALID. Source: communifire-api.md section 3, comments.
 */
export const createComment = (ctx: Context, { caseId, text, ...given }: CreateComment): Promise<number> => {
  const storable = storableComment(text);
  return ctx.inTransaction(async (tx) => {
    const visible = await lockVisibleCase(tx, { caseId });
    requireRight(visible.access, 'CreateComment', `comment on case ${caseId}`);
    if (given.isInternal === true) requireRight(visible.access, 'InternalComments', 'write internal comments');
    const authorId = await requireAuthor(tx, visible, given.authorId);
    const parent = await requireParent(tx, visible, given.parentId ?? null);
    const isInternal = given.isInternal === true || parent?.isInternal === true;
    const createdAt = tx.actor.userId === null ? (given.createdAt ?? tx.now) : tx.now;
    const comment = { caseId, authorId, parentId: parent?.id ?? null, isInternal, createdAt, text: storable };
    return addComment(tx, visible, comment);
  });
};

type NewComment = Omit<Comment, 'id' | 'mentionedUserIds' | 'editedAt' | 'deletedAt'>;

const addComment = async (tx: Context, { found, configuration }: VisibleCase, comment: NewComment): Promise<number> => {
  const { caseId, parentId, isInternal, createdAt } = comment;
  const mentionedUserIds = await findMentioned(tx, { html: comment.text, configuration, isInternal });
  const commentId = await insertComment(tx.db, { ...comment, mentionedUserIds });
  await indexComment(tx.db, { commentId, text: textOfHtml(comment.text) });
  // What was said earlier does not take the case back in time.
  const at = createdAt < found.updatedAt ? found.updatedAt : createdAt;
  await countComment(tx, { caseId, isInternal, at });
  const payload = { commentId, parentId, isInternal, mentionedUserIds };
  await appendEvent(tx, { type: 'comment.created', spaceId: found.spaceId, caseId, payload });
  return commentId;
};

/** Who wrote it: whoever acts, unless someone may write in another's name. */
const requireAuthor = async (tx: Context, visible: VisibleCase, authorId?: number): Promise<number> => {
  const { access, configuration } = visible;
  const author = authorId ?? tx.actor.userId;
  if (author === null) throw invalidField('authorId', 'is required here');
  if (author === tx.actor.userId) return author;
  requireRight(access, 'AdminEntityUpdate', 'comment in the name of another user');
  if (roleOfUser(configuration, await findUser(tx, author)) !== undefined) return author;
  const problem = `must be someone who can see the space "${configuration.space.name}": user ${author} is not`;
  throw invalidField('authorId', problem);
};

/** The comment to be answered. One that may not be seen is refused in the words for one that does not exist. */
const requireParent = async (
  tx: Context,
  { found, access }: VisibleCase,
  parentId: number | null,
): Promise<Comment | undefined> => {
  if (parentId === null) return undefined;
  const parent = await selectComment(tx.db, parentId);
  const isThere =
    parent?.deletedAt === null && parent.caseId === found.id && (!parent.isInternal || access.may('InternalComments'));
  if (isThere) return parent;
  throw invalidField('parentId', `must be a comment on case ${found.id}: there is no ${parentId}`);
};
