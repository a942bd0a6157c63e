import { invalidField } from '../../kernel/errors.ts';
import type { Context } from '../../platform/context.ts';
import { continueIdsAfterHighest } from '../../platform/database/identity.ts';
import { appendConfigurationEvent } from '../../platform/events/append-event.ts';
import { insertPriorities, insertSpace, insertStatuses } from './new-space.store.ts';
import { newSpacePriorities, newSpaceStatuses, type SpaceVisibility } from './space.ts';

interface CreateSpace {
  readonly id?: number;
  readonly name: string;
  readonly visibility: SpaceVisibility;
}

/** Creates a space with the usual statuses and priorities; it needs a project before it can have cases. */
export const createSpace = (ctx: Context, { id, name, visibility }: CreateSpace): Promise<number> =>
  ctx.inTransaction(async (tx) => {
    if (name.trim() === '') throw invalidField('name', 'must not be blank');
    const given = id === undefined ? {} : { id };
    const spaceId = await insertSpace(tx.db, { ...given, name: name.trim(), visibility, createdAt: tx.now });
    if (id !== undefined) await continueIdsAfterHighest(tx.db, 'spaces');
    await insertStatuses(tx.db, spaceId, newSpaceStatuses);
    await insertPriorities(tx.db, spaceId, newSpacePriorities);
    await appendConfigurationEvent(tx, { type: 'space.created', spaceId, payload: { name: name.trim(), visibility } });
    return spaceId;
  });
