import type { Context } from '../../../platform/context.ts';
import { type BinPlace, selectBin } from '../bin.store.ts';
import type { Case } from '../case.ts';
import { restorableSpaceIds } from './list-bin.ts';

interface BrowseBin {
  readonly spaceId: number | undefined;
  /** Only what comes behind this place. */
  readonly after: BinPlace | undefined;
  readonly limit: number;
}

/** Some deleted cases of the spaces in which whoever acts may restore all of them, the latest first. */
export const browseBin = async (ctx: Context, { spaceId, ...part }: BrowseBin): Promise<Case[]> => {
  const restorable = await restorableSpaceIds(ctx);
  if (spaceId === undefined) return selectBin(ctx.db, { spaceIds: restorable, ...part });
  const isRestorable = restorable === 'all' || restorable.includes(spaceId);
  return selectBin(ctx.db, { spaceIds: isRestorable ? [spaceId] : [], ...part });
};
