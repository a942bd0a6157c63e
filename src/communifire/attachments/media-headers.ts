import type { Attachment } from '../../features/attachments/attachment.ts';
import { isPicture } from '../../features/attachments/content-type.ts';

/** Attachments never change; browsers ask again all the same, because the case may be gone. */
const CACHE_SECONDS = 60 * 60;

/** What `encodeURIComponent` leaves although RFC 8187 does not allow it in a value. */
const NOT_IN_VALUE = /['()*]/gu;

/** The same for every answer about one attachment. */
export const etagOf = ({ id }: Attachment): string => `"attachment-${id}"`;

/** Headers that let a file do no harm in a browser, whatever is in it. */
export const safeHeaders = (attachment: Attachment, { isLinked }: { readonly isLinked: boolean }) => ({
  'content-type': attachment.contentType === 'text/plain' ? 'text/plain; charset=utf-8' : attachment.contentType,
  'content-disposition': dispositionOf(attachment),
  'content-security-policy': "default-src 'none'; sandbox",
  'x-content-type-options': 'nosniff',
  // With a key, whether one may still see it is asked each time.
  'cache-control': isLinked ? `private, max-age=${CACHE_SECONDS}` : 'private, no-cache',
  'accept-ranges': 'bytes',
  etag: etagOf(attachment),
  'last-modified': new Date(attachment.createdAt).toUTCString(),
});

/** Shown in place only when it is a picture. Source: RFC 6266; RFC 8187. */
const dispositionOf = ({ contentType, name }: Attachment): string => {
  const ascii =
    name
      .normalize('NFKD')
      .replace(/[^\x20-\x7e]/gu, '')
      .replace(/["\\%]/gu, '_') || 'file';
  const encoded = encodeURIComponent(name).replace(
    NOT_IN_VALUE,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `${isPicture(contentType) ? 'inline' : 'attachment'}; filename="${ascii}"; filename*=UTF-8''${encoded}`;
};
