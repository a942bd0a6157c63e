// npm run openapi: writes what is generated from the routes of the server. With --check it writes nothing, and fails when
// something that is committed differs from what would be written.

import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { clientFiles } from './openapi/client.ts';
import { openapiDocument } from './openapi/document.ts';
import { registeredRoutes } from './openapi/registered-routes.ts';

const root = join(import.meta.dirname, '..');

const document = openapiDocument(await registeredRoutes());

/** The generated files, by their paths. */
const generated: Readonly<Record<string, string>> = {
  'docs/api/openapi.json': `${JSON.stringify(document, undefined, 1)}\n`,
  ...(await clientFiles(document)),
};

const committed = (path: string): string | undefined =>
  existsSync(join(root, path)) ? readFileSync(join(root, path), 'utf8') : undefined;

const changed = Object.entries(generated).filter(([path, content]) => committed(path) !== content);

if (process.argv.includes('--check')) {
  for (const [path] of changed) console.error(`${path} is not what the routes say: npm run openapi`);
  if (changed.length > 0) process.exitCode = 1;
} else {
  for (const [path, content] of changed) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), content);
    console.log(`${path} written`);
  }
}
