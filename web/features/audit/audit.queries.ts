import { infiniteQueryOptions } from '@tanstack/react-query';
import { casekeep } from '../../server/casekeep.ts';

export const auditKinds = ['sign-ins', 'people', 'keys', 'members', 'configuration', 'views', 'webhooks'] as const;
type AuditKind = (typeof auditKinds)[number];

/** What is looked for. */
export interface AuditFilter {
  readonly kind?: AuditKind | undefined;
  readonly userId?: number | undefined;
  /** Days as 2026-11-30, in the time zone of the browser; the last one included. */
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}

const startOf = (day: string): Date => new Date(`${day}T00:00:00`);

/** The end of a day: days are not all of the same length. */
const endOf = (day: string): Date => {
  const next = startOf(day);
  next.setDate(next.getDate() + 1);
  return next;
};

/** What happened beside cases, the newest first, page by page. */
export const auditQuery = ({ kind, userId, from, to }: AuditFilter) =>
  infiniteQueryOptions({
    queryKey: ['audit', kind ?? null, userId ?? null, from ?? null, to ?? null],
    queryFn: async ({ pageParam, signal }) =>
      await casekeep.listAuditEntries(
        {
          ...(kind === undefined ? {} : { kind }),
          ...(userId === undefined ? {} : { userId }),
          ...(from === undefined ? {} : { since: startOf(from).toISOString() }),
          ...(to === undefined ? {} : { until: endOf(to).toISOString() }),
          ...(pageParam === undefined ? {} : { cursor: pageParam }),
        },
        { signal },
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }) => next ?? undefined,
    // No event tells of attempts to sign in that failed.
    staleTime: 0,
  });
