// npm run screenshots [folder]: pictures of the main screens with the example data, in every variant, to be looked at.

import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { SANDBOX_PASSWORD } from '../src/app/sandbox-access.ts';
import { screens, show, variants } from '../test/e2e/screens.ts';
import { startServer } from '../test/support/program.ts';
import { buildWeb } from './build-web.mjs';
import { findChromium, installChromium } from './chromium.ts';

const WHO = 'admin';

const root = join(import.meta.dirname, '..');
const [folder = join(root, 'screenshots')] = process.argv.slice(2);
mkdirSync(folder, { recursive: true });

await installChromium();
await buildWeb({ root, node: process.execPath, env: process.env });
const server = await startServer({}, 'sandbox');
const executablePath = findChromium() ?? '';
const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-background-networking'] });
try {
  for (const [variant, options] of Object.entries(variants)) {
    const context = await browser.newContext({ baseURL: server.url, ...options });
    const credentials = { username: WHO, password: SANDBOX_PASSWORD };
    await context.request.post('/api/v1/sessions', { headers: { origin: server.url }, data: credentials });
    const page = await context.newPage();
    for (const [name, path] of Object.entries(screens)) {
      await show(page, path);
      await page.screenshot({ path: join(folder, `${name}-${variant}.png`) });
    }
    await context.close();
  }
} finally {
  await browser.close();
  await server.stop();
}
console.log(`${Object.keys(screens).length * Object.keys(variants).length} pictures in ${folder}`);
