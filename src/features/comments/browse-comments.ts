import type { Context } from '../../platform/context.ts';
import { findVisibleCase } from '../cases/visible-case.ts';
import type { Comment } from './comment.ts';
import { type SelectListedComments, selectListedComments } from './comments.store.ts';

type BrowseComments = Omit<SelectListedComments, 'withInternal'>;

/**
 * Some comments on a case that whoever acts may see, in the order of their IDs; deleted ones, without their texts, where
 * they hold the place of answers. Throws CASE_NOT_FOUND.
 */
export const browseComments = async (ctx: Context, browse: BrowseComments): Promise<Comment[]> => {
  const { access } = await findVisibleCase(ctx, browse);
  return selectListedComments(ctx.db, { ...browse, withInternal: access.may('InternalComments') });
};
