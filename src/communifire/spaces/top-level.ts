import { getSpace } from '../../features/spaces/get-space.ts';
import type { Space } from '../../features/spaces/space.ts';
import type { Context } from '../../platform/context.ts';
import { TOP_LEVEL_SPACE_ID } from './space-id.ts';

/** What clients read as the space above all others. */
const topLevel: Space = { id: TOP_LEVEL_SPACE_ID, name: 'Community', visibility: 'public', archived: false };

/** The space with this ID, or the community itself. Throws SPACE_NOT_FOUND when it does not exist for whoever acts. */
export const spaceOrTopLevel = async (ctx: Context, spaceId: number): Promise<Space> =>
  spaceId === TOP_LEVEL_SPACE_ID ? topLevel : (await getSpace(ctx, { spaceId })).configuration.space;
