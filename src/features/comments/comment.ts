import { DomainError, invalidField } from '../../kernel/errors.ts';
import { type RichTextField, sizeProblem, storableRichText, textOfHtml } from '../cases/rich-text.ts';

/** What somebody wrote about a case. Instants are milliseconds since 1970-01-01T00:00:00Z. */
export interface Comment {
  readonly id: number;
  readonly caseId: number;
  readonly authorId: number;
  /** The comment it answers, of the same case. */
  readonly parentId: number | null;
  /** Seen only with the right InternalComments; so is every answer to it. */
  readonly isInternal: boolean;
  /** Sanitised HTML; "" when it was deleted. */
  readonly text: string;
  /** The people it mentions who could see it when it was written. */
  readonly mentionedUserIds: readonly number[];
  readonly createdAt: number;
  readonly editedAt: number | null;
  /** Deleted ones are listed only as places of their answers. */
  readonly deletedAt: number | null;
}

/** A quarter of what a description may have: a case shows all its comments at once. */
const textField: RichTextField = { field: 'text', maxBytes: 256 * 1024 };

/** What makes a comment worth keeping although it has no words. */
const PICTURE = /<img\b/u;

/** Characters that show nothing. */
const INVISIBLE = /[\s\p{Cf}\p{Cc}]+/gu;

/** The text of a comment as it is kept. Throws FIELDS_INVALID when it is blank or too long. */
export const storableComment = (html: string): string => {
  // Before sanitising, which takes longer the longer the text is.
  const problem = sizeProblem(html, textField);
  if (problem !== undefined) throw invalidField('text', problem);
  const text = storableRichText(html, textField).trim();
  if (!PICTURE.test(text) && textOfHtml(text).replace(INVISIBLE, '') === '') {
    throw invalidField('text', 'must not be blank');
  }
  return text;
};

/** The refusal for a comment that does not exist, at least not for whoever acts. */
export const commentNotFound = (commentId: number): DomainError =>
  new DomainError('COMMENT_NOT_FOUND', { message: `There is no comment ${commentId}.` });

/** One change of a comment, with what it said before. */
export interface CommentChange {
  readonly id: number;
  /** Sanitised HTML. */
  readonly oldText: string;
  readonly isDeletion: boolean;
  /** Null when the operator of the machine did it. */
  readonly actorId: number | null;
  readonly door: string;
  readonly at: number;
}
