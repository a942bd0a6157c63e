import type { Context } from '../../platform/context.ts';
import type { SpaceConfiguration } from '../spaces/space.ts';
import { countCasesOfMilestones } from './milestone-progress.store.ts';

interface ProgressOfMilestones {
  /** Of the space the milestones are in. */
  readonly configuration: SpaceConfiguration;
  readonly milestoneIds: readonly number[];
}

/** How far the cases of a milestone are; those in the bin do not count. */
export interface Progress {
  readonly total: number;
  readonly closed: number;
  /** A whole number that reaches 100 only when all are closed; 0 when there are none. */
  readonly percent: number;
}

/** How far the cases of each milestone are. */
export const progressOfMilestones = async (
  ctx: Context,
  { configuration, milestoneIds }: ProgressOfMilestones,
): Promise<ReadonlyMap<number, Progress>> => {
  if (milestoneIds.length === 0) return new Map();
  const counts = await countCasesOfMilestones(ctx.db, milestoneIds);
  const progress = (id: number): Progress => {
    const ofMilestone = counts.filter(({ milestoneId }) => milestoneId === id);
    const total = sum(ofMilestone);
    const closed = sum(ofMilestone.filter(({ statusId }) => configuration.statuses.get(statusId)?.isClosed === true));
    return { total, closed, percent: Math.floor((100 * closed) / Math.max(1, total)) };
  };
  return new Map(milestoneIds.map((id) => [id, progress(id)]));
};

const sum = (rows: readonly { readonly count: number }[]): number =>
  rows.reduce((total, { count }) => total + Number(count), 0);
