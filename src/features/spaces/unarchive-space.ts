import type { Context } from '../../platform/context.ts';
import { appendConfigurationEvent } from '../../platform/events/append-event.ts';
import { updateSpace } from './change-space.store.ts';
import { requireManagedSpace } from './require-managed-space.ts';

interface UnarchiveSpace {
  readonly spaceId: number;
}

/** Takes an archived space into use again. Throws SPACE_NOT_FOUND, RIGHT_MISSING. */
export const unarchiveSpace = (ctx: Context, { spaceId }: UnarchiveSpace): Promise<void> =>
  ctx.inTransaction(async (tx) => {
    const { space } = await requireManagedSpace(tx, spaceId);
    if (!space.archived) return;
    await updateSpace(tx.db, spaceId, { archived: false });
    await appendConfigurationEvent(tx, { type: 'space.unarchived', spaceId, payload: { name: space.name } });
  });
