import { type Right, rights } from '../../kernel/permissions.ts';
import type { Context } from '../../platform/context.ts';
import { getSpace } from './get-space.ts';
import { listVisibleSpaces } from './list-visible-spaces.ts';

interface RightsInSpace {
  readonly spaceId: number;
}

/** What whoever acts may do in the space. Throws SPACE_NOT_FOUND when it does not exist for them. */
export const rightsInSpace = async (ctx: Context, { spaceId }: RightsInSpace): Promise<ReadonlySet<Right>> => {
  const { access } = await getSpace(ctx, { spaceId });
  return new Set(rights.filter(access.may));
};

/** What whoever acts may do in one space or another. */
export const rightsSomewhere = async (ctx: Context): Promise<ReadonlySet<Right>> => {
  let found: ReadonlySet<Right> = new Set();
  for (const { id } of await listVisibleSpaces(ctx)) found = found.union(await rightsInSpace(ctx, { spaceId: id }));
  return found;
};
