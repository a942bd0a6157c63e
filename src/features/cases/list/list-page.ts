import type { Context } from '../../../platform/context.ts';
import type { Case } from '../case.ts';
import { findInMemory } from './case-order.ts';
import { type SelectCases, selectCases, selectCasesWithIds } from './list-cases.store.ts';

/** One page of the cases that fulfil the conditions, from memory where it is known there. */
export const listPage = (ctx: Context, select: SelectCases): Promise<Case[]> => {
  const known = findInMemory(ctx, select);
  return known === undefined ? selectCases(ctx.db, select) : selectCasesWithIds(ctx.db, known);
};
