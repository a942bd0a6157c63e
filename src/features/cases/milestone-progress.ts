import type { Context } from '../../platform/context.ts';
import type { SpaceConfiguration } from '../spaces/space.ts';
import { countCasesOfMilestones } from './milestone-progress.store.ts';

interface ProgressOfMilestones {
  /** Of the space the milestones are in. */
  readonly configuration: SpaceConfiguration;
  readonly milestoneIds: readonly number[];
}

/**
 * How many percent of each milestone's cases are closed, as whole numbers that reach 100 only when all are; 0 for one
 * without cases. Cases in the bin do not count.
 */
export const progressOfMilestones = async (
  ctx: Context,
  { configuration, milestoneIds }: ProgressOfMilestones,
): Promise<ReadonlyMap<number, number>> => {
  if (milestoneIds.length === 0) return new Map();
  const counts = await countCasesOfMilestones(ctx.db, milestoneIds);
  const percent = (id: number): number => {
    const ofMilestone = counts.filter(({ milestoneId }) => milestoneId === id);
    const closed = ofMilestone.filter(({ statusId }) => configuration.statuses.get(statusId)?.isClosed === true);
    return Math.floor((100 * sum(closed)) / Math.max(1, sum(ofMilestone)));
  };
  return new Map(milestoneIds.map((id) => [id, percent(id)]));
};

const sum = (rows: readonly { readonly count: number }[]): number =>
  rows.reduce((total, { count }) => total + count, 0);
