import { DomainError } from '../../kernel/errors.ts';
import type { Context } from '../../platform/context.ts';
import { getSpace } from './get-space.ts';
import { type Member, memberOf } from './member.ts';

interface GetMember {
  readonly spaceId: number;
  readonly userId: number;
}

/** A member of a space. Throws SPACE_NOT_FOUND, USER_NOT_FOUND. */
export const getMember = async (ctx: Context, { spaceId, userId }: GetMember): Promise<Member> => {
  const { configuration } = await getSpace(ctx, { spaceId });
  const role = configuration.members.get(userId);
  if (role !== undefined) return memberOf(ctx, { userId, role });
  const message = `User ${userId} is not a member of "${configuration.space.name}".`;
  throw new DomainError('USER_NOT_FOUND', { message });
};
