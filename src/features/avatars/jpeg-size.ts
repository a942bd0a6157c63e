import type { PictureSize } from './picture.ts';

/** Where the first segment begins: behind the mark of the beginning. */
const FIRST_SEGMENT = 2;

/** Marks among those of frames that are none: of Huffman tables, extensions and arithmetic coding. */
const NO_FRAMES: ReadonlySet<number> = new Set([0xc4, 0xc8, 0xcc]);

/** Segments before a frame are its tables and what programs note: whoever has more wants to keep a server busy. */
const MAX_SEGMENTS = 1_000;

/**
 * How large the frame of a JPEG is; undefined when none comes before its pixels. Source: ITU-T T.81 annex B.
 */
export const jpegSize = (content: Buffer): PictureSize | undefined => {
  let at = FIRST_SEGMENT;
  for (let count = 0; count < MAX_SEGMENTS && at + 9 <= content.length; count += 1) {
    const mark = content.readUInt16BE(at) - 0xff00;
    if (mark >= 0xc0 && mark <= 0xcf && !NO_FRAMES.has(mark)) {
      return { height: content.readUInt16BE(at + 5), width: content.readUInt16BE(at + 7) };
    }
    // Only segments that tell their length: frames, tables, and what programs note.
    if (!isSegment(mark)) return undefined;
    at += 2 + content.readUInt16BE(at + 2);
  }
  return undefined;
};

const isSegment = (mark: number): boolean => NO_FRAMES.has(mark) || (mark >= 0xdb && mark <= 0xef) || mark === 0xfe;
