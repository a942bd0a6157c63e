import type { Context } from '../../platform/context.ts';
import type { Case } from './case.ts';
import { selectCasesWithIds } from './list/list-cases.store.ts';

interface CasesWithIds {
  /** Of cases that whoever acts may see: they are not asked for rights again. */
  readonly ids: readonly number[];
}

/** The cases in the order of the IDs, without those in the bin. */
export const casesWithIds = (ctx: Context, { ids }: CasesWithIds): Promise<Case[]> => selectCasesWithIds(ctx.db, ids);
