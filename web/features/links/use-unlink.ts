import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Link } from '../../../src/client/index.ts';
import { casekeep } from '../../server/casekeep.ts';
import { tellUndoable } from '../../ui/tell-undoable.tsx';
import { useTellFailure } from '../../ui/use-tell-failure.ts';
import { linksQuery } from './links.queries.ts';
import { useLinkCases } from './use-link-cases.ts';

/** Takes a link away: shown at once, back again when the server refuses, and with a way back for whoever did it. */
export const useUnlink = (caseId: number) => {
  const { t } = useTranslation();
  const queryClient = useQueryClient();
  const tellFailure = useTellFailure();
  const { mutate: linkAgain } = useLinkCases(caseId);
  const { queryKey } = linksQuery(caseId);
  return useMutation({
    mutationFn: ({ id }: Link) => casekeep.deleteLink({ linkId: id }),
    onMutate: async ({ id }) => {
      await queryClient.cancelQueries({ queryKey });
      queryClient.setQueryData(queryKey, (links) => links?.filter((link) => link.id !== id));
    },
    onSuccess: (_, { relation, case: { id: otherCaseId } }) =>
      tellUndoable(t('links.removed', { id: otherCaseId }), () => linkAgain({ relation, otherCaseId })),
    onError: tellFailure,
    onSettled: () => queryClient.invalidateQueries({ queryKey: ['cases', 'linked'] }),
  });
};
