import { isUtf8 } from 'node:buffer';
import { DomainError } from '../../kernel/errors.ts';

/** The largest request body, in bytes: room for a description of 1 MiB with what JSON adds to it. */
export const MAX_BODY_BYTES = 1_792 * 1024;

/** The largest body of somebody who has not signed in yet, in bytes: nobody has to wait while it is read. */
export const MAX_STRANGERS_BODY_BYTES = 16 * 1024;

/** The bytes of a body as text; undefined when there are none. Throws BODY_MALFORMED, and CONTENT_TYPE_UNSUPPORTED when they are compressed. */
export const textOfBody = (bytes: Buffer, encoding = 'identity'): string | undefined => {
  if (encoding.toLowerCase() !== 'identity') {
    throw new DomainError('CONTENT_TYPE_UNSUPPORTED', { message: 'The request body must not be compressed.' });
  }
  if (bytes.length === 0) return undefined;
  if (!isUtf8(bytes)) throw new DomainError('BODY_MALFORMED', { message: 'The request body is not valid UTF-8.' });
  return bytes.toString('utf8');
};
