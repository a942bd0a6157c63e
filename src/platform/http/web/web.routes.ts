import { readdir, readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { lazyFile } from '../lazy-file.ts';
import { readPreloads } from './preloads.ts';

/**
 * Nothing from anywhere else, and no script but the files of the interface. Styles are also written by the scripts, for
 * widths and colours that only they know; files are shown from addresses of this server, or before they are sent.
 */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "manifest-src 'self'",
  "worker-src 'self'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join('; ');

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.webmanifest': 'application/manifest+json',
  '.woff2': 'font/woff2',
};

/** Where the interface has pages: each of them is the same file, which reads the address itself. */
const PAGES = ['/', '/sign-in', '/forgotten-password', '/inbox', '/cases', '/search', '/settings', '/admin'];
const PAGES_BELOW = ['/cases', '/spaces', '/settings', '/admin'];

/** The names of these files change with what is in them. */
const NEVER_CHANGES = 'public, max-age=31536000, immutable';

interface WebOptions {
  /** Where `npm start` has built the interface. */
  readonly directory: string;
}

/** The web interface. Its pages need no key: what they show, they ask the API for. */
export const webRoutes = async (app: FastifyInstance, { directory }: WebOptions): Promise<void> => {
  app.addHook('onRequest', async (_request, reply) => {
    reply.headers({ 'content-security-policy': POLICY, 'referrer-policy': 'same-origin' });
  });
  const handler = (file: string, cacheControl?: string) =>
    lazyFile({
      type: types[extname(file)] ?? 'application/octet-stream',
      read: () => readFile(join(directory, file)),
      cacheControl,
    });
  for (const file of await filesIn(directory)) {
    const url = `/${file}`;
    // What has a route of its own, as the manifest has, may be left from an earlier build.
    if (file === 'index.html' || app.hasRoute({ method: 'GET', url })) continue;
    app.get(url, hidden, handler(file, file.startsWith('assets/') ? NEVER_CHANGES : undefined));
  }
  const frame = handler('index.html');
  const linkOf = await readPreloads(directory);
  const page = (request: FastifyRequest, reply: FastifyReply): Promise<unknown> => {
    const [path = ''] = request.url.split('?');
    const link = linkOf(path);
    if (link !== undefined) reply.header('link', link);
    return frame(request, reply);
  };
  for (const url of [...PAGES, ...PAGES_BELOW.map((each) => `${each}/*`)]) app.get(url, hidden, page);
};

const hidden = { schema: { hide: true } };

/** With slashes; none where the interface was not built. Names with a dot at the beginning are notes of the build. */
const filesIn = async (directory: string): Promise<string[]> => {
  const entries = await readdir(directory, { recursive: true, withFileTypes: true }).catch(() => []);
  return entries
    .filter((entry) => entry.isFile() && !entry.name.startsWith('.'))
    .map(({ parentPath, name }) =>
      join(parentPath, name)
        .slice(directory.length + 1)
        .replaceAll('\\', '/'),
    );
};
