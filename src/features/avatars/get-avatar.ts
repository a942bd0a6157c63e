import { DomainError } from '../../kernel/errors.ts';
import type { Context } from '../../platform/context.ts';
import { getPerson } from '../users/get-person.ts';
import type { Avatar } from './avatar.ts';
import { selectAvatar } from './avatars.store.ts';

interface GetAvatar {
  readonly userId: number;
}

/** The picture of somebody whom whoever acts can see. Throws USER_NOT_FOUND, AVATAR_NOT_FOUND. */
export const getAvatar = async (ctx: Context, { userId }: GetAvatar): Promise<Avatar> => {
  await getPerson(ctx, { userId });
  const avatar = await selectAvatar(ctx.db, userId);
  if (avatar === undefined) throw new DomainError('AVATAR_NOT_FOUND');
  return avatar;
};
