import type { FastifyRequest } from 'fastify';

/** The path of a request without its parameters. */
export const pathOf = ({ originalUrl }: FastifyRequest): string => originalUrl.split(/[?&]/u, 1)[0] ?? '';

/** Whether the path is for the sandbox itself and not for what it serves. */
export const isControl = (path: string): boolean => path === '/sandbox' || path.startsWith('/sandbox/');
