import { DomainError } from '../../kernel/errors.ts';
import type { Context } from '../../platform/context.ts';
import { accessOfActor, requireRight } from '../spaces/space-access.ts';
import { getConfiguration } from '../spaces/space-configuration.ts';
import type { View } from './view.ts';
import { selectView } from './views.store.ts';

/** The view. Throws VIEW_NOT_FOUND when it does not exist for whoever acts: of a space they do not see, or another's own. */
export const requireVisibleView = async (ctx: Context, viewId: number): Promise<View> => {
  const view = await selectView(ctx.db, viewId);
  if (view !== undefined && (await isVisible(ctx, view))) return view;
  throw new DomainError('VIEW_NOT_FOUND', { message: `There is no view ${viewId}.` });
};

const isVisible = async (ctx: Context, { spaceId, authorId }: View): Promise<boolean> => {
  if (spaceId === null) return authorId === ctx.actor.userId;
  return (await accessOfActor(ctx, await getConfiguration(ctx, spaceId))) !== undefined;
};

/**
 * The ID of whoever acts, who may have views of their own: that needs no right. A key that was narrowed to some rights
 * is no key for everything else, though: it needs Update, the right to change what is one's own. Throws RIGHT_MISSING.
 */
export const requireViewKeeper = ({ actor }: Context): number => {
  const { userId, scope } = actor;
  if (userId === null) throw new DomainError('RIGHT_MISSING', { message: 'Only users can have views.' });
  if (scope?.rights?.has('Update') !== false) return userId;
  const message = 'You may not change views: this API key is narrowed, and the right Update is missing.';
  throw new DomainError('RIGHT_MISSING', { message });
};

/** Throws RIGHT_MISSING unless whoever acts may change this view: it is theirs, or they manage the space it is shared with. */
export const requireCanChange = async (ctx: Context, { authorId, spaceId, name }: View): Promise<void> => {
  if (requireViewKeeper(ctx) === authorId || spaceId === null) return;
  const access = await accessOfActor(ctx, await getConfiguration(ctx, spaceId));
  if (access !== undefined) requireRight(access, 'ManageSpace', `change the view "${name}", which is another user's`);
};
