import type { Context } from '../../platform/context.ts';
import { newSpacePriorities, newSpaceStatuses } from '../spaces/space.ts';
import { insertPriority, insertStatus } from './choices.store.ts';

interface AddUsualChoices {
  readonly spaceId: number;
}

/** Gives a new space the statuses and priorities that every space begins with, as part of creating it. */
export const addUsualChoices = async (tx: Context, { spaceId }: AddUsualChoices): Promise<void> => {
  for (const status of newSpaceStatuses) await insertStatus(tx.db, { ...status, spaceId });
  for (const priority of newSpacePriorities) await insertPriority(tx.db, { ...priority, spaceId });
};
