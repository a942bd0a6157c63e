import type { Context } from '../../platform/context.ts';
import { appendConfigurationEvent } from '../../platform/events/append-event.ts';
import { updateSpace } from './change-space.store.ts';
import { requireManagedSpace } from './require-managed-space.ts';

interface ArchiveSpace {
  readonly spaceId: number;
}

/** Takes a space out of use: its cases can be read and not changed. Throws SPACE_NOT_FOUND, RIGHT_MISSING. */
export const archiveSpace = (ctx: Context, { spaceId }: ArchiveSpace): Promise<void> =>
  ctx.inTransaction(async (tx) => {
    const { space } = await requireManagedSpace(tx, spaceId);
    if (space.archived) return;
    await updateSpace(tx.db, spaceId, { archived: true });
    await appendConfigurationEvent(tx, { type: 'space.archived', spaceId, payload: { name: space.name } });
  });
