import type { Actor } from '../kernel/actor.ts';
import type { Database } from './database/database.ts';
import type { Session } from './database/session.ts';
import type { Memory } from './memory.ts';

/** What one running program has; made once by the composition root. */
export interface Platform {
  readonly database: Database;
  readonly memory: Memory;
  /** The time, in milliseconds since 1970-01-01T00:00:00Z. */
  readonly now: () => number;
}

/** Who asks, and what the work may use. Every verb takes it first. */
export class Context {
  readonly actor: Actor;
  readonly platform: Platform;
  readonly #transaction: Session | undefined;
  #suspended = false;

  constructor(platform: Platform, actor: Actor, transaction?: Session) {
    this.platform = platform;
    this.actor = actor;
    this.#transaction = transaction;
  }

  /** The database as this work sees it: its transaction, or what is committed. */
  get db(): Session {
    this.#refuseWhileSuspended();
    return this.#transaction ?? this.platform.database.reader;
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
    if (this.#transaction?.configurationChanged === true) return load();
    return this.platform.memory.remember(key, load);
  }

  /**
   * Runs the work in one transaction and answers when its commit is on disk. Inside a transaction it joins that one,
   * so verbs may call verbs. Until the work ends, using the outer context fails: it would see an older state, or wait
   * for itself.
   */
  async inTransaction<T>(work: (tx: Context) => Promise<T>): Promise<T> {
    this.#refuseWhileSuspended();
    if (this.#transaction !== undefined) return work(this);
    return this.platform.database.transaction(async (session) => {
      this.#suspended = true;
      try {
        return await work(new Context(this.platform, this.actor, session));
      } finally {
        this.#suspended = false;
      }
    });
  }

  #refuseWhileSuspended(): void {
    if (this.#suspended) throw new Error('This context is in a transaction: use the context given to its work.');
  }
}
