import type { DatabaseSync } from 'node:sqlite';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { type CaseRows, caseRows, type OrderedColumn, orderedColumns } from './case-rows.ts';
import { type ChangedCases, noticeChangedCases } from './changed-cases.ts';
import { ListIndex } from './list-index.ts';
import type { ListEntry, RowQuery } from './row-query.ts';

/** How many cases are put into an index that is being built before others may go on. */
const BUILT_AT_ONCE = 1_000;

/** Some cases. */
interface CaseQuery {
  readonly conditions: Readonly<Partial<Record<OrderedColumn, number>>>;
  /** The spaces to look in. */
  readonly spaceIds: 'all' | readonly number[];
  /** Columns whose value must be one of these, or none of these; 0 is no value. */
  readonly tests?: readonly CaseColumnTest[];
  /** Only these cases. */
  readonly among?: ReadonlySet<number> | undefined;
  /** Only what comes after this place, which is further back in time. */
  readonly after?: CasePlace | undefined;
  /** Only what was updated since then. */
  readonly from?: number | undefined;
}

/** One page of the list of cases, newest update first. */
interface OrderQuery extends CaseQuery {
  readonly offset: number;
  readonly length: number;
}

export interface CaseColumnTest {
  readonly column: OrderedColumn;
  readonly values: readonly number[];
  readonly isExcluded: boolean;
}

/** Where a case is in the list: `at` is the time of its last change. */
export interface CasePlace {
  readonly id: number;
  readonly at: number;
}

/**
 * The cases in the order of their last change, in memory: what is committed, no more and no less. Source:
 * docs/adr/0011-lists-from-memory.md.
 */
export interface CaseOrder {
  /** The IDs of one page; undefined as long as the order is not known: then the database has to be asked. */
  readonly find: (query: OrderQuery) => number[] | undefined;
  /** The same with the places, where the list can go on. */
  readonly findPlaces: (query: OrderQuery) => CasePlace[] | undefined;
  /** How many of these cases have each value in the column, 0 for none; undefined as long as the order is not known. */
  readonly tally: (query: CaseQuery, column: OrderedColumn) => Map<number, number> | undefined;
  /** Those of the cases that are in the spaces and pass the tests; undefined as long as the order is not known. */
  readonly only: (ids: readonly number[], query: CasesInPlace) => number[] | undefined;
  /** Waits until the order is known; for tests. */
  readonly whenBuilt: () => Promise<void>;
}

type CasesInPlace = Pick<CaseQuery, 'spaceIds' | 'tests'>;

/** The order together with what keeps it up to date. */
export interface KeptCaseOrder extends CaseOrder {
  /** To be called after every commit of this process, before anybody is answered. */
  readonly committed: () => void;
  /** Stops building. */
  readonly close: () => void;
}

interface Connections {
  readonly reader: DatabaseSync;
  readonly writer: DatabaseSync;
}

/** Keeps the order from the first time on that somebody asks for it. */
export const keepCaseOrder = (connections: Connections): KeptCaseOrder => {
  const kept = new CaseOrderKeeper(connections);
  return {
    find: (query) => kept.find(query)?.map(({ id }) => id),
    findPlaces: (query) => kept.find(query),
    tally: (query, column) => kept.tally(query, column),
    only: (ids, query) => kept.only(ids, query),
    whenBuilt: () => kept.whenBuilt(),
    committed: () => kept.committed(),
    close: () => kept.forget(),
  };
};

type Entries = AsyncIterable<readonly ListEntry[]>;

/** An index in the making, and the cases that have changed meanwhile. */
interface Building {
  readonly changed: Set<number>;
  done: Promise<void>;
}

class CaseOrderKeeper {
  readonly #writer: DatabaseSync;
  readonly #changes: ChangedCases;
  readonly #rows: CaseRows;
  #index: ListIndex | undefined;
  #building: Building | undefined;

  constructor({ reader, writer }: Connections) {
    this.#writer = writer;
    this.#changes = noticeChangedCases(writer);
    this.#rows = caseRows(reader, writer);
  }

  find({ offset, length, ...query }: OrderQuery): CasePlace[] | undefined {
    return this.#current()?.find({ ...inNumbers(query), offset, length });
  }

