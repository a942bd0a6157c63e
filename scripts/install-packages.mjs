import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, rmdirSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { runChild } from './child-process.mjs';

const HEARTBEAT_MS = 1_000;
const POLL_MS = 500;
/** So many looks at a lock whose heart does not beat, and it belongs to nobody any more. */
const LOOKS_UNTIL_STALE = 40;

/**
 * Installs what package-lock.json asks for unless it is there already: with the development packages, or at least those
 * that the program runs with. Throws an error for people when npm fails.
 */
export async function installPackages({ root, dev }) {
  if (isInstalled({ root, dev })) return;
  const unlock = await lock(root, () => isInstalled({ root, dev }));
  if (unlock === undefined) return;
  try {
    if (!isInstalled({ root, dev })) await runNpm({ root, dev });
  } finally {
    unlock();
  }
}

/** By the stamp of an earlier look; without a valid one, by what npm itself noted down as installed. */
function isInstalled({ root, dev }) {
  const wanted = read(join(root, 'package-lock.json'));
  const present = read(join(root, 'node_modules', '.package-lock.json'));
  if (wanted === undefined) throw new Error(`There is no package-lock.json in ${root}: the checkout is incomplete.`);
  if (present === undefined) return false;
  const key = hash([wanted, present, process.platform, process.arch]);
  const stamp = parse(read(stampFile(root)));
  if (stamp !== undefined && stamp.key === key && (stamp.dev || !dev)) return true;
  const complete = (options) => hasAll(parse(wanted), parse(present), options);
  if (!complete({ dev })) return false;
  write(stampFile(root), JSON.stringify({ key, dev: complete({ dev: true }) }));
  return true;
}

function hasAll(wanted, present, { dev }) {
  if (wanted === undefined || present === undefined) return false;
  return Object.entries(wanted.packages).every(([path, { version, integrity, link, ...entry }]) => {
    if (path === '' || link || (!dev && (entry.dev || entry.devOptional))) return true;
    const installed = present.packages[path];
    // Packages for other platforms stay away; so may any other optional one.
    if (installed === undefined) return entry.optional === true;
    return installed.version === version && (integrity === undefined || installed.integrity === integrity);
  });
}

async function runNpm({ root, dev }) {
  const first = read(join(root, 'node_modules', '.package-lock.json')) === undefined;
  say(`Installing packages (${first ? 'first start' : 'some are missing or have changed'}, about half a minute) …`);
  // Said in both directions: a NODE_ENV or .npmrc of the machine must not decide it.
  const include = dev ? ['--include=dev', '--include=optional'] : ['--omit=dev', '--include=optional'];
  const args = ['ci', ...include, '--no-audit', '--no-fund', '--loglevel=error'];
  const { code, signal, output } = await npm(args, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] }).catch((error) => {
    throw new Error(`npm could not be started (${error.message}). It comes with Node.js: is it in the PATH?`);
  });
  if (code !== 0) {
    const how = signal === null ? `exit code ${code}` : signal;
    throw new Error(`Installing the packages failed (npm ci, ${how}). npm says:\n\n${output.trim()}\n`);
  }
  if (!isInstalled({ root, dev }))
    throw new Error('npm ci ended well, yet packages are missing. Try it by hand: npm ci');
}

/** Runs the npm that started this program, or the one in the PATH (yarn and pnpm set npm_execpath too). */
function npm(args, options) {
  const running = process.env.npm_execpath;
  if (running && /[\\/]npm-cli\.c?js$/.test(running)) return runChild(process.execPath, [running, ...args], options);
  // On Windows npm is a script, which only a shell can start.
  if (process.platform === 'win32') return runChild(`npm ${args.join(' ')}`, [], { ...options, shell: true });
  return runChild('npm', args, options);
}

/**
 * Makes this process the only one that installs, and answers with how to end that; with nothing when meanwhile another
 * one has done the work. The lock is an empty directory whose time its owner renews.
 */
async function lock(root, isDone) {
  const directory = join(root, '.casekeep-installing');
  let seen;
  let looks = 0;
  while (!makeDirectory(directory)) {
    if (seen === undefined) say('Waiting for another start of Casekeep, which is installing packages …');
    const renewed = timeOf(directory);
    looks = renewed === seen ? looks + 1 : 0;
    seen = renewed;
    if (looks >= LOOKS_UNTIL_STALE && timeOf(directory) === seen) removeDirectory(directory);
    await sleep(POLL_MS);
    if (timeOf(directory) === undefined && isDone()) return undefined;
  }
  return keepAlive(directory);
}

function keepAlive(directory) {
  const heart = setInterval(() => quietly(() => utimesSync(directory, new Date(), new Date())), HEARTBEAT_MS);
  const unlock = () => {
    clearInterval(heart);
    removeDirectory(directory);
  };
  process.once('exit', unlock);
  return () => {
    process.removeListener('exit', unlock);
    unlock();
  };
}

function makeDirectory(directory) {
  try {
    mkdirSync(directory);
    return true;
  } catch (error) {
    if (error.code === 'EEXIST') return false;
    throw new Error(`Packages cannot be installed here: ${error.message}`);
  }
}

const removeDirectory = (directory) => quietly(() => rmdirSync(directory));

const timeOf = (directory) => quietly(() => statSync(directory).mtimeMs);

const stampFile = (root) => join(root, 'node_modules', '.casekeep-installed.json');

const read = (file) => quietly(() => readFileSync(file, 'utf8'));

/** A read-only checkout does without the stamp. */
const write = (file, text) => quietly(() => writeFileSync(file, text));

const parse = (text) => quietly(() => JSON.parse(text));

const hash = (parts) => createHash('sha256').update(JSON.stringify(parts)).digest('hex');

const say = (line) => process.stderr.write(`${line}\n`);

function quietly(work) {
  try {
    return work();
  } catch {
    return undefined;
  }
}
