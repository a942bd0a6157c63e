import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { runChild } from './child-process.mjs';

/** What the built interface is made from. */
const SOURCES = ['web', 'src/client', 'vite.config.ts', 'package-lock.json'];

/**
 * Builds the web interface unless it was built from what is there now. Throws an error for people when that fails.
 */
export async function buildWeb({ root, node, env }) {
  const dist = join(root, 'web', 'dist');
  const stamp = join(dist, '.built-from');
  const sources = fingerprint(root);
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === sources) return;
  process.stderr.write('Building the web interface (when it has changed, about ten seconds) …\n');
  const vite = join(root, 'node_modules', 'vite', 'bin', 'vite.js');
  const stdio = ['ignore', 'pipe', 'pipe'];
  const { code, output } = await runChild(node, [vite, 'build', '--logLevel', 'warn'], { cwd: root, env, stdio });
  if (code !== 0) throw new Error(`The web interface could not be built:\n${output.trim()}`);
  writeFileSync(stamp, sources);
}

function fingerprint(root) {
  const hash = createHash('sha256');
  for (const file of SOURCES.flatMap((source) => filesIn(join(root, source)))) {
    hash
      .update(`${relative(root, file)}\0`)
      .update(readFileSync(file))
      .update('\0');
  }
  return hash.digest('hex');
}

function filesIn(path) {
  if (statSync(path).isFile()) return [path];
  return readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((file) => !file.startsWith(join(path, 'dist')))
    .sort();
}
