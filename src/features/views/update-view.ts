import { DomainError } from '../../kernel/errors.ts';
import type { Context } from '../../platform/context.ts';
import { appendEvent } from '../../platform/events/append-event.ts';
import { completeView } from './complete-view.ts';
import { toldOfView, type View, type ViewProperties } from './view.ts';
import { requireCanChange, requireVisibleView } from './view-access.ts';
import { updateViewRow } from './views.store.ts';

interface UpdateView {
  readonly viewId: number;
  readonly changes: Partial<ViewProperties>;
}

/**
 * Changes the named properties of a view. Only its author can make it their own again. Throws VIEW_NOT_FOUND,
 * RIGHT_MISSING, FIELDS_INVALID.
 */
export const updateView = (ctx: Context, { viewId, changes }: UpdateView): Promise<void> =>
  ctx.inTransaction(async (tx) => {
    const before = await requireVisibleView(tx, viewId);
    await requireCanChange(tx, before);
    requireKeptInSight(tx, before, changes);
    const wanted = { ...before, ...changes };
    const isNew = (property: keyof ViewProperties): boolean =>
      JSON.stringify(wanted[property]) !== JSON.stringify(before[property]);
    if (!(Object.keys(changes) as (keyof ViewProperties)[]).some(isNew)) return;
    const after: View = { ...before, ...(await completeView(tx, wanted, isNew)), updatedAt: tx.now };
    await updateViewRow(tx.db, after);
    const told = { ...after, spaceId: after.spaceId ?? before.spaceId };
    await appendEvent(tx, { type: 'view.updated', spaceId: told.spaceId, payload: toldOfView(told) });
  });

/** What is another user's own would be gone for whoever made it that. */
const requireKeptInSight = ({ actor }: Context, { authorId }: View, { spaceId }: Partial<ViewProperties>): void => {
  if (spaceId !== null || authorId === actor.userId) return;
  throw new DomainError('RIGHT_MISSING', {
    message: 'Only who made a view can end its being shared: delete it instead.',
  });
};
