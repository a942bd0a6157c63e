import type { Context } from '../../../platform/context.ts';
import type { QueryHint } from '../../queries/query.ts';
import { type Durations, selectDurations } from './durations.store.ts';
import { reportedCases } from './reported-cases.ts';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** Up to how long is counted apart, in milliseconds; the rest took longer. */
export const durationBounds = [
  HOUR_MS,
  4 * HOUR_MS,
  DAY_MS,
  3 * DAY_MS,
  7 * DAY_MS,
  14 * DAY_MS,
  30 * DAY_MS,
  90 * DAY_MS,
] as const;

export interface DurationsReport {
  readonly firstAnswer: Durations;
  readonly resolution: Durations;
  readonly isExact: boolean;
  readonly hints: readonly QueryHint[];
}

/**
 * How long it took until cases were answered and closed, of those that whoever acts can see and that a query is about.
 * Throws FIELDS_INVALID of the query.
 */
export const reportDurations = async (
  ctx: Context,
  { query }: { readonly query: string },
): Promise<DurationsReport> => {
  const { selection, isExact, hints } = await reportedCases(ctx, query);
  const bounds = durationBounds;
  const firstAnswer = await selectDurations(ctx.db, { selection, of: 'firstAnswer', bounds });
  const resolution = await selectDurations(ctx.db, { selection, of: 'resolution', bounds });
  return { firstAnswer, resolution, isExact, hints };
};
