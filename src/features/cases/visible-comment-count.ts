import type { Context } from '../../platform/context.ts';
import { accessOfActor } from '../spaces/space-access.ts';
import { getConfiguration } from '../spaces/space-configuration.ts';
import type { Case } from './case.ts';

/** How many comments of the case there are for whoever acts. */
export const visibleCommentCount = async (ctx: Context, found: Case): Promise<number> => {
  if (found.internalCommentCount === 0) return found.commentCount;
  const access = await accessOfActor(ctx, await getConfiguration(ctx, found.spaceId));
  return found.commentCount + (access?.may('InternalComments') === true ? found.internalCommentCount : 0);
};
