import type { FastifyRequest } from 'fastify';
import type { Platform } from '../context.ts';

/** What tells how the client has reached this server. */
export type ReachedRequest = Pick<FastifyRequest, 'host' | 'protocol'>;

/** A name or an address of a host, with or without a port: nothing that could end the address early. */
const HOST = /^(?:[\w.-]+|\[[\da-f:.]+\])(?::\d{1,5})?$/iu;

/**
 * How this server is reached, without a slash at the end: the address that the operator has set, or else the one that
 * the client itself has used.
 */
export const originOf = (request: ReachedRequest, { publicUrl }: Platform): string => {
  const host = HOST.test(request.host) ? request.host : 'localhost';
  return publicUrl ?? `${request.protocol}://${host}`;
};
