/** How long browsers may keep a file that anybody with its address may read, in seconds: it may be deleted. */
const CACHE_SECONDS = 60 * 60;

/** What `encodeURIComponent` leaves although RFC 8187 does not allow it in a value. */
const NOT_IN_VALUE = /['()*]/gu;

/** A file that is kept here and never changes. */
export interface SentFile {
  readonly name: string;
  readonly contentType: string;
  readonly byteSize: number;
  /** The same for every answer about this file, and for no other one. */
  readonly etag: string;
  /** In milliseconds since 1970-01-01T00:00:00Z. */
  readonly createdAt: number;
  /** Whether it is a picture that browsers show without running anything in it. */
  readonly isPicture: boolean;
  /** Whether it is read by a signed address, without a key. */
  readonly isLinked: boolean;
  /** How browsers keep it, where that is no matter of these. */
  readonly cacheControl?: string;
}

/** Headers that let a file do no harm in a browser, whatever is in it. */
export const safeHeaders = (file: SentFile) => ({
  'content-type': file.contentType === 'text/plain' ? 'text/plain; charset=utf-8' : file.contentType,
  'content-disposition': dispositionOf(file.isPicture ? 'inline' : 'attachment', file.name),
  'content-security-policy': "default-src 'none'; sandbox",
  'x-content-type-options': 'nosniff',
  // With a key, whether one may still see it is asked each time.
  'cache-control': file.cacheControl ?? (file.isLinked ? `private, max-age=${CACHE_SECONDS}` : 'private, no-cache'),
  'accept-ranges': 'bytes',
  etag: file.etag,
  'last-modified': new Date(file.createdAt).toUTCString(),
});

/** How browsers treat a file, and under which name they save it. Source: RFC 6266; RFC 8187. */
export const dispositionOf = (kind: 'inline' | 'attachment', name: string): string => {
  const ascii =
    name
      .normalize('NFKD')
      .replace(/[^\x20-\x7e]/gu, '')
      .replace(/["\\%]/gu, '_') || 'file';
  const encoded = encodeURIComponent(name).replace(
    NOT_IN_VALUE,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `${kind}; filename="${ascii}"; filename*=UTF-8''${encoded}`;
};
