import type { Context } from '../../platform/context.ts';
import { visibleSpaceIds } from '../spaces/space-access.ts';
import type { View } from './view.ts';
import { selectViews } from './views.store.ts';

interface ListViews {
  /** Only those shared with this space. */
  readonly spaceId: number | undefined;
  /** Only those with a higher ID. */
  readonly after: number;
  readonly limit: number;
}

/** The views of whoever acts and those shared with spaces that they can see, by ID. */
export const listViews = async (ctx: Context, list: ListViews): Promise<View[]> =>
  selectViews(ctx.db, { ...list, authorId: ctx.actor.userId, spaceIds: await visibleSpaceIds(ctx) });
