import type { Context } from '../../platform/context.ts';
import { getComment } from '../comments/get-comment.ts';
import type { AttachmentPlace } from './attachment-place.ts';

/** A comment as the place of files. Throws COMMENT_NOT_FOUND. */
export const placeOfComment = async (
  ctx: Context,
  { commentId }: { readonly commentId: number },
): Promise<AttachmentPlace> => {
  const { found } = await getComment(ctx, { commentId });
  return { caseId: found.id, commentId };
};
