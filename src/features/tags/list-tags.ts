import { invalidField } from '../../kernel/errors.ts';
import type { Context } from '../../platform/context.ts';
import { fold } from '../../platform/database/folded-text.ts';
import { getSpace } from '../spaces/get-space.ts';
import { type Tag, tagsOf } from './tag.ts';
import { countTags, selectTagNames } from './tags.store.ts';

/** The longest beginning that is looked for, in characters. */
const MAX_PREFIX_LENGTH = 100;

interface ListTags {
  readonly spaceId: number;
  /** What the tags begin with, whatever its case. */
  readonly prefix: string;
  /** Where the list goes on: behind this tag. */
  readonly after: string | undefined;
  readonly limit: number;
}

interface TagsOfSpace {
  readonly tags: readonly Tag[];
  /** Where the list goes on; undefined at its end. */
  readonly next: string | undefined;
}

/** Tags of the cases in a space, in alphabetical order. Throws SPACE_NOT_FOUND, FIELDS_INVALID. */
export const listTags = async (
  ctx: Context,
  { spaceId, prefix, after = '', limit }: ListTags,
): Promise<TagsOfSpace> => {
  if (prefix.length > MAX_PREFIX_LENGTH) {
    throw invalidField('q', `must have at most ${MAX_PREFIX_LENGTH} characters`);
  }
  await getSpace(ctx, { spaceId });
  // Neither database can keep NUL characters in a text, so none can be found.
  const begins = fold(prefix.toWellFormed().replaceAll('\u0000', ' ').trimStart());
  const found = await selectTagNames(ctx.db, { spaceId, prefix: begins, after, limit: limit + 1 });
  const foldedNames = found.slice(0, limit);
  const tags = tagsOf(await countTags(ctx.db, { spaceId, foldedNames }));
  return { tags, next: found.length > limit ? foldedNames.at(-1) : undefined };
};
