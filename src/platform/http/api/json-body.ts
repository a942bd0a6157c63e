import { isUtf8 } from 'node:buffer';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { DomainError } from '../../../kernel/errors.ts';

/** The largest request body, in bytes: room for a description of 1 MiB with what JSON adds to it. */
const MAX_BODY_BYTES = 1_792 * 1024;

/** JSON under its own name and under that of merge patches. Source: RFC 7396 section 4. */
const JSON_TYPES = ['application/json', 'application/merge-patch+json'];

/** Lets requests bring JSON and nothing else. */
export const readJsonBodies = (app: FastifyInstance): void => {
  app.removeAllContentTypeParsers();
  app.addContentTypeParser(
    JSON_TYPES,
    { parseAs: 'buffer', bodyLimit: MAX_BODY_BYTES },
    async ({ headers }: FastifyRequest, bytes: Buffer) => parseBody(bytes, headers['content-encoding']),
  );
};

const parseBody = (bytes: Buffer, encoding = 'identity'): unknown => {
  if (encoding.toLowerCase() !== 'identity') {
    throw new DomainError('CONTENT_TYPE_UNSUPPORTED', { message: 'The request body must not be compressed.' });
  }
  if (bytes.length === 0) return undefined;
  if (!isUtf8(bytes)) throw new DomainError('BODY_MALFORMED', { message: 'The request body is not valid UTF-8.' });
  try {
    return JSON.parse(bytes.toString('utf8'));
  } catch (error) {
    // Says where, for example "Unexpected token } in JSON at position 17".
    const place = error instanceof SyntaxError ? ` ${error.message}.` : '';
    throw new DomainError('BODY_MALFORMED', { message: `The request body is not valid JSON.${place}` });
  }
};
