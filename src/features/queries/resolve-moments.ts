import type { Context } from '../../platform/context.ts';
import type { CaseCondition } from '../cases/list/case-selection.ts';
import type { Milestone } from '../spaces/space.ts';
import { isDistance, type Period, periodOf } from './moment.ts';
import type { BoundedValue, Resolution } from './resolution.ts';

/** From `from` to before `before`; null where it is open. */
interface Stretch {
  readonly from: number | null;
  readonly before: number | null;
}

interface AskedInstant {
  readonly property: 'createdAt' | 'updatedAt';
  readonly value: BoundedValue;
  readonly resolution: Resolution;
}

/** The condition that an instant of a case lies where the value says. */
export const instantCondition = (ctx: Context, { property, value, resolution }: AskedInstant): CaseCondition => {
  const place = { now: ctx.now, timeZone: resolution.timeZone, of: 'instants' } as const;
  return { kind: 'instant', property, ...stretchOf(value, (moment) => periodOf(moment, place)) };
};

interface AskedDueDate {
  readonly value: BoundedValue;
  readonly resolution: Resolution;
}

/** The IDs of the milestones that are due when the value says. */
export const milestoneIdsDue = (ctx: Context, { value, resolution }: AskedDueDate): number[] => {
  const place = { now: ctx.now, timeZone: resolution.timeZone, of: 'days' } as const;
  const { from, before } = stretchOf(value, (moment) => periodOf(moment, place));
  return milestoneIds(
    resolution,
    ({ dueAt }) => dueAt !== null && dueAt >= (from ?? dueAt) && (before === null || dueAt < before),
  );
};

/** The IDs of the milestones that have a due date. */
export const dueMilestoneIds = (resolution: Resolution): number[] =>
  milestoneIds(resolution, ({ dueAt }) => dueAt !== null);

/** The IDs of the milestones whose due date is over and that were not reached. */
export const overdueMilestoneIds = (ctx: Context, resolution: Resolution): number[] => {
  const today = periodOf('today', { now: ctx.now, timeZone: resolution.timeZone, of: 'days' }).start;
  return milestoneIds(resolution, ({ dueAt, completedAt }) => dueAt !== null && dueAt < today && completedAt === null);
};

const milestoneIds = ({ configurations }: Resolution, isMeant: (milestone: Milestone) => boolean): number[] =>
  configurations
    .flatMap(({ milestones }) => [...milestones.values()])
    .filter(isMeant)
    .map(({ id }) => id);

const stretchOf = (value: BoundedValue, meaning: (moment: string) => Period): Stretch => {
  if (value.kind === 'range') {
    const [from, to] = [value.from, value.to].map((moment) => (moment === null ? null : meaning(moment)));
    return { from: from?.start ?? null, before: to?.end ?? null };
  }
  const { comparison, bound } = value;
  const { start, end } = meaning(bound);
  if (comparison === '=') return isDistance(bound) ? between(meaning, { start, end }) : { from: start, before: end };
  if (comparison === '<') return { from: null, before: start };
  if (comparison === '<=') return { from: null, before: end };
  return { from: comparison === '>' ? end : start, before: null };
};

/** "updated:-7d" is what was updated between then and now. */
const between = (meaning: (moment: string) => Period, there: Period): Stretch => {
  const here = meaning('0d');
  return { from: Math.min(here.start, there.start), before: Math.max(here.end, there.end) };
};
