import type { Context } from '../../platform/context.ts';
import { getConfiguration } from '../spaces/space-configuration.ts';
import { stillSeeing } from './still-seeing.ts';
import { selectAllViewers } from './viewers.store.ts';

/** The users who look at each case that anybody looks at, whatever whoever acts may see. */
export const allViewers = async (ctx: Context): Promise<ReadonlyMap<number, readonly number[]>> => {
  const ofCases = new Map<number, readonly number[]>();
  const all = Map.groupBy(await selectAllViewers(ctx.db, ctx.now), ({ caseId }) => caseId);
  for (const [caseId, viewers] of all) {
    const configuration = await getConfiguration(ctx, viewers[0]?.spaceId ?? 0);
    const seeing = await stillSeeing(ctx, { configuration, viewers });
    ofCases.set(
      caseId,
      seeing.map(({ userId }) => userId),
    );
  }
  return ofCases;
};
