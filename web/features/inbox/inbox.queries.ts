import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { casekeep } from '../../server/casekeep.ts';

/** How many notifications come with one request. */
const PAGE = 50;

/** Which notifications. */
export interface InboxFilter {
  readonly unread?: boolean | undefined;
  readonly space?: number | undefined;
}

/** What one was told, the newest first, page by page. */
export const inboxQuery = ({ unread = false, space }: InboxFilter) =>
  infiniteQueryOptions({
    queryKey: ['notifications', 'list', { unread, space }],
    queryFn: async ({ pageParam, signal }) =>
      await casekeep.listNotifications(
        {
          unread,
          limit: PAGE,
          ...(space === undefined ? {} : { spaceId: space }),
          ...(pageParam === undefined ? {} : { cursor: pageParam }),
        },
        { signal },
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }) => next ?? undefined,
  });

/** How many are unread, in all and by space. */
export const unreadQuery = queryOptions({
  queryKey: ['notifications', 'counts'],
  queryFn: ({ signal }) => casekeep.countNotifications({}, { signal }),
});
