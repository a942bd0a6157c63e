import type { Page } from '../../kernel/page.ts';
import type { Context } from '../../platform/context.ts';
import { selectActivityIds } from './activities.store.ts';
import type { Activity } from './activity.ts';
import { findActivities } from './find-activities.ts';
import { catchUpActivities } from './follow-activities.ts';
import { sightOf } from './sight.ts';

interface ListActivities {
  readonly spaceId?: number;
  /** Who did it. */
  readonly userId?: number;
  readonly page: Page;
}

/** One page of what happened to the cases that whoever acts can see, newest first; what is in the bin is left out. */
export const listActivities = async (ctx: Context, { page, ...filter }: ListActivities): Promise<Activity[]> => {
  await catchUpActivities(ctx);
  const eventIds = await selectActivityIds(ctx.db, { filter, page, sight: await sightOf(ctx) });
  return findActivities(ctx, { eventIds });
};
