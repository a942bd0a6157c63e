import type { Context } from '../../../platform/context.ts';
import { visibleSpaceIds } from '../../spaces/space-access.ts';
import type { ChangePage, ChangePageRequest } from './case-change.ts';
import { type Candidate, type Lead, type LeadColumn, selectCandidates } from './leads.store.ts';
import { loadChanges } from './load-changes.ts';

/** How many entries are looked through at once. */
const PORTION = 500;

/** How many entries are looked through for one page, when most are of cases that may not be seen. */
const MAX_LOOKED_THROUGH = 5_000;

interface FindVisibleChanges extends ChangePageRequest {
  readonly column: LeadColumn;
  readonly id: number;
}

/**
 * Changes of all cases that whoever acts sees now, newest first. Places are IDs of entries. A page may have fewer
 * changes than it could have, or none, and still another one after it.
 */
export const findVisibleChanges = async (ctx: Context, find: FindVisibleChanges): Promise<ChangePage> => {
  const { limit, before = Number.MAX_SAFE_INTEGER, column, id } = find;
  const isVisible = await visibility(ctx);
  const leads: Lead[] = [];
  let place = before;
  for (let looked = 0; looked < MAX_LOOKED_THROUGH; looked += PORTION) {
    const candidates = await selectCandidates(ctx.db, { column, id, before: place, limit: PORTION });
    for (const candidate of candidates) {
      if (leads.length === limit) return loadChanges(ctx, { leads, next: place });
      place = candidate.entryId;
      if (isVisible(candidate)) leads.push({ entryId: place, place });
    }
    if (candidates.length < PORTION) return loadChanges(ctx, { leads, next: undefined });
  }
  return loadChanges(ctx, { leads, next: place });
};

const visibility = async (ctx: Context): Promise<(candidate: Candidate) => boolean> => {
  const visible = await visibleSpaceIds(ctx);
  const spaceIds = visible === 'all' ? undefined : new Set(visible);
  return ({ spaceId, isDeleted, isFollower }) => !isDeleted && !isFollower && spaceIds?.has(spaceId) !== false;
};
