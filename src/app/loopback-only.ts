import type { FastifyRequest } from 'fastify';
import { DomainError } from '../kernel/errors.ts';

/** Names and addresses of this machine that nobody else can take over. */
const LOOPBACK = /^(?:127(?:\.\d{1,3}){3}|\[?::1\]?|localhost)$/u;

/** Whether the host, as a setting or in a URL, means this machine and nobody else. */
export const isLoopback = (host: string): boolean => LOOPBACK.test(host);

/**
 * Refuses what a page of another site sends from a browser on this machine, under its own name or under one that it
 * lets point here: the key of the sandbox is no secret.
 */
export const requireLoopback = async ({ headers, hostname }: FastifyRequest): Promise<void> => {
  const { origin } = headers;
  const originHost = origin === undefined ? hostname : URL.canParse(origin) ? new URL(origin).hostname : '';
  if (isLoopback(hostname) && isLoopback(originHost)) return;
  throw new DomainError('RIGHT_MISSING', {
    message: 'The sandbox answers only to programs and pages of this machine.',
  });
};
