import { gifSize } from './gif-size.ts';
import { jpegSize } from './jpeg-size.ts';
import type { PictureSize } from './picture.ts';

/** PNG and WebP say it in so many of their first bytes. */
const HEADER_BYTES = 30;

const SIDE_IN_WEBP = 0x3fff;

/**
 * How large a picture says it is, in pixels; undefined where it does not say so in the place where its format has it.
 * Source: RFC 2083 section 4.1.1; RFC 9649 sections 2.5 to 2.7; RFC 6386 section 9.1.
 */
export const pictureSize = (content: Buffer, contentType: string): PictureSize | undefined => {
  if (contentType === 'image/jpeg') return jpegSize(content);
  if (contentType === 'image/gif') return gifSize(content);
  if (content.length < HEADER_BYTES) return undefined;
  return contentType === 'image/png' ? pngSize(content) : webpSize(content);
};

const pngSize = (content: Buffer): PictureSize | undefined => {
  if (content.toString('latin1', 12, 16) !== 'IHDR') return undefined;
  return { width: content.readUInt32BE(16), height: content.readUInt32BE(20) };
};

const webpSize = (content: Buffer): PictureSize | undefined => {
  const kind = content.toString('latin1', 12, 16);
  if (kind === 'VP8X') return { width: content.readUIntLE(24, 3) + 1, height: content.readUIntLE(27, 3) + 1 };
  if (kind === 'VP8 ' && content.toString('latin1', 23, 26) === '\x9d\x01\x2a') {
    return { width: content.readUInt16LE(26) & SIDE_IN_WEBP, height: content.readUInt16LE(28) & SIDE_IN_WEBP };
  }
  if (kind !== 'VP8L' || content[20] !== 0x2f) return undefined;
  const sides = content.readUInt32LE(21);
  return { width: (sides & SIDE_IN_WEBP) + 1, height: ((sides >>> 14) & SIDE_IN_WEBP) + 1 };
};
