import { itemsBefore, type Page } from '../../../kernel/page.ts';
import type { Context } from '../../../platform/context.ts';
import type { CaseColumnTest, CasePlace as PlaceInMemory } from '../../../platform/database/case-order/case-order.ts';
import { type OrderedColumn, orderedColumns } from '../../../platform/database/case-order/case-rows.ts';
import type { CaseFilter, CaseSort } from './case-list.ts';
import type { CasePlace } from './case-place.ts';
import { type CaseCondition, type CaseOrderBy, referenceColumns } from './case-selection.ts';
import { filterColumns } from './list-cases.store.ts';
import type { SelectPlaces } from './matching-cases.store.ts';
import { partsOf } from './split-condition.ts';

interface FindInMemory {
  readonly filter: Omit<CaseFilter, 'keyword'>;
  readonly sort: CaseSort;
  readonly page: Page;
  readonly spaceIds: 'all' | readonly number[];
  /** Only these cases. */
  readonly ids?: readonly number[];
}

/**
 * The IDs on one page as the memory of this process has them, or undefined where only the database can tell: in other
 * orders than newest update first, inside transactions, and as long as the memory is not filled.
 */
export const findInMemory = async (
  ctx: Context,
  { filter, sort, page, spaceIds, ids }: FindInMemory,
): Promise<number[] | undefined> => {
  if (sort.field !== 'updatedAt' || sort.direction !== 'desc') return undefined;
  const conditions: Partial<Record<OrderedColumn, number>> = {};
  for (const [name, id] of Object.entries(filter)) conditions[filterColumns[name as keyof typeof filterColumns]] = id;
  const among = ids === undefined ? undefined : new Set(ids);
  return ctx.caseOrder?.find({ conditions, spaceIds, among, offset: itemsBefore(page), length: page.length });
};

/** With fewer cases to choose among, the database sorts them before the memory has gone through all others. */
const FEW_TO_SORT = 2_000;

/** The places of a selection as the memory of this process has them, or undefined where only the database can tell. */
export const findPlacesInMemory = async (ctx: Context, select: SelectPlaces): Promise<CasePlace[] | undefined> => {
  const { where, order, spaceIds, among, after, limit, asked = [] } = select;
  if (ctx.caseOrder === undefined || !isNewestFirst(order) || asked.length > 0) return undefined;
  if (isFew(among)) return undefined;
  const query = inMemory(where);
  if (query === undefined) return undefined;
  const { before = Number.POSITIVE_INFINITY, ...conditions } = query;
  const [at = Number.POSITIVE_INFINITY, id = 0] = (after ?? []) as number[];
  const places = await ctx.caseOrder.findPlaces({
    ...conditions,
    ...{ spaceIds, offset: 0, length: limit },
    among: among === undefined ? undefined : new Set(among),
    // Everything before an instant comes after a case of that instant that no number is below.
    after: at < before ? { at, id } : { at: before, id: 0 },
  });
  return places?.map((place: PlaceInMemory) => [place.at, place.id]);
};

/** Whether the database had better sort these cases. */
export const isFew = (among: readonly number[] | undefined): boolean =>
  among !== undefined && among.length <= FEW_TO_SORT;

/**
 * How many cases of a selection have each value in the column, 0 for none, as the memory of this process has them, or
 * undefined where only the database can tell.
 */
export const tallyInMemory = async (
  ctx: Context,
  { where, spaceIds, among }: Pick<SelectPlaces, 'where' | 'spaceIds' | 'among'>,
  column: OrderedColumn,
): Promise<Map<number, number> | undefined> => {
  const query = ctx.caseOrder === undefined || isFew(among) ? undefined : inMemory(where);
  if (query === undefined) return undefined;
  const { before, ...conditions } = query;
  return ctx.caseOrder?.tally(
    {
      ...{ ...conditions, spaceIds },
      among: among === undefined ? undefined : new Set(among),
      after: before === undefined ? undefined : { at: before, id: 0 },
    },
    column,
  );
};

const isNewestFirst = ([first, second]: readonly CaseOrderBy[]): boolean =>
  [first, second].every((by) => by?.direction === 'desc') && first?.key === 'updated' && second?.key === 'number';

interface MemoryQuery {
  readonly conditions: Partial<Record<OrderedColumn, number>>;
  readonly tests: CaseColumnTest[];
  from?: number;
  before?: number;
}

/** What the memory can decide; undefined when the condition is more than that. */
const inMemory = (where: CaseCondition): MemoryQuery | undefined => {
  const query: MemoryQuery = { conditions: {}, tests: [] };
  return partsOf(where).every((part) => add(query, part)) ? query : undefined;
};

const add = (query: MemoryQuery, part: CaseCondition): boolean => {
  if (part.kind === 'not') return addReference(query, part.of, true);
  if (part.kind === 'instant' && part.property === 'updatedAt') {
    if (part.from !== null) query.from = Math.max(part.from, query.from ?? part.from);
    if (part.before !== null) query.before = Math.min(part.before, query.before ?? part.before);
    return true;
  }
  return addReference(query, part, false);
};

const addReference = ({ conditions, tests }: MemoryQuery, part: CaseCondition, isExcluded: boolean): boolean => {
  if (part.kind !== 'reference') return false;
  const column = orderedColumns.find((each) => each === referenceColumns[part.property]);
  const [only = 0] = part.ids;
  if (column === undefined) return false;
  const isOne = part.ids.length === 1 && only !== 0 && !isExcluded && conditions[column] === undefined;
  if (isOne) conditions[column] = only;
  else tests.push({ column, values: part.ids, isExcluded });
  return true;
};
