import { type Right, rights, type SpaceRole } from '../../kernel/permissions.ts';
import type { Context } from '../../platform/context.ts';
import { logEnd } from '../events/log-end.ts';
import { getOwnKey } from '../keys/get-own-key.ts';
import type { ApiKey } from '../keys/key.ts';
import { getSpace } from '../spaces/get-space.ts';
import { listVisibleSpaces } from '../spaces/list-visible-spaces.ts';
import type { Space } from '../spaces/space.ts';
import { getMe } from './get-me.ts';
import type { User } from './user.ts';

/** A space in sight, and what one is and may do there. */
export interface OwnSpace {
  readonly space: Space;
  readonly role: SpaceRole;
  /** Whether the role was given; otherwise it comes from the space being public, or from being an administrator. */
  readonly isMember: boolean;
  readonly rights: readonly Right[];
}

/** Who acts, with which key, and what that allows. */
export interface Me {
  readonly user: User;
  readonly key: ApiKey;
  readonly spaces: readonly OwnSpace[];
  /** Where the event log ended before all this was read. */
  readonly eventCursor: string;
}

/** Who acts, with which key, and what that allows. Throws USER_NOT_FOUND for the operator of the machine. */
export const describeMe = async (ctx: Context): Promise<Me> => {
  const eventCursor = await logEnd(ctx);
  const user = await getMe(ctx);
  const spaces: OwnSpace[] = [];
  for (const space of await listVisibleSpaces(ctx)) spaces.push(await ownSpace(ctx, user, space));
  return { user, key: await getOwnKey(ctx), spaces, eventCursor };
};

const ownSpace = async (ctx: Context, user: User, space: Space): Promise<OwnSpace> => {
  const { configuration, access } = await getSpace(ctx, { spaceId: space.id });
  return {
    space,
    role: access.role,
    isMember: configuration.members.has(user.id),
    rights: rights.filter(access.may),
  };
};
