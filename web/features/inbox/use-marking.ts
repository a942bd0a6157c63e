import { type InfiniteData, useQueryClient } from '@tanstack/react-query';
import type { ListNotificationsResponse, MarkNotifications, Notification } from '../../../src/client/index.ts';
import { casekeep } from '../../server/casekeep.ts';
import { useWrite } from '../../ui/use-write.ts';

type Pages = InfiniteData<ListNotificationsResponse>;

const isMeant = ({ ids, upTo, spaceId }: MarkNotifications, { id, spaceId: its }: Notification): boolean =>
  (ids?.includes(id) ?? id <= (upTo ?? 0)) && (spaceId === undefined || spaceId === its);

const marked = (pages: Pages, wanted: MarkNotifications): Pages => ({
  ...pages,
  pages: pages.pages.map((page) => ({
    ...page,
    items: page.items.map((each) => (isMeant(wanted, each) ? { ...each, isRead: wanted.isRead } : each)),
  })),
});

/** Marks notifications as read or unread: shown at once, and taken back when the server refuses. */
export const useMarking = () => {
  const queryClient = useQueryClient();
  return useWrite({
    write: async (wanted: MarkNotifications) => {
      const queryKey = ['notifications', 'list'];
      await queryClient.cancelQueries({ queryKey });
      const before = queryClient.getQueriesData<Pages>({ queryKey });
      queryClient.setQueriesData<Pages>({ queryKey }, (pages) => pages && marked(pages, wanted));
      try {
        return await casekeep.markNotifications({ body: wanted });
      } catch (error) {
        for (const [key, pages] of before) queryClient.setQueryData(key, pages);
        throw error;
      }
    },
    outdates: [['notifications']],
  });
};
