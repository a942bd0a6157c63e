import type { Context } from '../../platform/context.ts';
import { selectAllViewers } from './viewers.store.ts';

/** The users who look at each case that anybody looks at, whatever whoever acts may see. */
export const allViewers = async (ctx: Context): Promise<ReadonlyMap<number, readonly number[]>> => {
  const all = Map.groupBy(await selectAllViewers(ctx.db, ctx.now), ({ caseId }) => caseId);
  return new Map([...all].map(([caseId, viewers]) => [caseId, viewers.map(({ userId }) => userId)]));
};
