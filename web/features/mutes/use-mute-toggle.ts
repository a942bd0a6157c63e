import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { casekeep } from '../../server/casekeep.ts';
import { useTellFailure } from '../../ui/use-tell-failure.ts';
import { caseMuteQuery } from './mutes.queries.ts';

/** Mutes a case that is not muted, and the other way round: shown at once, and taken back when the server refuses. */
export const useMuteToggle = () => {
  const { t } = useTranslation();
  const queryClient = useQueryClient();
  const tellFailure = useTellFailure();
  const show = (caseId: number, muted: boolean): void => {
    queryClient.setQueryData(caseMuteQuery(caseId).queryKey, { muted });
  };
  return useMutation({
    mutationFn: async (caseId: number) => {
      const { muted } = await queryClient.ensureQueryData(caseMuteQuery(caseId));
      await queryClient.cancelQueries({ queryKey: caseMuteQuery(caseId).queryKey });
      show(caseId, !muted);
      try {
        await casekeep[muted ? 'unmuteCase' : 'muteCase']({ caseId });
      } catch (error) {
        show(caseId, muted);
        throw error;
      }
      notifications.show({ message: t(muted ? 'mute.undone' : 'mute.done', { id: caseId }) });
    },
    onError: tellFailure,
  });
};
