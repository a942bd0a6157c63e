import type { Context } from '../../../platform/context.ts';
import type { Case } from '../case.ts';
import { selectCasesWithIds } from './list-cases.store.ts';

interface ReadFound {
  /** The cases that were found, in their order. */
  readonly ids: readonly number[];
  /** The spaces in which they were found. */
  readonly spaceIds: 'all' | readonly number[];
}

/**
 * Reads cases that were found a moment ago. One that was moved to another space since then is left out: whoever acts may
 * not see that one.
 */
export const readFound = async (ctx: Context, { ids, spaceIds }: ReadFound): Promise<Case[]> => {
  const cases = await selectCasesWithIds(ctx.db, ids);
  return spaceIds === 'all' ? cases : cases.filter((each) => spaceIds.includes(each.spaceId));
};
