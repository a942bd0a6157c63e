import type { FastifyInstance, FastifyRequest } from 'fastify';
import { DomainError } from '../../../kernel/errors.ts';
import { MAX_BODY_BYTES, textOfBody } from '../body-text.ts';
import { parseJson } from '../json-text.ts';

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

const parseBody = (bytes: Buffer, encoding?: string): unknown => {
  const text = textOfBody(bytes, encoding);
  if (text === undefined) return undefined;
  try {
    return parseJson(text);
  } catch (error) {
    // Says where, for example "Unexpected token } in JSON at position 17".
    const place = error instanceof SyntaxError ? ` ${error.message}.` : '';
    throw new DomainError('BODY_MALFORMED', { message: `The request body is not valid JSON.${place}` });
  }
};