  tally(query: CaseQuery, column: OrderedColumn): Map<number, number> | undefined {
    return this.#current()?.tally(inNumbers(query), numbers[column]);
  }

  only(ids: readonly number[], query: CasesInPlace): number[] | undefined {
    return this.#current()?.only(ids, inNumbers({ ...query, conditions: {} }));
  }

  /** The index with all that is committed; undefined where it is not known. */
  #current(): ListIndex | undefined {
    if (this.#index === undefined) {
      if (this.#building === undefined) this.#buildFromDatabase();
      return undefined;
    }
    if (this.#changes.isBehind()) {
      // In the middle of a transaction the writing connection sees what is not committed.
      if (this.#writer.isTransaction) return undefined;
      this.committed();
    }
    return this.#index;
  }

  async whenBuilt(): Promise<void> {
    if (this.#index === undefined && this.#building === undefined) this.#buildFromDatabase();
    await this.#building?.done;
  }

  committed(): void {
    if (this.#index === undefined && this.#building === undefined) {
      this.#changes.drop();
      return;
    }
    try {
      this.#catchUp();
    } catch {
      // The commit is on disk all the same; the database is asked until the order is built anew.
      this.forget();
    }
  }

  #catchUp(): void {
    const caseIds = this.#changes.look();
    for (const id of caseIds) this.#building?.changed.add(id);
    if (this.#index !== undefined) this.#apply(this.#index, caseIds);
    if (this.#index?.isWorn === true && this.#building === undefined) this.#build(entriesOf(this.#index));
  }

  forget(): void {
    this.#index = undefined;
    this.#building = undefined;
  }

  #buildFromDatabase(): void {
    this.#changes.begin();
    this.#build(this.#entriesInDatabase());
  }

  #build(source: Entries): void {
    const building: Building = { changed: new Set(), done: Promise.resolve() };
    this.#building = building;
    building.done = this.#fill(building, source).catch(() => {
      // Tried again with the next question.
      if (this.#building === building) this.#building = undefined;
    });
  }

  async #fill(building: Building, source: Entries): Promise<void> {
    const index = new ListIndex(orderedColumns.length);
    for await (const entries of source) {
      if (this.#building !== building) return;
      for (const entry of entries) index.set(entry);
    }
    if (this.#building !== building) return;
    this.#apply(index, building.changed);
    this.#index = index;
    this.#building = undefined;
  }

  /** Brings the index to what is committed of these cases. */
  #apply(index: ListIndex, ids: ReadonlySet<number>): void {
    if (ids.size === 0) return;
    const there = this.#rows.some(ids);
    const gone = ids.difference(new Set(there.map(({ id }) => id)));
    for (const id of gone) index.remove(id);
    for (const entry of there) index.set(entry);
  }

  async *#entriesInDatabase(): Entries & AsyncGenerator<readonly ListEntry[]> {
    let last = { at: Number.MIN_SAFE_INTEGER, id: 0 };
    for (;;) {
      await nextTurn();
      if (this.#building === undefined) return;
      const entries = this.#rows.following(last, BUILT_AT_ONCE);
      const end = entries.at(-1);
      if (end === undefined) return;
      last = end;
      yield entries;
    }
  }
}

const numbers = Object.fromEntries(orderedColumns.map((name, index) => [name, index])) as Record<OrderedColumn, number>;

/** The query with the numbers of its columns. */
const inNumbers = ({ conditions, spaceIds, tests = [], ...rest }: CaseQuery): RowQuery => ({
  conditions: Object.entries(conditions).map(([name, value]) => ({ column: numbers[name as OrderedColumn], value })),
  ...(spaceIds === 'all' ? {} : { within: { column: numbers.space_id, values: spaceIds } }),
  tests: tests.map((test) => ({ ...test, column: numbers[test.column] })),
  ...rest,
});

/** What is in an index, some at a time, while it goes on to change. */
const entriesOf = async function* (index: ListIndex): AsyncGenerator<readonly ListEntry[]> {
  let entries: ListEntry[] = [];
  for (const entry of index.entries()) {
    if (entries.push(entry) < BUILT_AT_ONCE) continue;
    await nextTurn();
    yield entries;
    entries = [];
  }
  yield entries;
};
