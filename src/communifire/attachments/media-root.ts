import type { FastifyRequest } from 'fastify';
import { contextOf } from '../../platform/http/request-context.ts';

/** Where files are served. */
export const MEDIA_PATH = '/media';

/** A name or an address of a host, with or without a port: nothing that could end the address early. */
const HOST = /^(?:[\w.-]+|\[[\da-f:.]+\])(?::\d{1,5})?$/iu;

/**
 * Where the addresses of files begin, absolute: at the address that the operator has set, or else at the one that the
 * client itself has used.
 */
export const mediaRootOf = (request: FastifyRequest): string => {
  const host = HOST.test(request.host) ? request.host : 'localhost';
  return `${contextOf(request).platform.publicUrl ?? `${request.protocol}://${host}`}${MEDIA_PATH}`;
};
