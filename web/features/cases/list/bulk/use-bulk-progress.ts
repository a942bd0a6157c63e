import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { BegunBulkChange } from '../../../../../src/client/index.ts';
import { casekeep } from '../../../../server/casekeep.ts';

/** How often a job is asked how far it has come, in milliseconds: no event tells of it. */
const ASKED_MS = 700;

type Ended = Exclude<BegunBulkChange['state'], 'queued' | 'running'>;

const endOf = ({ state }: Pick<BegunBulkChange, 'state'>): Ended | undefined =>
  state === 'queued' || state === 'running' ? undefined : state;

/** How far a bulk change has come, and how it ended; what shows cases is read anew when it is over. */
export const useBulkProgress = (begun: BegunBulkChange) => {
  const bulkId = begun.id;
  const queryClient = useQueryClient();
  const { data: bulk = begun } = useQuery({
    queryKey: ['bulk', bulkId],
    queryFn: ({ signal }) => casekeep.getBulkChange({ bulkId }, { signal }),
    enabled: begun.results === null,
    refetchInterval: ({ state: { data } }) => (data !== undefined && endOf(data) !== undefined ? false : ASKED_MS),
  });
  const ended = endOf(bulk);
  const isOver = ended !== undefined;
  useEffect(() => {
    if (!isOver) return;
    for (const name of ['cases', 'case']) void queryClient.invalidateQueries({ queryKey: [name] });
  }, [isOver, queryClient]);
  return { bulk, ended };
};
