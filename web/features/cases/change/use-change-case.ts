import { type QueryClient, useMutation, useQueryClient } from '@tanstack/react-query';
import type { CasePatch } from '../../../../src/client/index.ts';
import { casekeep } from '../../../server/casekeep.ts';
import { useTellFailure } from '../../../ui/use-tell-failure.ts';
import { caseQuery, type FullCase } from '../cases.queries.ts';
import { FULL_NAMES } from '../list-request.ts';

/** A change of properties. */
export interface CaseChangeRequest {
  readonly patch: CasePatch;
  /** How the case looks with it, until the server says so. */
  readonly shown: Partial<FullCase>;
}

/** Marks as outdated what shows a case that was changed from here. */
export const outdateCase = (queryClient: QueryClient, caseId: number): void => {
  void queryClient.invalidateQueries({ queryKey: ['case', caseId] });
  void queryClient.invalidateQueries({ queryKey: ['cases'] });
};

/** Changes properties of a case: shown at once, and taken back with the server's words when it refuses. */
export const useChangeCase = (caseId: number) => {
  const queryClient = useQueryClient();
  const tellFailure = useTellFailure();
  const { queryKey } = caseQuery(caseId);
  const show = (shown: Partial<FullCase>): void => {
    queryClient.setQueryData(queryKey, (now) => now && { ...now, ...shown });
  };
  return useMutation({
    mutationKey: [...queryKey, 'change'],
    // One after the other, so that the last one said is the last one done.
    scope: { id: `case-${caseId}` },
    mutationFn: ({ patch }: CaseChangeRequest) => casekeep.updateCase({ caseId, include: FULL_NAMES, body: patch }),
    onMutate: async ({ shown }) => {
      await queryClient.cancelQueries({ queryKey, exact: true });
      const before = queryClient.getQueryData(queryKey);
      show(shown);
      return before && pick(before, Object.keys(shown) as (keyof FullCase)[]);
    },
    onSuccess: (answer) => {
      // What others under way will change is shown already.
      if (queryClient.isMutating({ mutationKey: [...queryKey, 'change'] }) === 1) show(answer as FullCase);
    },
    onError: (error, _, before) => {
      if (before !== undefined) show(before);
      tellFailure(error);
    },
    onSettled: () => outdateCase(queryClient, caseId),
  });
};

const pick = (from: FullCase, properties: readonly (keyof FullCase)[]): Partial<FullCase> =>
  Object.fromEntries(properties.map((property) => [property, from[property]]));
