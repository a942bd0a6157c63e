import { invalidField } from '../../kernel/errors.ts';
import type { Context } from '../../platform/context.ts';
import { appendConfigurationEvent } from '../../platform/events/append-event.ts';
import { updateSpace } from './change-space.store.ts';
import { requireManagedSpace } from './require-managed-space.ts';
import { type SpaceVisibility, spaceVisibilities } from './space.ts';

interface SetSpaceVisibility {
  readonly spaceId: number;
  readonly visibility: SpaceVisibility;
}

/** Decides who sees a space. Throws FIELDS_INVALID, SPACE_NOT_FOUND, RIGHT_MISSING. */
export const setSpaceVisibility = (ctx: Context, { spaceId, visibility }: SetSpaceVisibility): Promise<void> =>
  ctx.inTransaction(async (tx) => {
    const { space } = await requireManagedSpace(tx, spaceId);
    if (!spaceVisibilities.includes(visibility)) {
      throw invalidField('visibility', `must be one of: ${spaceVisibilities.join(', ')}`);
    }
    if (visibility === space.visibility) return;
    await updateSpace(tx.db, spaceId, { visibility });
    const payload = { visibility, oldVisibility: space.visibility };
    await appendConfigurationEvent(tx, { type: 'space.visibility_changed', spaceId, payload });
  });
