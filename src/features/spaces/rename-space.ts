import type { Context } from '../../platform/context.ts';
import { appendConfigurationEvent } from '../../platform/events/append-event.ts';
import { updateSpace } from './change-space.store.ts';
import { requireManagedSpace } from './require-managed-space.ts';
import { requireNewSpaceName } from './space-name.ts';

interface RenameSpace {
  readonly spaceId: number;
  readonly name: string;
}

/** Gives a space another name. Throws FIELDS_INVALID, SPACE_NOT_FOUND, RIGHT_MISSING. */
export const renameSpace = (ctx: Context, { spaceId, name: text }: RenameSpace): Promise<void> =>
  ctx.inTransaction(async (tx) => {
    const { space } = await requireManagedSpace(tx, spaceId);
    const name = await requireNewSpaceName(tx, text, spaceId);
    if (name === space.name) return;
    await updateSpace(tx.db, spaceId, { name });
    await appendConfigurationEvent(tx, { type: 'space.renamed', spaceId, payload: { name, oldName: space.name } });
  });
