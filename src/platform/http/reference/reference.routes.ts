import { readFile } from 'node:fs/promises';
import type { FastifyInstance } from 'fastify';
import { lazyFile } from '../lazy-file.ts';
import { page, startScript } from './reference.page.ts';
import { referenceScript } from './reference-script.ts';

/** Nothing from anywhere else: no script, no font, no request. Styles are made by the script as it runs. */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "font-src 'self' data:",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

const JAVASCRIPT = 'text/javascript; charset=utf-8';

interface ReferenceOptions {
  /** The path of the OpenAPI document. */
  readonly document: string;
}

/** `/openapi.json` and a page to read it and try it out. Neither needs a key. */
export const referenceRoutes = (app: FastifyInstance, { document }: ReferenceOptions): void => {
  const files = {
    '/openapi.json': { type: 'application/json; charset=utf-8', read: () => readFile(document) },
    '/docs/api/scalar.js': { type: JAVASCRIPT, read: referenceScript },
    '/docs/api/start.js': { type: JAVASCRIPT, read: async () => Buffer.from(startScript) },
    '/docs/api': { type: 'text/html; charset=utf-8', read: async () => Buffer.from(page) },
  };
  for (const [url, file] of Object.entries(files)) app.get(url, { schema: { hide: true } }, lazyFile(file));
  app.addHook('onRequest', async (_request, reply) => {
    reply.headers({ 'content-security-policy': POLICY, 'referrer-policy': 'no-referrer' });
  });
};
