import type { Context } from '../../platform/context.ts';
import { readNames } from '../../platform/http/api/names.ts';
import type { Comment } from './comment.ts';
import { type ApiComment, toWire } from './comment.wire.ts';
import { commentReferences, referencesOf } from './comment-references.ts';

interface IncludeQuery {
  readonly include?: string | undefined;
}

/** The comments with what `include` asks for. Throws FIELDS_INVALID when it names what is not known. */
export const presentComments = async (
  ctx: Context,
  comments: readonly Comment[],
  { include }: IncludeQuery,
): Promise<ApiComment[]> => {
  const names = include === undefined ? [] : readNames('include', include, commentReferences);
  const references = await referencesOf(ctx, { comments, names });
  return comments.map((comment, index) => toWire(comment, references[index] ?? {}));
};

/** The same for one. */
export const presentComment = async (ctx: Context, comment: Comment, query: IncludeQuery): Promise<ApiComment> => {
  const [presented] = await presentComments(ctx, [comment], query);
  if (presented === undefined) throw new Error('One comment is presented as one.');
  return presented;
};
