import { spawn } from 'node:child_process';

const FORWARDED = ['SIGINT', 'SIGTERM', 'SIGHUP'];

/** What a terminal sends by itself to all processes in its foreground. */
const SENT_BY_TERMINALS = ['SIGINT', 'SIGHUP'];

const PARENT_POLL_MS = 250;

/**
 * Runs a program until it ends, which a signal to this process does not change: each signal is forwarded, once, and the
 * program decides when to go. What it wrote is returned where its output is piped.
 */
export function runChild(command, args, options) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, options);
    const stopForwarding = forwardSignals(child);
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      if (stream) stream.setEncoding('utf8').on('data', (text) => (output += text));
    }
    child.once('error', (error) => {
      stopForwarding();
      reject(error);
    });
    child.once('close', (code, signal) => {
      stopForwarding();
      resolve({ code, signal, output });
    });
  });
}

/** Ends this process the way the child ended: with its code, or by its signal. */
export function endLike({ code, signal }) {
  process.exitCode = code === null ? 1 : code;
  if (signal !== null) process.kill(process.pid, signal);
}

function forwardSignals(child) {
  const forwarded = new Set();
  const forward = (signal) => {
    if (forwarded.has(signal) || reachesTheChildAnyway(signal)) return;
    forwarded.add(signal);
    child.kill(signal);
  };
  for (const signal of FORWARDED) process.on(signal, forward);
  const stopWatching = onceAbandonedByNpm(() => forward('SIGTERM'));
  return () => {
    stopWatching();
    for (const signal of FORWARDED) process.removeListener(signal, forward);
  };
}

/** A SIGTERM for npm ends npm and the shell in which it runs a script, but does not get to the script. */
function onceAbandonedByNpm(react) {
  if (!process.env.npm_lifecycle_event || process.platform === 'win32') return () => {};
  const parent = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(watch);
    react();
  }, PARENT_POLL_MS);
  return () => clearInterval(watch);
}

/** Ctrl-C in a terminal reaches the whole group; a second SIGINT could cut the child's orderly shutdown short. */
function reachesTheChildAnyway(signal) {
  if (process.platform === 'win32') return true;
  return SENT_BY_TERMINALS.includes(signal) && [process.stdin, process.stdout, process.stderr].some((s) => s.isTTY);
}
