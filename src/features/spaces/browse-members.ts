import type { SpaceRole } from '../../kernel/permissions.ts';
import type { Context } from '../../platform/context.ts';
import { getSpace } from './get-space.ts';
import { type Member, memberOf } from './member.ts';

interface BrowseMembers {
  readonly spaceId: number;
  /** Only members with this role. */
  readonly role?: SpaceRole | undefined;
  /** Where the list goes on: behind this user. */
  readonly afterUserId?: number | undefined;
  readonly limit: number;
}

/** Some members of a space, by their IDs, also those who have no access to the workspace any more. Throws SPACE_NOT_FOUND. */
export const browseMembers = async (
  ctx: Context,
  { spaceId, role, afterUserId = 0, limit }: BrowseMembers,
): Promise<readonly Member[]> => {
  const { configuration } = await getSpace(ctx, { spaceId });
  const wanted = [...configuration.members]
    .filter(([userId, given]) => userId > afterUserId && (role === undefined || given === role))
    .slice(0, limit);
  return Promise.all(wanted.map(([userId, given]) => memberOf(ctx, { userId, role: given })));
};
