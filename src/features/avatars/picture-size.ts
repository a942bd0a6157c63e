interface PictureSize {
  readonly width: number;
  readonly height: number;
}

/** How many bytes of a file the sizes below are in. */
const HEADER_BYTES = 30;

/**
 * How large a picture says it is, in pixels; undefined where that does not stand at its beginning.
 * Source: RFC 2083 section 4.1.1; GIF89a section 18; WebP container, extended file format.
 */
export const sizeInHeader = (head: Buffer, contentType: string): PictureSize | undefined => {
  if (contentType === 'image/gif' && head.length >= 10) {
    return { width: head.readUInt16LE(6), height: head.readUInt16LE(8) };
  }
  if (head.length < HEADER_BYTES) return undefined;
  if (contentType === 'image/png') return { width: head.readUInt32BE(16), height: head.readUInt32BE(20) };
  if (head.toString('latin1', 12, 16) !== 'VP8X') return undefined;
  return { width: head.readUIntLE(24, 3) + 1, height: head.readUIntLE(27, 3) + 1 };
};
