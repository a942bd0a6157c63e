import { join, normalize } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { firstSight } from './web/first-sight.ts';
import { mantineStyles } from './web/mantine-styles.ts';
import { preloads } from './web/preloads.ts';

/** Where `npm start` or `npm run sandbox` listens, for `npm run web`. */
const SERVER = 'http://127.0.0.1:8080';

/** What pages are made of, but for charts and the editor, which are large. */
const LIBRARIES =
  /@mantine[\\/](?:core|hooks|form|notifications|store)|@tabler|@tanstack|react-i18next|html-parse|fast-deep-equal|klona/u;
const OWN = join(import.meta.dirname, 'web');
const isCommon = (file: string): boolean =>
  file.includes('node_modules') ? LIBRARIES.test(file) : normalize(file).startsWith(OWN);

/** The web interface: built for the server to serve, or served by Vite while it is being worked on. */
export default defineConfig({
  root: join(import.meta.dirname, 'web'),
  plugins: [react(), mantineStyles(), firstSight(), preloads()],
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    target: 'es2023',
    // The policy of the pages allows no inline scripts.
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    // A quarter of them would not be needed at first; each file of them would be asked for before the scripts.
    cssCodeSplit: false,
    reportCompressedSize: false,
    rolldownOptions: {
      output: {
        // Each file is a way to the server and back, and browsers have six connections: what is needed at first comes in
        // one, what most pages share in another, and what lists consist of beside that in a third.
        codeSplitting: {
          groups: [
            { name: 'early', test: /[\\/]app[\\/]ask-early\.ts$|rolldown[\\/]runtime/u, priority: 1 },
            { name: 'frame', tags: ['$initial'] },
            { name: 'common', test: isCommon, minShareCount: 3, includeDependenciesRecursively: false },
            {
              name: 'lists',
              test: /[\\/]features[\\/](?:cases[\\/]list|views)[\\/]/u,
              includeDependenciesRecursively: false,
            },
          ],
        },
      },
    },
  },
  server: {
    proxy: { '/api': SERVER, '/healthz': SERVER, '/openapi.json': SERVER, '/docs/api': SERVER, '/password': SERVER },
  },
});
