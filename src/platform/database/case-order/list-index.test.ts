import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ListIndex } from './list-index.ts';
import type { ListEntry, ListQuery } from './row-query.ts';

const COLUMNS = 3;

const entries = fc.record({
  id: fc.integer({ min: 1, max: 30 }),
  // Few different instants, so that IDs have to decide; some far back, so that rows are kept apart.
  at: fc.integer({ min: 0, max: 20 }),
  values: fc.tuple(fc.nat({ max: 2 }), fc.nat({ max: 3 }), fc.nat({ max: 9 })),
});
const changes = fc.oneof(
  { weight: 5, arbitrary: entries },
  { weight: 1, arbitrary: fc.record({ id: fc.integer({ min: 1, max: 30 }), removed: fc.constant(true) }) },
);
type ChangeOfRow = typeof changes extends fc.Arbitrary<infer Change> ? Change : never;

/** In half of them each value of the third column is at one home only: what the index may rely on. */
const histories = fc
  .tuple(fc.array(changes, { maxLength: 200 }), fc.boolean())
  .map(([all, isHomed]) => (isHomed ? all.map(atHome) : all));

const atHome = (change: ChangeOfRow): ChangeOfRow => {
  if ('removed' in change) return change;
  const [, second, third] = change.values;
  return { ...change, values: [1 + (third % 2), second, third] };
};

/** Mostly left out: a query with everything at once finds nothing, and proves little. */
const sometimes = <T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> =>
  fc.oneof({ weight: 3, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary });

const queries: fc.Arbitrary<ListQuery> = fc.record({
  conditions: fc
    .uniqueArray(fc.record({ column: fc.nat({ max: COLUMNS - 1 }), value: fc.integer({ min: 1, max: 9 }) }), {
      selector: ({ column }) => column,
      maxLength: COLUMNS,
    })
    .map((conditions) => conditions.map(({ column, value }) => ({ column, value: Math.min(value, column + 2) }))),
  within: sometimes(fc.record({ column: fc.constant(0), values: fc.subarray([1, 2]) })),
  among: sometimes(fc.uniqueArray(fc.integer({ min: 1, max: 30 })).map((ids) => new Set(ids))),
  tests: sometimes(
    fc.array(
      fc.record({
        column: fc.nat({ max: COLUMNS - 1 }),
        values: fc.uniqueArray(fc.nat({ max: 3 }), { maxLength: 3 }),
        isExcluded: fc.boolean(),
      }),
      { maxLength: 2 },
    ),
  ),
  after: sometimes(fc.record({ at: fc.nat({ max: 21 }), id: fc.integer({ min: 0, max: 31 }) })),
  from: sometimes(fc.nat({ max: 20 })),
  offset: fc.oneof(fc.nat({ max: 3 }), fc.nat({ max: 35 })),
  length: fc.integer({ min: 1, max: 12 }),
});

/** The same list, made of a plain array. */
const expected = (
  rows: ReadonlyMap<number, ListEntry>,
  { conditions, within, tests = [], among, after, from = 0, offset, length }: ListQuery,
): number[] =>
  [...rows.values()]
    .filter(({ at, id }) => at >= from && (after === undefined || at < after.at || (at === after.at && id < after.id)))
    .filter(({ values }) =>
      tests.every(({ column, values: some, isExcluded }) => some.includes(values[column] ?? 0) !== isExcluded),
    )
    .filter(({ id }) => among?.has(id) ?? true)
    .filter(({ values }) => conditions.every(({ column, value }) => values[column] === value))
    .filter(({ values }) => within === undefined || within.values.includes(values[within.column] ?? 0))
    .sort((one, other) => other.at - one.at || other.id - one.id)
    .slice(offset, offset + length)
    .map(({ id }) => id);

const ascending = (one: number, other: number): number => one - other;

const idsOf = (rows: readonly { readonly id: number }[]): number[] => rows.map(({ id }) => id);

describe('a list index', () => {
  it('finds what a plain array has, whatever changed before and in whatever order', () => {
    fc.assert(
      fc.property(histories, fc.array(queries, { minLength: 5 }), (all, asked) => {
        const index = new ListIndex(COLUMNS);
        const rows = new Map<number, ListEntry>();
        for (const change of all) {
          if ('removed' in change) {
            index.remove(change.id);
            rows.delete(change.id);
          } else {
            index.set(change);
            rows.set(change.id, change);
          }
        }
        expect(index.size).toBe(rows.size);
        for (const query of asked) {
          expect(idsOf(index.find(query))).toEqual(expected(rows, query));
          const { within, tests } = query;
          const all = expected(rows, { within, tests, conditions: [], offset: 0, length: rows.size });
          expect(index.only([...rows.keys(), 99], { within, tests }).sort(ascending)).toEqual(all.sort(ascending));
        }
        const inOrder = [...rows.values()].sort((one, other) => one.at - other.at || one.id - other.id);
        expect([...index.entries()]).toEqual(inOrder);
      }),
      { numRuns: 300 },
    );
  });

  it('keeps many rows that come too late apart, in order, and asks to be built anew', () => {
    const index = new ListIndex(1);
    for (let id = 1; id <= 500; id += 1) index.set({ id, at: 1_000_000 + id, values: [1] });
    for (let id = 1_001; id <= 2_100; id += 1) index.set({ id, at: (id * 7_919) % 10_000, values: [1 + (id % 2)] });
    const rows = new Map([...index.entries()].map((entry) => [entry.id, entry]));
    expect(rows.size).toBe(1_600);
    for (const offset of [0, 495, 500, 505, 1_590, 1_600, 5_000]) {
      const query = { conditions: [{ column: 0, value: 1 }], offset, length: 10 };
      expect(idsOf(index.find(query))).toEqual(expected(rows, query));
    }
    expect(index.isWorn).toBe(true);
  });

  it('asks to be built anew when most of its slots are empty', () => {
    const index = new ListIndex(1);
    for (let at = 1; at <= 20_000; at += 1) index.set({ id: 1 + (at % 10), at, values: [at % 3] });
    expect(index.size).toBe(10);
    expect(index.isWorn).toBe(true);
    expect(idsOf(index.find({ conditions: [], offset: 0, length: 20 }))).toEqual([1, 10, 9, 8, 7, 6, 5, 4, 3, 2]);
  });
});
