import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { GetFlowData } from '../../../src/client/index.ts';
import { casekeep } from '../../server/casekeep.ts';

/** How long the intervals of a report are. */
export type Interval = NonNullable<NonNullable<GetFlowData['query']>['interval']>;

interface AskedFlow {
  readonly query: string;
  readonly interval: Interval;
  /** The first day, as 2026-11-24; the last thirty intervals without it. */
  readonly from?: string | undefined;
}

/** How many cases were created and closed over time. */
export const flowQuery = ({ query, interval, from }: AskedFlow) =>
  queryOptions({
    queryKey: ['cases', 'flow', query, interval, from ?? null],
    queryFn: ({ signal }) => casekeep.getFlow({ query, interval, ...(from === undefined ? {} : { from }) }, { signal }),
    placeholderData: keepPreviousData,
  });

/** How long it took until cases were answered and closed. */
export const durationsQuery = (query: string) =>
  queryOptions({
    queryKey: ['cases', 'durations', query],
    queryFn: ({ signal }) => casekeep.getDurations({ query }, { signal }),
    placeholderData: keepPreviousData,
  });
