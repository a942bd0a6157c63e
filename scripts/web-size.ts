// Builds the web interface and looks at how much JavaScript a browser has to load before anything is there.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { buildWeb } from './build-web.mjs';

/** In bytes, compressed. */
const MOST_INITIAL = 250_000;

const root = join(import.meta.dirname, '..');
const dist = join(root, 'web', 'dist');

await buildWeb({ root, node: process.execPath, env: process.env });
const page = readFileSync(join(dist, 'index.html'), 'utf8');
const scripts = [...page.matchAll(/(?:src|href)="\/([^"]+\.js)"/gu)].map(([, file = '']) => file);
const sizes = scripts.map((file) => gzipSync(readFileSync(join(dist, file))).length);
const initial = sizes.reduce((sum, size) => sum + size, 0);
console.log(`${scripts.length} files of JavaScript at first, ${initial} bytes compressed; at most ${MOST_INITIAL}`);
if (scripts.length === 0 || initial > MOST_INITIAL) process.exitCode = 1;
