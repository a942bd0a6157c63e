import type { Context } from '../../../platform/context.ts';
import { parseQuery } from '../../queries/parse-query.ts';
import type { QueryHint } from '../../queries/query.ts';
import { resolveQuery } from '../../queries/resolve-query.ts';
import { filterColumns } from './list-cases.store.ts';
import { tallyInMemory } from './lists-from-memory.ts';
import { lookThrough } from './look-through.ts';
import { tallyPlaces } from './matching-cases.store.ts';
import { type PreparedSelection, prepareSelection } from './matching-cases.ts';

/** By what cases can be counted. */
export const countKeys = [
  'statusId',
  'priorityId',
  'assigneeId',
  'reporterId',
  'projectId',
  'sectionId',
  'milestoneId',
  'spaceId',
] as const;
type CountKey = (typeof countKeys)[number];

/** Counting in the database ends here. */
const MOST_COUNTED = 1_000_000;
/** How many values are told, those that most cases have. */
const MAX_VALUES = 1_000;

interface CountCasesByQuery {
  readonly query: string;
  readonly groupBy: CountKey;
}

/** How many cases have one value; null is none. */
interface ValueCount {
  readonly value: number | null;
  readonly count: number;
}

export interface CaseCounts {
  /** The value that most cases have first. */
  readonly counts: readonly ValueCount[];
  readonly total: number;
  /** False when there may be more. */
  readonly isExact: boolean;
  readonly hints: readonly QueryHint[];
}

interface Tally {
  readonly counts: ReadonlyMap<number, number>;
  readonly isExact: boolean;
}

/**
 * How many of the cases that whoever acts can see and that a query is about have each value of a property. Throws
 * FIELDS_INVALID of the query with all that is wrong in it.
 */
export const countCasesByQuery = async (ctx: Context, { query, groupBy }: CountCasesByQuery): Promise<CaseCounts> => {
  const parsed = parseQuery(query);
  const { where } = await resolveQuery(ctx, parsed);
  const prepared = await prepareSelection(ctx, { where, order: [{ key: 'updated', direction: 'desc' }] });
  const { counts, isExact } = await (prepared.hasTexts ? tallyWithTexts : tallyRows)(ctx, prepared, groupBy);
  const sorted = [...counts].toSorted(([one, ones], [other, others]) => others - ones || one - other);
  return {
    counts: sorted.slice(0, MAX_VALUES).map(([value, count]) => ({ value: value === 0 ? null : value, count })),
    total: sorted.reduce((sum, [, count]) => sum + count, 0),
    isExact,
    hints: parsed.hints,
  };
};

const tallyRows = async (ctx: Context, prepared: PreparedSelection, groupBy: CountKey): Promise<Tally> => {
  const column = filterColumns[groupBy];
  const inMemory = await tallyInMemory(ctx, prepared, column);
  if (inMemory !== undefined) return { counts: inMemory, isExact: true };
  const { where, spaceIds, among } = prepared;
  const counts = await tallyPlaces(ctx.db, { where, spaceIds, among, column, limit: MOST_COUNTED + 1 });
  return { counts, isExact: counts.values().reduce((sum, count) => sum + count, 0) <= MOST_COUNTED };
};

const tallyWithTexts = async (ctx: Context, prepared: PreparedSelection, groupBy: CountKey): Promise<Tally> => {
  const counts = new Map<number, number>();
  const isExact = await lookThrough(ctx, prepared, (found) => {
    const value = found[groupBy] ?? 0;
    counts.set(value, (counts.get(value) ?? 0) + 1);
  });
  return { counts, isExact };
};
