import { buffer } from 'node:stream/consumers';
import { DomainError, invalidField } from '../../kernel/errors.ts';
import type { Context } from '../../platform/context.ts';
import type { StoredFile } from '../../platform/files/file-store.ts';
import { getPerson } from '../users/get-person.ts';
import { requireProfileOf } from '../users/update-profile.ts';
import { MAX_AVATAR_BYTES, requirePicture } from './avatar.ts';

interface ReceiveAvatar {
  readonly userId: number;
  /** Read one after the other, each to its end. */
  readonly files: AsyncIterable<{ readonly content: AsyncIterable<Buffer> }>;
}

/** A picture that is on disk and that nothing refers to yet. */
export interface ReceivedAvatar extends StoredFile {
  readonly contentType: string;
}

/**
 * Keeps the picture that somebody is to have. Whether that is allowed is decided before the first byte is read. Throws
 * USER_NOT_FOUND, RIGHT_MISSING, FIELDS_INVALID, FILE_TOO_LARGE, FILES_UNAVAILABLE.
 */
export const receiveAvatar = async (ctx: Context, { userId, files }: ReceiveAvatar): Promise<ReceivedAvatar> => {
  await getPerson(ctx, { userId });
  await requireProfileOf(ctx, { userId, purpose: 'choose this picture' });
  const kept: StoredFile[] = [];
  try {
    for await (const { content } of files) {
      kept.push(await ctx.platform.files.receive(content, { maxBytes: MAX_AVATAR_BYTES }));
    }
    const [picture, ...others] = kept;
    if (picture === undefined || others.length > 0) throw invalidField('file', 'must be there, and be one picture');
    return { ...picture, contentType: requirePicture(await contentOf(ctx, picture)) };
  } catch (error) {
    for (const { key } of kept) await ctx.platform.files.remove(key);
    throw error instanceof DomainError && error.code === 'FILE_TOO_LARGE' ? tooLarge() : error;
  }
};

/** All of it: the size of a picture may stand anywhere in it. */
const contentOf = async (ctx: Context, { key, head }: StoredFile): Promise<Buffer> => {
  const content = await ctx.platform.files.read(key);
  return content === undefined ? head : buffer(content);
};

const tooLarge = (): DomainError =>
  new DomainError('FILE_TOO_LARGE', {
    message: `The picture is too large: it may have ${MAX_AVATAR_BYTES / 1024 / 1024} MB.`,
  });
