import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import type { NotificationPreferencesPatch } from '../../../src/client/index.ts';
import { casekeep } from '../../server/casekeep.ts';
import { useTellFailure } from '../../ui/use-tell-failure.ts';

/** For which reasons one is told of cases. */
export const preferencesQuery = queryOptions({
  queryKey: ['notifications', 'preferences'],
  queryFn: ({ signal }) => casekeep.getNotificationPreferences({}, { signal }),
});

type Reasons = NotificationPreferencesPatch['reasons'];

/** Switches reasons on and off: shown at once, and read anew when the server refuses. */
export const useChangePreferences = () => {
  const queryClient = useQueryClient();
  const tellFailure = useTellFailure();
  const { queryKey } = preferencesQuery;
  return useMutation({
    // One after the other, so that the last one said is the last one done.
    scope: { id: 'notification-preferences' },
    mutationFn: (reasons: Reasons) => casekeep.updateNotificationPreferences({ body: { reasons } }),
    onMutate: async (reasons) => {
      await queryClient.cancelQueries({ queryKey });
      queryClient.setQueryData(queryKey, (now) => now && { reasons: { ...now.reasons, ...reasons } });
    },
    onError: (error) => {
      tellFailure(error);
      void queryClient.invalidateQueries({ queryKey });
    },
  });
};
