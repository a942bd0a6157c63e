import type { Context } from '../../../platform/context.ts';
import type { Case } from '../case.ts';
import { type SelectCases, selectCases } from './list-cases.store.ts';
import { findInMemory } from './lists-from-memory.ts';
import { readFound } from './read-found.ts';

/** One page of the cases that fulfil the conditions, from memory where it is known there. */
export const listPage = async (ctx: Context, select: SelectCases): Promise<Case[]> => {
  const ids = await findInMemory(ctx, select);
  return ids === undefined ? selectCases(ctx.db, select) : readFound(ctx, { ids, spaceIds: select.spaceIds });
};
