import type { Readable } from 'node:stream';
import { DomainError } from '../../kernel/errors.ts';
import type { Context } from '../../platform/context.ts';
import type { ByteRange } from '../../platform/files/file-store.ts';
import type { Avatar } from './avatar.ts';

interface ReadAvatar {
  readonly avatar: Avatar;
  readonly range: ByteRange | 'all';
}

/** The bytes of a picture that was found. Throws AVATAR_NOT_FOUND, FILES_UNAVAILABLE. */
export const readAvatar = async (ctx: Context, { avatar, range }: ReadAvatar): Promise<Readable> => {
  const bytes = await ctx.platform.files.read(avatar.storageKey, range === 'all' ? undefined : range);
  if (bytes === undefined) throw new DomainError('AVATAR_NOT_FOUND');
  return bytes;
};
