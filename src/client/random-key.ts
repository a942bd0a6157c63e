const BYTES = 16;

/**
 * A key that nobody has used before, of letters and digits. `crypto.randomUUID` would do, but browsers have it on
 * encrypted connections alone, and a server in a network of one's own may have none.
 */
export const randomKey = (): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(BYTES)), (byte) => byte.toString(16).padStart(2, '0')).join('');
