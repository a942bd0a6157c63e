import { DomainError } from '../../kernel/errors.ts';
import type { Context } from '../../platform/context.ts';
import { appendEvent } from '../../platform/events/append-event.ts';
import { completeView } from './complete-view.ts';
import { MAX_VIEWS, toldOfView, usualColumns, type ViewProperties } from './view.ts';
import { requireViewKeeper } from './view-access.ts';
import { countViewsOf, insertView } from './views.store.ts';

type CreateView = Pick<ViewProperties, 'name' | 'query'> & Partial<ViewProperties>;

/**
 * Keeps a query under a name and answers with the ID of the view. Throws RIGHT_MISSING, FIELDS_INVALID, and
 * CONFIGURATION_CONFLICT when there are too many.
 */
export const createView = (ctx: Context, properties: CreateView): Promise<number> =>
  ctx.inTransaction(async (tx) => {
    const authorId = requireViewKeeper(tx);
    const view = await completeView(tx, { spaceId: null, columns: usualColumns, ...properties }, () => true);
    if ((await countViewsOf(tx.db, authorId)) >= MAX_VIEWS) {
      const message = `You have ${MAX_VIEWS} views, which is the most: delete one first.`;
      throw new DomainError('CONFIGURATION_CONFLICT', { message });
    }
    const viewId = await insertView(tx.db, { ...view, authorId, createdAt: tx.now, updatedAt: tx.now });
    await appendEvent(tx, {
      type: 'view.created',
      spaceId: view.spaceId,
      payload: toldOfView({ ...view, id: viewId, authorId }),
    });
    return viewId;
  });
