import type { DatabaseSync } from 'node:sqlite';
import { Worker } from 'node:worker_threads';
import type { CheckpointOrder } from './checkpoint-worker.ts';

/** How large the log grows before it is copied into the database file, in pages of 4 KiB. */
const PAGES = 4_000;
/** How few pages are copied without the thread: in a moment, so that SQLite can begin the log anew. */
const FEW_PAGES = 400;
/** After how many batches the size of the log is looked at: looking costs a few microseconds. */
const BATCHES_BETWEEN_LOOKS = 16;
/**
 * How large the log grows at the most, in pages: where the thread cannot keep up, or does not run, the writer copies by
 * itself.
 */
export const MOST_PAGES = 40_000;

/** The thread has next to nothing in memory. */
const resourceLimits = { maxOldGenerationSizeMb: 16, maxYoungGenerationSizeMb: 1 };

/**
 * Checkpoints of SQLite's log beside the event loop. Nearly all of it is copied by a thread while others go on writing;
 * the little that has come meanwhile is copied between two batches, after which the log begins anew and does not grow.
 */
export class Checkpoints {
  readonly #file: string;
  readonly #writer: DatabaseSync;
  #worker: Worker | undefined;
  #ended: Promise<unknown> | undefined;
  #state: 'idle' | 'copying' | 'copied' = 'idle';
  #batches = 0;

  constructor(file: string, writer: DatabaseSync) {
    this.#file = file;
    this.#writer = writer;
  }

  /** To be called after each batch, outside of transactions. */
  afterBatch(): void {
    this.#batches += 1;
    if (this.#state === 'copied') this.#finish();
    else if (this.#state === 'idle' && this.#batches % BATCHES_BETWEEN_LOOKS === 0 && this.#waiting() >= PAGES) {
      this.#copy();
    }
  }

  /** Ends the thread, so that the last connection to close is the writer. */
  async close(): Promise<void> {
    // Where nothing else is left to do, the program would end before the thread.
    this.#worker?.ref();
    this.#worker?.postMessage('end');
    await this.#ended;
  }

  /** How many pages of the log are not in the database file yet. */
  #waiting(): number {
    const { log, checkpointed } = this.#writer.prepare('pragma wal_checkpoint(noop)').get() ?? {};
    return Number(log) - Number(checkpointed);
  }

  #copy(): void {
    this.#state = 'copying';
    this.#worker ??= this.#start();
    this.#worker.postMessage('copy');
  }

  #start(): Worker {
    const workerData: CheckpointOrder = { file: this.#file };
    const worker = new Worker(new URL('./checkpoint-worker.ts', import.meta.url), { workerData, resourceLimits });
    worker.unref();
    this.#ended = new Promise((resolve) => worker.once('exit', resolve));
    worker.on('message', () => {
      this.#state = 'copied';
    });
    // Then the thread is not asked again, and the writer copies by itself when the log is large.
    worker.on('error', () => undefined);
    return worker;
  }

  /** Copies what has come meanwhile. */
  #finish(): void {
    if (this.#waiting() > FEW_PAGES) this.#copy();
    else {
      this.#writer.exec('pragma wal_checkpoint(passive)');
      this.#state = 'idle';
    }
  }
}
