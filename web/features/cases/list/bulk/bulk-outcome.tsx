import { Button, Group, Progress, Stack, Text } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import type { BegunBulkChange } from '../../../../../src/client/index.ts';
import { casekeep } from '../../../../server/casekeep.ts';
import { useWrite } from '../../../../ui/use-write.ts';

/** How often a job is asked how far it has come, in milliseconds: no event tells of it. */
const ASKED_MS = 700;
/** How many reasons of refusals are told. */
const MOST_REASONS = 3;

interface BulkOutcomeProps {
  readonly begun: BegunBulkChange;
  readonly onClose: () => void;
}

/** How far a change of many cases has come, what was refused and why, and a way to take it back. */
export const BulkOutcome = ({ begun, onClose }: BulkOutcomeProps) => {
  const { t } = useTranslation();
  const bulkId = begun.id;
  const { data: bulk = begun } = useQuery({
    queryKey: ['bulk', bulkId],
    queryFn: ({ signal }) => casekeep.getBulkChange({ bulkId }, { signal }),
    enabled: begun.results === null,
    refetchInterval: ({ state }) => (state.data === undefined || isRunning(state.data.state) ? ASKED_MS : false),
  });
  const done = bulk.changed + bulk.unchanged + bulk.refused;
  const isOver = !isRunning(bulk.state);
  useReadAnew(isOver);
  const undo = useWrite({
    write: () => casekeep.revertBulkChange({ bulkId }),
    outdates: [['cases'], ['case']],
    told: t('list.bulk.undone'),
    onDone: onClose,
  });
  const reasons = (begun.results ?? []).flatMap(({ problem }) => problem?.detail ?? []);
  return (
    <Stack gap={6}>
      {!isOver && <Progress value={(100 * done) / Math.max(bulk.total, 1)} aria-label={t('list.bulk.progress')} />}
      <Text size="sm">{t('list.bulk.count', { count: bulk.changed })}</Text>
      {bulk.refused > 0 && (
        <Text size="sm" c="red">
          {t('list.bulk.refused', { count: bulk.refused })} {[...new Set(reasons)].slice(0, MOST_REASONS).join(' ')}
        </Text>
      )}
      {isOver && bulk.changed > 0 && (
        <Group>
          <Button size="compact-sm" variant="light" loading={undo.isPending} onClick={() => undo.mutate()}>
            {t('list.bulk.undo')}
          </Button>
        </Group>
      )}
    </Stack>
  );
};

const isRunning = (state: BegunBulkChange['state']): boolean => state === 'queued' || state === 'running';

const useReadAnew = (isOver: boolean): void => {
  const queryClient = useQueryClient();
  useEffect(() => {
    if (isOver) void queryClient.invalidateQueries({ queryKey: ['cases'] });
  }, [isOver, queryClient]);
};
