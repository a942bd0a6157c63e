import type { Context } from '../../platform/context.ts';
import { visibleSpaceIds } from '../spaces/space-access.ts';
import { spaceIdsWithRight } from '../spaces/spaces-with-right.ts';

/** The spaces in which somebody sees what happens, or 'all'. */
export interface Sight {
  readonly spaceIds: 'all' | readonly number[];
  /** Where internal comments are seen too. */
  readonly internalSpaceIds: 'all' | readonly number[];
}

/** What whoever acts sees of what happens. */
export const sightOf = async (ctx: Context): Promise<Sight> => ({
  spaceIds: await visibleSpaceIds(ctx),
  internalSpaceIds: await spaceIdsWithRight(ctx, 'InternalComments'),
});
