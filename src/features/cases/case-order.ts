import { itemsBefore, type Page } from '../../kernel/page.ts';
import type { Context } from '../../platform/context.ts';
import type { OrderedColumn } from '../../platform/database/case-order/case-rows.ts';
import type { CaseFilter, CaseSort } from './case-list.ts';
import { filterColumns } from './list-cases.store.ts';

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
export const findInMemory = (
  ctx: Context,
  { filter, sort, page, spaceIds, ids }: FindInMemory,
): number[] | undefined => {
  if (sort.field !== 'updatedAt' || sort.direction !== 'desc') return undefined;
  const conditions: Partial<Record<OrderedColumn, number>> = {};
  for (const [name, id] of Object.entries(filter)) conditions[filterColumns[name as keyof typeof filterColumns]] = id;
  const among = ids === undefined ? undefined : new Set(ids);
  return ctx.caseOrder?.find({ conditions, spaceIds, among, offset: itemsBefore(page), length: page.length });
};
