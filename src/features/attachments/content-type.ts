import { isUtf8 } from 'node:buffer';

/** How the bytes of a kind of file begin: what stands at which place. `latin1` text, each character one byte. */
type Signature = readonly (readonly [offset: number, bytes: string])[];

/** What browsers show as a picture without running anything in it. */
const PICTURES = ['image/png', 'image/jpeg', 'image/gif', 'image/webp'] as const;

/** The first one that fits counts. Source: IANA media types; WHATWG MIME Sniffing; the formats' own specifications. */
const signatures: readonly (readonly [contentType: string, signature: Signature])[] = [
  ['image/png', [[0, '\x89PNG\r\n\x1a\n']]],
  ['image/jpeg', [[0, '\xff\xd8\xff']]],
  ['image/gif', [[0, 'GIF87a']]],
  ['image/gif', [[0, 'GIF89a']]],
  [
    'image/webp',
    [
      [0, 'RIFF'],
      [8, 'WEBPVP8'],
    ],
  ],
  [
    'audio/wav',
    [
      [0, 'RIFF'],
      [8, 'WAVE'],
    ],
  ],
  [
    'image/bmp',
    [
      [0, 'BM'],
      [6, '\0\0\0\0'],
    ],
  ],
  ['image/tiff', [[0, 'II*\0']]],
  ['image/tiff', [[0, 'MM\0*']]],
  ['image/heic', [[4, 'ftypheic']]],
  ['image/avif', [[4, 'ftypavif']]],
  ['video/quicktime', [[4, 'ftypqt  ']]],
  ['video/mp4', [[4, 'ftyp']]],
  ['video/x-matroska', [[0, '\x1aE\xdf\xa3']]],
  ['audio/mpeg', [[0, 'ID3']]],
  ['audio/ogg', [[0, 'OggS']]],
  ['application/pdf', [[0, '%PDF-']]],
  ['application/zip', [[0, 'PK\x03\x04']]],
  ['application/zip', [[0, 'PK\x05\x06']]],
  ['application/gzip', [[0, '\x1f\x8b\x08']]],
  ['application/x-7z-compressed', [[0, "7z\xbc\xaf'\x1c"]]],
  ['application/vnd.rar', [[0, 'Rar!\x1a\x07']]],
  ['application/x-ole-storage', [[0, '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1']]],
];

/** UTF-8 spells a character in at most this many bytes: one may be cut at the end of the head. */
const MAX_CHARACTER_BYTES = 4;

/**
 * What a file is, decided from its first bytes; what a client says, and the name, do not count. HTML, SVG and scripts are
 * text like any other. Archives are not looked into.
 */
export const contentTypeOf = (head: Buffer): string => {
  const known = signatures.find(([, signature]) => signature.every((place) => standsIn(head, place)));
  return known?.[0] ?? (isText(head) ? 'text/plain' : 'application/octet-stream');
};

/** Whether browsers may show it in place. */
export const isPicture = (contentType: string): boolean => PICTURES.some((picture) => picture === contentType);

const standsIn = (head: Buffer, [offset, bytes]: Signature[number]): boolean =>
  head.subarray(offset, offset + bytes.length).equals(Buffer.from(bytes, 'latin1'));

const isText = (head: Buffer): boolean => {
  if (head.length === 0 || head.includes(0)) return false;
  const cuts = Array.from({ length: MAX_CHARACTER_BYTES }, (_, cut) => head.subarray(0, head.length - cut));
  return cuts.some((cut) => cut.length > 0 && isUtf8(cut));
};
