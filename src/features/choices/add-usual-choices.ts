import type { Context } from '../../platform/context.ts';
import { newSpacePriorities, newSpaceStatuses } from '../spaces/space.ts';
import { insertChoice } from './choices.store.ts';

interface AddUsualChoices {
  readonly spaceId: number;
}

/** Gives a new space the statuses and priorities that every space begins with, as part of creating it. */
export const addUsualChoices = async (tx: Context, { spaceId }: AddUsualChoices): Promise<void> => {
  for (const { name, ...own } of newSpaceStatuses) {
    await insertChoice(tx.db, { kind: 'status', parentId: spaceId, name, own });
  }
  for (const { name, ...own } of newSpacePriorities) {
    await insertChoice(tx.db, { kind: 'priority', parentId: spaceId, name, own });
  }
};
