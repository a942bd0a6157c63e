import { invalidField } from '../../kernel/errors.ts';
import { contentTypeOf, isPicture } from '../attachments/content-type.ts';
import { pictureSize } from './picture-size.ts';

/** The picture of a user. */
export interface Avatar {
  readonly userId: number;
  /** Under which name the bytes are kept. */
  readonly storageKey: string;
  /** Decided from the bytes. */
  readonly contentType: string;
  readonly byteSize: number;
  /** In milliseconds since 1970-01-01T00:00:00Z. */
  readonly createdAt: number;
}

/** How many bytes a picture may have. */
export const MAX_AVATAR_BYTES = 1024 * 1024;

/** How many pixels a picture may be wide, or high: a small file can be a picture that fills the memory of a browser. */
const MAX_SIDE = 4_096;

/** How many of its first bytes tell what a file is. */
const SIGNATURE_BYTES = 4_096;

/** What kind of picture these bytes are. Throws FIELDS_INVALID for what is none, or is too large to be shown. */
export const requirePicture = (content: Buffer): string => {
  const contentType = contentTypeOf(content.subarray(0, SIGNATURE_BYTES));
  if (!isPicture(contentType)) throw invalidField('file', 'must be a picture: PNG, JPEG, GIF or WebP');
  const { width, height } = pictureSize(content, contentType) ?? { width: 0, height: 0 };
  // Whoever does not say how large it is might be too large.
  if (Math.min(width, height) < 1) throw invalidField('file', 'must be a whole picture that says how large it is');
  if (Math.max(width, height) <= MAX_SIDE) return contentType;
  throw invalidField('file', `must be at most ${MAX_SIDE} pixels wide and high`);
};
