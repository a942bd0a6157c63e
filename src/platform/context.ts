import { AsyncLocalStorage } from 'node:async_hooks';
import type { Actor } from '../kernel/actor.ts';
import type { CaseOrder } from './database/case-order/case-order.ts';
import type { Database } from './database/database.ts';
import type { Session } from './database/session.ts';
import { isStaleReference } from './database/stale-reference.ts';
import type { FileStore } from './files/file-store.ts';
import type { Mailer } from './mail/mailer.ts';
import type { Memory } from './memory.ts';

/** How much people may upload. */
export interface FileLimits {
  /** All files of one upload together, in bytes. */
  readonly maxUploadBytes: number;
  /** All files that are kept, in bytes. */
  readonly quotaBytes: number;
  /** The file of one import, in bytes. */
  readonly maxImportBytes: number;
  /** The files of all imports that have not ended, in bytes. */
  readonly importQuotaBytes: number;
}

/** What one running program has; made once by the composition root. */
export interface Platform {
  readonly database: Database;
  readonly memory: Memory;
  readonly files: FileStore;
  readonly fileLimits: FileLimits;
  /** How people reach this server from outside, without a slash at the end, where the operator has said so. */
  readonly publicUrl: string | undefined;
  /** Whether webhooks may be sent to this machine and to the network around it. */
  readonly allowPrivateWebhooks: boolean;
  /** Undefined when the operator has named no server for mail. */
  readonly mailer: Mailer | undefined;
  /** The time, in milliseconds since 1970-01-01T00:00:00Z. */
  readonly now: () => number;
}

/** The database in whose transaction the current work runs, to notice contexts that are not part of it. */
const enclosing = new AsyncLocalStorage<{ readonly database: Database; open: boolean }>();

/** A transaction that is open, and what waits for its commit. */
interface OpenTransaction {
  readonly session: Session;
  readonly afterCommit: (() => Promise<void>)[];
}

/** Who asks, and what the work may use. Every verb takes it first. */
export class Context {
  readonly actor: Actor;
  readonly platform: Platform;
  readonly #transaction: OpenTransaction | undefined;

  constructor(platform: Platform, actor: Actor, transaction?: OpenTransaction) {
    this.platform = platform;
    this.actor = actor;
    this.#transaction = transaction;
  }

  /** The database as this work sees it: its transaction, or what is committed. */
  get db(): Session {
    if (this.#transaction !== undefined) return this.#transaction.session;
    this.#refuseInsideTransaction();
    return this.platform.database.reader;
  }

  /** The order of the cases in memory: it knows only what is committed, so transactions have none. */
  get caseOrder(): CaseOrder | undefined {
    return this.#transaction === undefined ? this.platform.database.caseOrder : undefined;
  }

  get now(): number {
    return this.platform.now();
  }

  /** The same platform and transaction, with another actor: when the actor becomes known only on the way. */
  as(actor: Actor): Context {
    return new Context(this.platform, actor, this.#transaction);
  }

  /**
   * A value from memory, or loaded and remembered. A transaction that has itself changed configuration neither reads
   * nor fills the memory: it sees what nobody else may see yet.
   */
  remember<T>(key: string, load: () => Promise<T>): T | Promise<T> {
    if (this.#transaction?.session.configurationChanged === true) return load();
    return this.platform.memory.remember(key, load);
  }

  /**
   * Runs the work in one transaction and answers when its commit is on disk. Inside a transaction it joins that one,
   * so verbs may call verbs. Inside the work every other context fails: it would see an older state, or wait for
   * itself.
   */
  async inTransaction<T>(work: (tx: Context) => Promise<T>): Promise<T> {
    if (this.#transaction !== undefined) return work(this);
    this.#refuseInsideTransaction();
    try {
      return await this.#begin(work);
    } catch (error) {
      if (!isStaleReference(error)) throw error;
      // Checked against memory, refused by the database: checked again afresh, the work can say what is wrong.
      this.platform.memory.clear();
      return this.#begin(work);
    }
  }

  /**
   * Does something outside of the database once the transaction is on disk: never when it is taken back. Nobody hears
   * of it when this fails, or when the program is stopped before: something else must find what it leaves behind.
   */
  afterCommit(work: () => Promise<void>): void {
    if (this.#transaction === undefined) throw new Error('Only a transaction has a commit to wait for.');
    this.#transaction.afterCommit.push(work);
  }

  async #begin<T>(work: (tx: Context) => Promise<T>): Promise<T> {
    const { database } = this.platform;
    let waiting: (() => Promise<void>)[] = [];
    const done = await database.transaction(async (session) => {
      const enclosure = { database, open: true };
      // The work may be tried several times.
      waiting = [];
      const tx = new Context(this.platform, this.actor, { session, afterCommit: waiting });
      try {
        return await enclosing.run(enclosure, () => work(tx));
      } finally {
        enclosure.open = false;
      }
    });
    for (const each of waiting) await each().catch(() => undefined);
    return done;
  }

  #refuseInsideTransaction(): void {
    const enclosure = enclosing.getStore();
    if (enclosure?.open !== true || enclosure.database !== this.platform.database) return;
    throw new Error('This context is in a transaction: use the context given to its work.');
  }
}
