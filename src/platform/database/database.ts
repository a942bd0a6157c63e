import type { CaseOrder } from './case-order/case-order.ts';
import type { Dialect, Session } from './session.ts';

/** Work that runs inside one transaction. */
export type Work<T> = (session: Session) => Promise<T>;

/** A database of either kind. */
export interface Database {
  readonly dialect: Dialect;
  /** How many transactions it carries out beside each other. */
  readonly writers: number;
  /** Reads what is committed. */
  readonly reader: Session;
  /** The cases in the order of their last change, in memory. */
  readonly caseOrder: CaseOrder;
  /** Runs the work in one transaction and answers when its commit is on disk. */
  transaction<T>(work: Work<T>): Promise<T>;
  /** Looks whether another process changed what this one holds in memory; calls the listeners if so. */
  noticeChanges(): void | Promise<void>;
  /** Is told when something that processes hold in memory was changed and committed, here or elsewhere. */
  onConfigurationChanged(listener: () => void): void;
  /** Proves that the database can be written, for the readiness probe. */
  probe(): Promise<void>;
  /** Finishes what is queued and closes all connections. */
  close(): Promise<void>;
}
