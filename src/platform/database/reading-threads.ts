import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { ReadingAnswer, ReadingOrder, ReadingThreadOptions } from './reading-thread.ts';
import type { Row, RunStatement } from './session.ts';

/** One processor is for the event loop; more threads than this hardly ever have something to do at once. */
const MOST_THREADS = 3;

/** A statement whose rows somebody waits for. */
interface Pending {
  readonly order: ReadingOrder;
  readonly resolve: (rows: Row[]) => void;
  readonly reject: (error: unknown) => void;
}

interface Thread {
  readonly worker: Worker;
  readonly pending: Map<number, Pending>;
  readonly ended: Promise<unknown>;
}

/**
 * Runs statements that only read beside the event loop, each on its own and on what is committed when it begins. Threads
 * are started when all others have something to do. Where one fails, its statements are run without it. Source:
 * docs/adr/0024-searches-beside-the-event-loop.md.
 */
export class ReadingThreads {
  readonly #file: string;
  readonly #runHere: RunStatement;
  readonly #most = Math.min(Math.max(availableParallelism() - 1, 1), MOST_THREADS);
  readonly #threads = new Set<Thread>();
  #isTrusted = true;
  #number = 0;

  constructor(file: string, runHere: RunStatement) {
    this.#file = file;
    this.#runHere = runHere;
  }

  readonly run: RunStatement = (sql, parameters) => {
    if (!this.#isTrusted) return this.#runHere(sql, parameters);
    this.#number += 1;
    const order = { number: this.#number, sql, parameters };
    return new Promise((resolve, reject) => send(this.#leastBusy(), { order, resolve, reject }));
  };

  /** Ends the threads, when what they were told to do is done. */
  async close(): Promise<void> {
    this.#isTrusted = false;
    const threads = [...this.#threads];
    for (const { worker } of threads) {
      // Where nothing else is left to do, the program would end before the thread.
      worker.ref();
      worker.postMessage('end');
    }
    await Promise.all(threads.map(({ ended }) => ended));
  }

  #leastBusy(): Thread {
    const [first] = [...this.#threads].sort((one, other) => one.pending.size - other.pending.size);
    if (first !== undefined && (first.pending.size === 0 || this.#threads.size === this.#most)) return first;
    return this.#start();
  }

  #start(): Thread {
    const workerData: ReadingThreadOptions = { file: this.#file };
    const worker = new Worker(new URL('./reading-thread.ts', import.meta.url), { workerData });
    const thread = { worker, pending: new Map(), ended: new Promise((resolve) => worker.once('exit', resolve)) };
    worker.on('message', (answer: ReadingAnswer) => receive(thread, answer));
    worker.on('error', () => this.#giveUp(thread));
    worker.unref();
    this.#threads.add(thread);
    return thread;
  }

  /** A thread that could not be started, or ended: the event loop does what it was to do, and all that follows. */
  #giveUp(thread: Thread): void {
    this.#isTrusted = false;
    this.#threads.delete(thread);
    for (const { order, resolve, reject } of thread.pending.values()) {
      this.#runHere(order.sql, order.parameters).then(resolve, reject);
    }
    thread.pending.clear();
  }
}

/** The program does not end as long as somebody waits for rows. */
const send = ({ worker, pending }: Thread, waiting: Pending): void => {
  if (pending.size === 0) worker.ref();
  pending.set(waiting.order.number, waiting);
  worker.postMessage(waiting.order);
};

const receive = ({ worker, pending }: Thread, answer: ReadingAnswer): void => {
  const waiting = pending.get(answer.number);
  pending.delete(answer.number);
  if (pending.size === 0) worker.unref();
  if ('rows' in answer) waiting?.resolve(answer.rows);
  else waiting?.reject(answer.error);
};
