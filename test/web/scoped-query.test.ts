import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseQuery } from '../../src/features/queries/parse-query.ts';
import type { QueryFault, QueryNode } from '../../src/features/queries/query.ts';
import { joined } from '../../src/features/queries/query-nodes.ts';
import { narrowedQuery } from '../../web/features/cases/query/narrowed-query.ts';
import { scopedQuery } from '../../web/features/cases/query/scoped-query.ts';
import { queryTexts } from './query-texts.ts';

const RUNS = 20_000;

/** The node without its places, which narrowing moves. */
const meaning = (node: QueryNode | null | undefined): unknown =>
  JSON.parse(JSON.stringify(node ?? null, (key, value) => (key === 'start' || key === 'end' ? undefined : value)));

/** What a query means when it must fulfil a term as well. */
const meaningWithin = (written: string, term: string): unknown => {
  const nodes = [parseQuery(written).where, parseQuery(term).where].filter((node) => node !== null);
  return meaning(joined('all', nodes));
};

type Remark = Pick<QueryFault, 'start' | 'end' | 'problem' | 'suggestion'>;

/** Remarks with their places in what was written, in one order. */
const placed = (remarks: readonly Remark[], placeOf: (position: number) => number): readonly string[] =>
  remarks
    .map(({ start, end, ...rest }) => JSON.stringify({ start: placeOf(start), end: placeOf(end), ...rest }))
    .toSorted();
const here = (position: number): number => position;

const isSorted = (text: string): boolean => /sort:/iu.test(text);

describe('the query of one space', () => {
  it.each([
    'paper NOT',
    'paper -',
    'NOT',
    'a) OR (b',
    'OR',
    'a OR',
    'AND a',
    '"open',
    'paper or',
    'sort:title OR a',
    'status:',
  ])('reads "%s" as it is read everywhere, in the space alone', (written) => {
    const { query, placeOf } = scopedQuery(written, 1);
    const [alone, scoped] = [parseQuery(written), parseQuery(query)];
    expect(placed(scoped.faults, placeOf)).toEqual(placed(alone.faults, here));
    expect(placed(scoped.hints, placeOf)).toEqual(placed(alone.hints, here));
    if (alone.faults.length === 0) expect(meaning(scoped.where)).toEqual(meaningWithin(written, 'space:1'));
  });

  it('is refused for what is wrong in a text, at its place, and is about the space alone otherwise', () => {
    fc.assert(
      fc.property(queryTexts, (written) => {
        const { query, placeOf } = scopedQuery(written, 1);
        const [alone, scoped] = [parseQuery(written), parseQuery(query)];
        expect(placed(scoped.faults, placeOf)).toEqual(placed(alone.faults, here));
        if (alone.faults.length > 0) return;
        expect(meaning(scoped.where)).toEqual(meaningWithin(written, 'space:1'));
        expect(scoped.sort).toEqual(alone.sort);
        if (!isSorted(written)) expect(placed(scoped.hints, placeOf)).toEqual(placed(alone.hints, here));
      }),
      { numRuns: RUNS },
    );
  });

  it('can be narrowed further, with an order for texts that name none', () => {
    fc.assert(
      fc.property(queryTexts, (written) => {
        const once = narrowedQuery(written, { terms: ['space:1'] });
        const twice = parseQuery(narrowedQuery(once, { terms: ['is:open'], sort: '-priority' }));
        const alone = parseQuery(written);
        expect(twice.faults.length > 0).toBe(alone.faults.length > 0);
        if (alone.faults.length > 0) return;
        expect(meaning(twice.where)).toEqual(meaningWithin(once, 'is:open'));
        expect(twice.sort).toEqual(alone.sort.length > 0 ? alone.sort : [{ key: 'priority', direction: 'desc' }]);
      }),
      { numRuns: RUNS },
    );
  });

  it('keeps the places of what is too much', () => {
    const texts = Array.from({ length: 21 }, (_, index) => `w${index}`).join(' ');
    const nested = `${'('.repeat(21)}a${')'.repeat(21)}`;
    for (const written of [texts, nested, 'w'.repeat(501)]) {
      const { query, placeOf } = scopedQuery(written, 1);
      const told = placed(parseQuery(query).faults, placeOf);
      expect(told).not.toEqual([]);
      if (written !== nested) expect(told).toEqual(placed(parseQuery(written).faults, here));
    }
  });

  it('is what was written where it is about no space', () => {
    expect(scopedQuery('paper NOT', undefined).query).toBe('paper NOT');
  });
});
