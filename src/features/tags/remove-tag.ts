import type { Context } from '../../platform/context.ts';
import { type Conclude, changeTag, rehearseTagChange } from './change-tag.ts';

interface RemoveTag {
  readonly spaceId: number;
  /** In whatever spelling. */
  readonly tag: string;
}

/**
 * Takes a tag from all cases of a space, as `renameTag` changes it; answers how many cases it changed. Throws
 * SPACE_NOT_FOUND, RIGHT_MISSING, SPACE_ARCHIVED, TAG_NOT_FOUND, FIELDS_INVALID.
 */
export const removeTag = (ctx: Context, remove: RemoveTag, conclude?: Conclude): Promise<number> =>
  changeTag(ctx, { ...remove, name: undefined }, conclude);

/** Makes the checks of a removal and answers how many cases it would change. Throws what `removeTag` throws. */
export const rehearseRemoveTag = async (ctx: Context, remove: RemoveTag): Promise<number> =>
  rehearseTagChange(ctx, { ...remove, name: undefined });
