import type { Page } from '../../kernel/page.ts';
import type { Context } from '../../platform/context.ts';
import { visibleSpaceIds } from '../spaces/space-access.ts';
import type { Case } from './case.ts';
import type { CaseFilter, CaseSort } from './case-list.ts';
import { selectCases } from './list-cases.store.ts';

interface ListCases {
  readonly filter: CaseFilter;
  readonly sort: CaseSort;
  readonly page: Page;
}

/** One page of the cases that whoever acts can see and that fulfil every condition of the filter. */
export const listCases = async (ctx: Context, { filter, sort, page }: ListCases): Promise<Case[]> =>
  selectCases(ctx.db, { filter, sort, page, spaceIds: await visibleSpaceIds(ctx) });
