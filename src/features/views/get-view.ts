import type { Context } from '../../platform/context.ts';
import type { View } from './view.ts';
import { requireVisibleView } from './view-access.ts';

interface GetView {
  readonly viewId: number;
}

/** The view. Throws VIEW_NOT_FOUND when it does not exist for whoever acts. */
export const getView = (ctx: Context, { viewId }: GetView): Promise<View> => requireVisibleView(ctx, viewId);
