import type { PictureSize } from './picture.ts';

/** Where the colours of all frames begin. */
const COLOURS = 13;

const EXTENSION = 0x21;
const FRAME = 0x2c;
const TRAILER = 0x3b;

/**
 * How large a GIF is, with each of its frames, which browsers show also where they are larger than its screen; undefined
 * when it has none or breaks off. Source: GIF89a sections 17 to 24.
 */
export const gifSize = (content: Buffer): PictureSize | undefined => {
  if (content.length < COLOURS) return undefined;
  const screen = { width: content.readUInt16LE(6), height: content.readUInt16LE(8) };
  let size: PictureSize | undefined;
  let at = COLOURS + coloursBytes(content[10]);
  while (at < content.length && content[at] !== TRAILER) {
    if (content[at] === EXTENSION) {
      at = endOfBlocks(content, at + 2);
    } else if (content[at] === FRAME && at + 10 <= content.length) {
      size = around(size ?? screen, content, at);
      at = endOfBlocks(content, at + 11 + coloursBytes(content[at + 9]));
    } else {
      return undefined;
    }
  }
  return at > content.length ? undefined : size;
};

const coloursBytes = (flags = 0): number => ((flags & 0x80) === 0 ? 0 : 3 * 2 ** ((flags & 0x07) + 1));

const around = ({ width, height }: PictureSize, content: Buffer, at: number): PictureSize => ({
  width: Math.max(width, content.readUInt16LE(at + 1) + content.readUInt16LE(at + 5)),
  height: Math.max(height, content.readUInt16LE(at + 3) + content.readUInt16LE(at + 7)),
});

/** Where that ends which comes in blocks, each behind its length; beyond the end where it breaks off. */
const endOfBlocks = (content: Buffer, begin: number): number => {
  let at = begin;
  while (at < content.length && content[at] !== 0) at += 1 + (content[at] ?? 0);
  return at + 1;
};
