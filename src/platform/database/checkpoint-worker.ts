// Copies what is committed from SQLite's log into the database file, on a thread of its own: copying thousands of pages
// and waiting for the disk would stop the event loop for as long.

import { DatabaseSync } from 'node:sqlite';
import { parentPort, workerData } from 'node:worker_threads';

/** Which database. */
export interface CheckpointOrder {
  readonly file: string;
}

/** How long to wait for a lock, in milliseconds: this thread has time. */
const BUSY_TIMEOUT_MS = 5_000;

const { file } = workerData as CheckpointOrder;
const connection = new DatabaseSync(file, { timeout: BUSY_TIMEOUT_MS });
// Otherwise this connection would begin checkpoints of its own.
connection.exec('pragma wal_autocheckpoint = 0');
const checkpoint = connection.prepare('pragma wal_checkpoint(passive)');

parentPort?.on('message', (message: 'copy' | 'end') => {
  if (message === 'copy') {
    try {
      checkpoint.get();
    } finally {
      parentPort?.postMessage('copied');
    }
    return;
  }
  connection.close();
  parentPort?.close();
});
