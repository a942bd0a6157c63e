import type { Context } from '../../platform/context.ts';
import { archiveSpace } from './archive-space.ts';
import { renameSpace } from './rename-space.ts';
import { requireManagedSpace } from './require-managed-space.ts';
import { setSpaceVisibility } from './set-space-visibility.ts';
import type { SpaceVisibility } from './space.ts';
import { unarchiveSpace } from './unarchive-space.ts';

/** What can be changed of a space in one go. */
interface SpaceChanges {
  readonly name?: string;
  readonly visibility?: SpaceVisibility;
  readonly archived?: boolean;
}

interface ChangeSpace {
  readonly spaceId: number;
  readonly changes: SpaceChanges;
}

/**
 * Changes several properties of a space, all or none, each with the event of its own verb. Throws SPACE_NOT_FOUND,
 * RIGHT_MISSING, FIELDS_INVALID.
 */
export const changeSpace = (ctx: Context, { spaceId, changes }: ChangeSpace): Promise<void> =>
  ctx.inTransaction(async (tx) => {
    const { name, visibility, archived } = changes;
    await requireManagedSpace(tx, spaceId);
    if (name !== undefined) await renameSpace(tx, { spaceId, name });
    if (visibility !== undefined) await setSpaceVisibility(tx, { spaceId, visibility });
    if (archived === true) await archiveSpace(tx, { spaceId });
    if (archived === false) await unarchiveSpace(tx, { spaceId });
  });
