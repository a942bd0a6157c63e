/** How deep arrays and objects may stand in each other. */
const MAX_DEPTH = 100;
/** What cannot be too deep to be read in no time. */
const SHORT = 4_096;

const [QUOTE, BACKSLASH, OPEN_ARRAY, CLOSE_ARRAY, OPEN_OBJECT, CLOSE_OBJECT] = [0x22, 0x5c, 0x5b, 0x5d, 0x7b, 0x7d];

/**
 * The value that a text from outside stands for. Throws SyntaxError when it is not JSON, and when it is nested so deep that
 * reading it, and every later look at it, would keep everybody waiting. Source: RFC 8259 section 9.
 */
export const parseJson = (text: string): unknown => {
  if (text.length > SHORT && isTooDeep(text)) throw new SyntaxError(`It is nested more than ${MAX_DEPTH} deep`);
  return JSON.parse(text);
};

/** One look at each character; what is not JSON is somebody else's to refuse. */
const isTooDeep = (text: string): boolean => {
  let depth = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === QUOTE) at = endOfString(text, at + 1);
    else if (code === OPEN_ARRAY || code === OPEN_OBJECT) depth += 1;
    else if (code === CLOSE_ARRAY || code === CLOSE_OBJECT) depth -= 1;
    if (depth > MAX_DEPTH) return true;
  }
  return false;
};

/** The place of the quote that ends a string, or the end of the text. */
const endOfString = (text: string, from: number): number => {
  let at = from;
  for (;;) {
    const quote = text.indexOf('"', at);
    if (quote === -1) return text.length;
    let escapes = quote - 1;
    while (escapes >= from && text.charCodeAt(escapes) === BACKSLASH) escapes -= 1;
    if ((quote - 1 - escapes) % 2 === 0) return quote;
    at = quote + 1;
  }
};
