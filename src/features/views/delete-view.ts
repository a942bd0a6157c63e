import type { Context } from '../../platform/context.ts';
import { appendEvent } from '../../platform/events/append-event.ts';
import { toldOfView } from './view.ts';
import { requireCanChange, requireVisibleView } from './view-access.ts';
import { deleteViewRow } from './views.store.ts';

interface DeleteView {
  readonly viewId: number;
}

/** Deletes a view. Throws VIEW_NOT_FOUND, RIGHT_MISSING. */
export const deleteView = (ctx: Context, { viewId }: DeleteView): Promise<void> =>
  ctx.inTransaction(async (tx) => {
    const view = await requireVisibleView(tx, viewId);
    await requireCanChange(tx, view);
    await deleteViewRow(tx.db, viewId);
    await appendEvent(tx, { type: 'view.deleted', spaceId: view.spaceId, payload: toldOfView(view) });
  });
