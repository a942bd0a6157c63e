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

/** The condition that a case is due when the value says. */
export const dueCondition = (ctx: Context, { value, resolution }: AskedDueDate): CaseCondition => {
  const place = { now: ctx.now, timeZone: resolution.timeZone, of: 'days' } as const;
  const { from, before } = stretchOf(value, (moment) => periodOf(moment, place));
  return dueBy(
    { kind: 'instant', property: 'dueOn', from, before },
    ofMilestone(resolution, ({ dueAt }) => dueAt >= (from ?? dueAt) && (before === null || dueAt < before)),
  );
};

/** The condition that a case has a due date, or its milestone has. */
export const hasDueDate = (resolution: Resolution): CaseCondition => ({
  kind: 'any',
  of: [ownDueDate, ofMilestone(resolution, () => true)],
});

/** The condition that the due date of a case is over; that of a milestone that was reached does not count. */
export const isPastDue = (ctx: Context, resolution: Resolution): CaseCondition => {
  const today = periodOf('today', { now: ctx.now, timeZone: resolution.timeZone, of: 'days' }).start;
  return dueBy(
    { kind: 'instant', property: 'dueOn', from: null, before: today },
    ofMilestone(resolution, ({ dueAt, completedAt }) => dueAt < today && completedAt === null),
  );
};

const ownDueDate: CaseCondition = { kind: 'has', what: 'dueOn' };

/** By the own due date of a case, or, where it has none, by that of its milestone. */
const dueBy = (own: CaseCondition, ofItsMilestone: CaseCondition): CaseCondition => ({
  kind: 'any',
  of: [own, { kind: 'all', of: [{ kind: 'not', of: ownDueDate }, ofItsMilestone] }],
});

/** That the case has one of the milestones that have a due date and are meant. */
const ofMilestone = (
  { configurations }: Resolution,
  isMeant: (milestone: Milestone & { readonly dueAt: number }) => boolean,
): CaseCondition => ({
  kind: 'reference',
  property: 'milestoneId',
  ids: configurations
    .flatMap(({ milestones }) => [...milestones.values()])
    .filter((milestone) => milestone.dueAt !== null && isMeant({ ...milestone, dueAt: milestone.dueAt }))
    .map(({ id }) => id),
});

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
