import type { DatabaseSync } from 'node:sqlite';
import { caseOrderOf, type IndexKeeper, type KeptCaseOrder } from './case-order.ts';
import { KeptIndex } from './kept-index.ts';
import type { ListIndex } from './list-index.ts';
import { type CaseRows, caseRows } from './sqlite-case-rows.ts';
import { type ChangedCases, noticeChangedCases } from './sqlite-changed-cases.ts';

/** How many cases are put into an index that is being built before others may go on. */
const BUILT_AT_ONCE = 1_000;

interface Connections {
  readonly reader: DatabaseSync;
  readonly writer: DatabaseSync;
}

/**
 * Keeps the order of the cases in a SQLite database, from the first time on that somebody asks for it. After a commit of
 * this process it has to be told before anybody is answered.
 */
export const keepSqliteCaseOrder = (connections: Connections): KeptCaseOrder =>
  caseOrderOf(new SqliteCaseOrder(connections));

class SqliteCaseOrder implements IndexKeeper {
  readonly #writer: DatabaseSync;
  readonly #changes: ChangedCases;
  readonly #rows: CaseRows;
  readonly #kept = new KeptIndex();

  constructor({ reader, writer }: Connections) {
    this.#writer = writer;
    this.#changes = noticeChangedCases(writer);
    this.#rows = caseRows(reader, writer);
  }

  readonly current = (): ListIndex | undefined => {
    if (this.#kept.index === undefined) {
      this.#beginOnce();
      return undefined;
    }
    if (this.#changes.isBehind()) {
      // In the middle of a transaction the writing connection sees what is not committed.
      if (this.#writer.isTransaction) return undefined;
      this.committed();
    }
    return this.#kept.index;
  };

  readonly whenBuilt = (): Promise<void> => {
    this.#beginOnce();
    return this.#kept.whenBuilt();
  };

  readonly committed = (): void => {
    if (!this.#kept.isKept) {
      this.#changes.drop();
      return;
    }
    try {
      const ids = this.#changes.look();
      if (ids.size > 0) this.#kept.take({ ids, there: this.#rows.some(ids) });
    } catch {
      // The commit is on disk all the same; the database is asked until the order is built anew.
      this.#kept.forget();
    }
  };

  readonly forget = (): void => this.#kept.forget();

  #beginOnce(): void {
    if (this.#kept.isKept) return;
    this.#changes.begin();
    this.#kept.build((after) => this.#rows.following(after, BUILT_AT_ONCE));
  }
}
