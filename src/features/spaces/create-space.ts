import type { Context } from '../../platform/context.ts';
import { announceConfigurationChange } from '../../platform/database/configuration-change.ts';
import { continueIdsAfterHighest } from '../../platform/database/identity.ts';
import { appendConfigurationEvent } from '../../platform/events/append-event.ts';
import { addUsualChoices } from '../choices/add-usual-choices.ts';
import { requireAdministrator } from '../users/require-administrator.ts';
import { insertSpace } from './change-space.store.ts';
import type { SpaceVisibility } from './space.ts';
import { requireNewSpaceName } from './space-name.ts';

interface CreateSpace {
  readonly id?: number;
  readonly name: string;
  readonly visibility: SpaceVisibility;
}

/**
 * Creates a space with the usual statuses and priorities; it needs a project before it can have cases.
 * Throws FIELDS_INVALID, RIGHT_MISSING.
 */
export const createSpace = (ctx: Context, { id, name, visibility }: CreateSpace): Promise<number> =>
  ctx.inTransaction(async (tx) => {
    await requireAdministrator(tx, 'create spaces');
    await announceConfigurationChange(tx.db);
    const space = { name: await requireNewSpaceName(tx, name), visibility };
    const given = id === undefined ? {} : { id };
    const spaceId = await insertSpace(tx.db, { ...given, ...space, createdAt: tx.now });
    if (id !== undefined) await continueIdsAfterHighest(tx.db, 'spaces');
    await addUsualChoices(tx, { spaceId });
    await appendConfigurationEvent(tx, { type: 'space.created', spaceId, payload: space });
    return spaceId;
  });
