import type { Context } from '../../platform/context.ts';
import { type Conclude, changeTag, rehearseTagChange } from './change-tag.ts';

interface RenameTag {
  readonly spaceId: number;
  /** In whatever spelling. */
  readonly tag: string;
  /** The new name; where it is that of another tag, the two become one. */
  readonly name: string;
}

/**
 * Gives a tag another name or spelling in all cases of a space, those in the bin too, each with history and event like
 * any other update; answers how many cases it changed. Cut off in the middle, it can be done again. Not for use inside a
 * transaction: it makes many small ones. Throws SPACE_NOT_FOUND, RIGHT_MISSING, SPACE_ARCHIVED, TAG_NOT_FOUND,
 * FIELDS_INVALID.
 */
export const renameTag = (ctx: Context, rename: RenameTag, conclude?: Conclude): Promise<number> =>
  changeTag(ctx, rename, conclude);

/** Makes the checks of a renaming and answers how many cases it would change. Throws what `renameTag` throws. */
export const rehearseRenameTag = async (ctx: Context, rename: RenameTag): Promise<number> =>
  rehearseTagChange(ctx, rename);
