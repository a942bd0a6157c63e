/** A value of a header with its parameters, such as `form-data; name="a"; filename="b.png"`. */
interface HeaderValue {
  readonly value: string;
  /** By their lower-case names; of a repeated one the first counts. */
  readonly parameters: ReadonlyMap<string, string>;
}

/** A parameter: its name, then a quoted string or everything up to the next semicolon. */
const PARAMETER = /;\s*([^\s=;"]+)\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^;]*))/gu;

/** Reads a header whose bytes are given as latin1 text. Source: RFC 9110 section 5.6.6; RFC 7578 section 4.2. */
export const parseHeader = (header: string): HeaderValue => {
  const parameters = new Map<string, string>();
  for (const [, name = '', quoted, plain = ''] of header.matchAll(PARAMETER)) {
    const key = name.toLowerCase();
    if (!parameters.has(key)) parameters.set(key, quoted === undefined ? plain.trim() : unescaped(quoted));
  }
  return { value: (header.split(';', 1)[0] ?? '').trim().toLowerCase(), parameters };
};

/** Only quotes and backslashes are escaped: old browsers send `C:\photo.png` as it is. */
const unescaped = (quoted: string): string => quoted.replace(/\\(["\\])/gu, '$1');

/**
 * The text of a parameter: its extended form (RFC 8187) where there is one, which is percent-encoded UTF-8; otherwise
 * its bytes as UTF-8, or as latin1 when they are none.
 */
export const textOf = ({ parameters }: HeaderValue, name: string): string | undefined => {
  const extended = /^utf-8'[^']*'(.+)$/iu.exec(parameters.get(`${name}*`) ?? '')?.[1];
  return (extended && decoded(extended)) ?? utf8Of(parameters.get(name));
};

const decoded = (percentEncoded: string): string | undefined => {
  try {
    return decodeURIComponent(percentEncoded);
  } catch {
    return undefined;
  }
};

const utf8Of = (latin1: string | undefined): string | undefined => {
  if (latin1 === undefined) return undefined;
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(Buffer.from(latin1, 'latin1'));
  } catch {
    return latin1;
  }
};
