import type { Context } from '../../platform/context.ts';
import { getSpace, type VisibleSpace } from './get-space.ts';
import { byName, listAllVisibleSpaces } from './list-visible-spaces.ts';

interface BrowseSpaces {
  /** Only archived ones, or only those in use; both unless told. */
  readonly archived?: boolean | undefined;
  /** Where the list goes on: behind this space. */
  readonly after?: { readonly name: string; readonly id: number } | undefined;
  readonly limit: number;
}

/** Some of the spaces that whoever acts can see, by name, each with what they may do there. */
export const browseSpaces = async (
  ctx: Context,
  { archived, after, limit }: BrowseSpaces,
): Promise<readonly VisibleSpace[]> => {
  const spaces = (await listAllVisibleSpaces(ctx))
    .filter((space) => archived === undefined || space.archived === archived)
    .filter((space) => after === undefined || byName(space, after) > 0);
  return Promise.all(spaces.slice(0, limit).map(({ id }) => getSpace(ctx, { spaceId: id })));
};
