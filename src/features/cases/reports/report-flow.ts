import { invalidField } from '../../../kernel/errors.ts';
import type { Context } from '../../../platform/context.ts';
import type { QueryHint } from '../../queries/query.ts';
import { timeZoneOf } from '../../users/time-zone-of.ts';
import { type FlowSlot, selectFlow } from './flow.store.ts';
import { reportedCases } from './reported-cases.ts';

/** How long the intervals of a report can be. */
export const intervals = ['day', 'week', 'month'] as const;
type Interval = (typeof intervals)[number];

/** How many intervals a report has at the most. */
export const MAX_INTERVALS = 400;
/** How many it has unless it is said from when. */
const USUAL_INTERVALS = 30;

interface ReportFlow {
  readonly query: string;
  /** The first and the last day, as 2026-11-24. */
  readonly from: string | undefined;
  readonly to: string | undefined;
  readonly interval: Interval;
}

/** What happened in an interval, and what there was at its end. */
interface FlowInterval {
  /** Its first day. */
  readonly start: string;
  readonly created: number;
  readonly closed: number;
  readonly reopened: number;
  readonly total: number;
  readonly open: number;
}

export interface Flow {
  readonly interval: Interval;
  readonly timeZone: string;
  readonly items: readonly FlowInterval[];
  readonly isExact: boolean;
  readonly hints: readonly QueryHint[];
}

/**
 * How many of the cases that whoever acts can see and that a query is about were created, closed and opened again in
 * each interval. Throws FIELDS_INVALID.
 */
export const reportFlow = async (ctx: Context, { query, from, to, interval }: ReportFlow): Promise<Flow> => {
  const timeZone = await timeZoneOf(ctx);
  const days = firstDays({ from, to, interval, today: today(ctx, timeZone) });
  const { selection, isExact, hints } = await reportedCases(ctx, query);
  const begin = (day: Temporal.PlainDate): number => day.toZonedDateTime(timeZone).epochMilliseconds;
  const [first] = days;
  const slots = first === undefined ? [] : await selectFlow(ctx.db, { selection, from: begin(first) });
  return { interval, timeZone, items: inIntervals(days, interval, begin, slots), isExact, hints };
};

const today = ({ now }: Context, timeZone: string): Temporal.PlainDate =>
  Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(timeZone).toPlainDate();

interface AskedDays extends Pick<ReportFlow, 'from' | 'to' | 'interval'> {
  readonly today: Temporal.PlainDate;
}

/** The first day of each interval; weeks begin with Monday. */
const firstDays = ({ from, to, interval, today }: AskedDays): Temporal.PlainDate[] => {
  const last = to === undefined ? today : readDay('to', to);
  const first = from === undefined ? last.subtract(lengthOf(interval, USUAL_INTERVALS - 1)) : readDay('from', from);
  if (Temporal.PlainDate.compare(first, last) > 0) throw invalidField('from', 'must not be after "to"');
  const days: Temporal.PlainDate[] = [];
  const start = startOf(first, interval);
  for (let index = 0; ; index += 1) {
    const day = start.add(lengthOf(interval, index));
    if (Temporal.PlainDate.compare(day, last) > 0) return days;
    if (index === MAX_INTERVALS) throw invalidField('from', `must leave at most ${MAX_INTERVALS} intervals until "to"`);
    days.push(day);
  }
};

const readDay = (field: string, text: string): Temporal.PlainDate => {
  try {
    return Temporal.PlainDate.from(text, { overflow: 'reject' });
  } catch {
    throw invalidField(field, 'must be a day like 2026-11-24');
  }
};

const startOf = (day: Temporal.PlainDate, interval: Interval): Temporal.PlainDate => {
  if (interval === 'day') return day;
  return interval === 'week' ? day.subtract({ days: day.dayOfWeek - 1 }) : day.with({ day: 1 });
};

const lengthOf = (interval: Interval, count: number): Temporal.DurationLike => ({ [`${interval}s`]: count });

const inIntervals = (
  days: readonly Temporal.PlainDate[],
  interval: Interval,
  begin: (day: Temporal.PlainDate) => number,
  slots: readonly FlowSlot[],
): FlowInterval[] => {
  const sorted = slots.toSorted((one, other) => one.at - other.at);
  let next = 0;
  let [total, open] = [0, 0];
  /** What happened until then and was not taken yet. */
  const take = (before: number) => {
    const taken = { created: 0, closed: 0, reopened: 0 };
    for (let slot = sorted[next]; slot !== undefined && slot.at < before; slot = sorted[next]) {
      taken.created += slot.created;
      taken.closed += slot.closed;
      taken.reopened += slot.reopened;
      next += 1;
    }
    total += taken.created;
    open += taken.created + taken.reopened - taken.closed;
    return taken;
  };
  if (days[0] !== undefined) take(begin(days[0]));
  return days.map((day) => {
    const happened = take(begin(day.add(lengthOf(interval, 1))));
    return { start: day.toString(), ...happened, total, open };
  });
};
