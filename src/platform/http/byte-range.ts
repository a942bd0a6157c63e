/** The part of a file that is asked for: its first and last byte, all of it, or one that is beyond its end. */
type AskedRange = { readonly start: number; readonly end: number } | 'all' | 'beyond';

const SINGLE_RANGE = /^bytes=(?:(\d{1,15})-(\d{0,15})|-(\d{1,15}))$/u;

/**
 * Reads the header Range. Several ranges, other units and what cannot be read are answered with all of it, which the
 * standard leaves open. Source: RFC 9110 section 14.2.
 */
export const readRange = (header: string | undefined, size: number): AskedRange => {
  const match = SINGLE_RANGE.exec((header ?? '').replaceAll(' ', ''));
  if (match === null) return 'all';
  const [, first, last, suffix] = match;
  if (first === undefined) return lastBytes(Number(suffix), size);
  const start = Number(first);
  const end = last === undefined || last === '' ? size - 1 : Number(last);
  if (last !== '' && end < start) return 'all';
  return start < size ? { start, end: Math.min(end, size - 1) } : 'beyond';
};

const lastBytes = (count: number, size: number): AskedRange =>
  count === 0 || size === 0 ? 'beyond' : { start: Math.max(0, size - count), end: size - 1 };
