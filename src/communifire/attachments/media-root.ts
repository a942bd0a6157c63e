import type { FastifyRequest } from 'fastify';
import { originOf } from '../../platform/http/origin.ts';
import { contextOf } from '../../platform/http/request-context.ts';

/** Where files are served. */
export const MEDIA_PATH = '/media';

/** Where the addresses of files begin, absolute. */
export const mediaRootOf = (request: FastifyRequest): string =>
  `${originOf(request, contextOf(request).platform)}${MEDIA_PATH}`;
