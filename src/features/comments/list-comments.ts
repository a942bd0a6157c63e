import type { Page } from '../../kernel/page.ts';
import type { Context } from '../../platform/context.ts';
import { findVisibleCase } from '../cases/visible-case.ts';
import type { Comment } from './comment.ts';
import { selectComments } from './comments.store.ts';

/** How many comments are listed at once when no page is asked for; the others are on pages. */
const MAX_LISTED_COMMENTS = 1_000;

const everything: Page = { number: 1, length: MAX_LISTED_COMMENTS };

interface ListComments {
  readonly caseId: number;
  /** All comments unless told, at most MAX_LISTED_COMMENTS. */
  readonly page?: Page;
}

/** The comments on a case that whoever acts may see, oldest first. Throws CASE_NOT_FOUND. */
export const listComments = async (ctx: Context, { caseId, page = everything }: ListComments): Promise<Comment[]> => {
  const { access } = await findVisibleCase(ctx, { caseId });
  return selectComments(ctx.db, { caseId, withInternal: access.may('InternalComments'), page });
};
