import { Button, Group, Progress, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { BegunBulkChange } from '../../../../../src/client/index.ts';
import { casekeep } from '../../../../server/casekeep.ts';
import { useUndoCommand } from '../../../../ui/use-undo-command.ts';
import { useWrite } from '../../../../ui/use-write.ts';
import { BulkCounts } from './bulk-counts.tsx';
import { useBulkProgress } from './use-bulk-progress.ts';

interface BulkOutcomeProps {
  readonly begun: BegunBulkChange;
  /** Hears of the bulk change that takes this one back. */
  readonly onUndone: (revert: BegunBulkChange) => void;
}

/** How far a change of many cases has come, and what came of it; ways to end it, and to take it back. */
export const BulkOutcome = ({ begun, onUndone }: BulkOutcomeProps) => {
  const { t } = useTranslation();
  const bulkId = begun.id;
  const { bulk, ended } = useBulkProgress(begun);
  const isOver = ended !== undefined;
  const done = bulk.changed + bulk.unchanged + bulk.refused;
  const isRevert = bulk.revertsBulkId !== null;
  const undo = useWrite({
    write: () => casekeep.revertBulkChange({ bulkId }),
    outdates: [['cases'], ['case']],
    onDone: onUndone,
  });
  const cancel = useWrite({ write: () => casekeep.cancelBulkChange({ bulkId }), outdates: [['bulk', bulkId]] });
  const title = t(`list.bulk.${isRevert ? 'revert' : 'state'}.${ended ?? 'running'}`);
  const mayUndo = isOver && bulk.changed > 0 && !isRevert;
  useUndoCommand(title, mayUndo && !undo.isPending ? undo.mutate : undefined);
  return (
    <Stack gap={6}>
      <Text size="sm" fw={600}>
        {title}
      </Text>
      {isOver ? (
        <BulkCounts bulk={bulk} results={begun.results ?? []} />
      ) : (
        <>
          <Progress value={Math.round((100 * done) / Math.max(bulk.total, 1))} aria-label={t('list.bulk.progress')} />
          {/* Toasts are read out; each step of the way would be. */}
          <Text size="sm" aria-live="off">
            {t('list.bulk.soFar', { done, total: bulk.total })}
          </Text>
        </>
      )}
      <Group>
        {!isOver && (
          <Button size="compact-sm" variant="default" loading={cancel.isPending} onClick={() => cancel.mutate()}>
            {t('action.cancel')}
          </Button>
        )}
        {mayUndo && (
          <Button size="compact-sm" variant="light" loading={undo.isPending} onClick={() => undo.mutate()}>
            {t('list.bulk.undo')}
          </Button>
        )}
      </Group>
    </Stack>
  );
};
