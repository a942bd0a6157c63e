import type { FastifyInstance } from 'fastify';
import { stranger } from '../../kernel/actor.ts';
import { Context, type Platform } from '../../platform/context.ts';
import { getWorkspace } from './get-workspace.ts';

/** With what a browser makes an application of the web interface. Source: W3C, Web Application Manifest. */
const manifest = {
  description: 'A case tracker on your own server.',
  ...{ start_url: '/', scope: '/', display: 'standalone' },
  ...{ background_color: '#ffffff', theme_color: '#2f6f62' },
  icons: [
    { src: '/icon.svg', type: 'image/svg+xml', sizes: 'any', purpose: 'any' },
    { src: '/icon-maskable.svg', type: 'image/svg+xml', sizes: 'any', purpose: 'maskable' },
  ],
};

/** The manifest of the web interface, with the name of the workspace. It needs no key. */
export const manifestRoute = (app: FastifyInstance, platform: Platform): void => {
  const ctx = new Context(platform, stranger('v1'));
  app.get('/manifest.webmanifest', { schema: { hide: true } }, async (_request, reply) => {
    const { name } = await getWorkspace(ctx);
    return reply
      .type('application/manifest+json')
      .header('cache-control', 'no-cache')
      .send(JSON.stringify({ name, short_name: name, ...manifest }));
  });
};
