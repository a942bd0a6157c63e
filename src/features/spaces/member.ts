import type { SpaceRole } from '../../kernel/permissions.ts';
import type { Context } from '../../platform/context.ts';
import { findUser } from '../users/find-user.ts';
import type { User } from '../users/user.ts';

/** Somebody who was given a role in a space. */
export interface Member {
  readonly user: User;
  readonly role: SpaceRole;
}

interface MemberOf {
  readonly userId: number;
  readonly role: SpaceRole;
}

/** The member with this user ID, who exists because the membership refers to them. */
export const memberOf = async (ctx: Context, { userId, role }: MemberOf): Promise<Member> => {
  const user = await findUser(ctx, userId);
  if (user === undefined) throw new Error(`User ${userId} is a member of a space but does not exist.`);
  return { user, role };
};
