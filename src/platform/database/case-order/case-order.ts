import { type OrderedColumn, orderedColumns } from './case-rows.ts';
import type { ListIndex } from './list-index.ts';
import type { RowQuery } from './row-query.ts';

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

/** Now, or when it has been looked up: SQLite tells at once what other processes have done, PostgreSQL has to be asked. */
type Soon<T> = T | Promise<T>;

/**
 * The cases in the order of their last change, in memory: what is committed, no more and no less. Source:
 * docs/adr/0011-lists-from-memory.md, 0030-lists-from-memory-on-postgresql.md.
 */
export interface CaseOrder {
  /** The IDs of one page; undefined as long as the order is not known: then the database has to be asked. */
  readonly find: (query: OrderQuery) => Soon<number[] | undefined>;
  /** The same with the places, where the list can go on. */
  readonly findPlaces: (query: OrderQuery) => Soon<CasePlace[] | undefined>;
  /** How many of these cases have each value in the column, 0 for none; undefined as long as the order is not known. */
  readonly tally: (query: CaseQuery, column: OrderedColumn) => Soon<Map<number, number> | undefined>;
  /** Those of the cases that are in the spaces and pass the tests; undefined as long as the order is not known. */
  readonly only: (ids: readonly number[], query: CasesInPlace) => Soon<number[] | undefined>;
  /** Waits until the order is known; for tests. */
  readonly whenBuilt: () => Promise<void>;
}

type CasesInPlace = Pick<CaseQuery, 'spaceIds' | 'tests'>;

/** The order together with what keeps it up to date. */
export interface KeptCaseOrder extends CaseOrder {
  /** To be called after every commit of this process. */
  readonly committed: () => void;
  /** Gives up what is known, and stops building. */
  readonly forget: () => void;
}

/** Who has the index with all that is committed; undefined where it is not known. */
export interface IndexKeeper extends Pick<KeptCaseOrder, 'whenBuilt' | 'committed' | 'forget'> {
  readonly current: () => Soon<ListIndex | undefined>;
}

/** The order as an index tells it. */
export const caseOrderOf = (keeper: IndexKeeper): KeptCaseOrder => {
  const { whenBuilt, committed, forget } = keeper;
  const ask = <T>(question: (index: ListIndex) => T): Soon<T | undefined> => {
    const current = keeper.current();
    if (current instanceof Promise) return current.then((index) => index && question(index));
    return current && question(current);
  };
  return {
    find: ({ offset, length, ...query }) =>
      ask((index) => index.find({ ...inNumbers(query), offset, length }).map(({ id }) => id)),
    findPlaces: ({ offset, length, ...query }) => ask((index) => index.find({ ...inNumbers(query), offset, length })),
    tally: (query, column) => ask((index) => index.tally(inNumbers(query), numbers[column])),
    only: (ids, query) => ask((index) => index.only(ids, inNumbers({ ...query, conditions: {} }))),
    ...{ whenBuilt, committed, forget },
  };
};

const numbers = Object.fromEntries(orderedColumns.map((name, index) => [name, index])) as Record<OrderedColumn, number>;

/** The query with the numbers of its columns. */
const inNumbers = ({ conditions, spaceIds, tests = [], ...rest }: CaseQuery): RowQuery => ({
  conditions: Object.entries(conditions).map(([name, value]) => ({ column: numbers[name as OrderedColumn], value })),
  ...(spaceIds === 'all' ? {} : { within: { column: numbers.space_id, values: spaceIds } }),
  tests: tests.map((test) => ({ ...test, column: numbers[test.column] })),
  ...rest,
});
