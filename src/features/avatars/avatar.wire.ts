import { Type } from 'typebox';
import type { Context } from '../../platform/context.ts';
import { AvatarUrl } from '../../platform/http/api/avatar-url.ts';
import { type UploadRequest, uploadedFiles } from '../../platform/http/upload.ts';
import { type Avatar, MAX_AVATAR_BYTES } from './avatar.ts';
import { receiveAvatar } from './receive-avatar.ts';

/** Where a picture is, in the new API. */
export const ApiAvatar = Type.Object({ avatarUrl: AvatarUrl }, { $id: 'Avatar', additionalProperties: false });

/** Takes the picture of a request in, on its way to a user. Throws what `receiveAvatar` throws. */
export const receiveUpload = async (ctx: Context, userId: number, request: UploadRequest) => {
  const files = uploadedFiles(request, { maxBytes: MAX_AVATAR_BYTES });
  const picture = await receiveAvatar(ctx, { userId, files });
  return { picture, fingerprint: picture.digest, discard: () => ctx.platform.files.remove(picture.key) };
};

/** How long a browser may keep a picture under the address that names it, in seconds: a week. */
const CACHE_SECONDS = 7 * 24 * 60 * 60;

/** What the headers of an answer with the picture are made of. */
export const sentAvatar = ({ userId, contentType, byteSize, createdAt }: Avatar, version: string | undefined) => ({
  ...{ name: 'avatar', contentType, byteSize, createdAt },
  etag: `"avatar-${userId}-${createdAt}"`,
  isPicture: true,
  isLinked: false,
  ...(version === String(createdAt) ? { cacheControl: `private, max-age=${CACHE_SECONDS}, immutable` } : {}),
});
