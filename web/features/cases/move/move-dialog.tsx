import { Button, Group, Stack, Text } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog } from '../../../ui/dialog.tsx';
import { FailureNotice } from '../../../ui/failure-notice.tsx';
import { Loading } from '../../../ui/loading.tsx';
import type { FullCase } from '../cases.queries.ts';
import { ChoiceField } from '../change/choice-field.tsx';
import { EntryLine } from '../timeline/entry-line.tsx';
import { differencesOf, movedCaseQuery } from './moved-case.queries.ts';

interface Named {
  readonly id: number;
  readonly name: string;
}

/** Where a case is to go. */
export interface MoveTarget {
  readonly space: Named;
  /** The default one of the space unless told. */
  readonly project?: Named;
}

interface MoveDialogProps {
  readonly case: FullCase;
  readonly target: MoveTarget;
  readonly onMove: (moved: FullCase) => void;
  readonly onClose: () => void;
}

/** What becomes of a case when it is moved: what the other place does not have is told before. */
export const MoveDialog = ({ case: found, target, onMove, onClose }: MoveDialogProps) => {
  const { t } = useTranslation();
  const [project, setProject] = useState(target.project);
  const rehearsal = useQuery({
    ...movedCaseQuery(found, { spaceId: target.space.id, projectId: project?.id }),
    placeholderData: keepPreviousData,
  });
  const { data: moved, error, refetch } = rehearsal;
  return (
    <Dialog title={t('move.title', { name: (target.project ?? target.space).name })} isOpen onClose={onClose}>
      <Stack gap="sm">
        {error !== null && <FailureNotice error={error} onRetry={() => void refetch()} />}
        {moved === undefined && error === null && <Loading />}
        {moved !== undefined && (
          <>
            {target.project === undefined && (
              <Group gap="xs">
                <Text size="sm">{t('field.project')}</Text>
                <ChoiceField
                  kind="project"
                  place={moved}
                  value={{ id: moved.project.id, name: moved.project.title }}
                  onPick={(picked) => picked !== null && setProject(picked)}
                />
              </Group>
            )}
            <Text size="sm">{t('move.changes')}</Text>
            <Stack component="section" aria-label={t('move.changes')} gap={4} fz="sm">
              {differencesOf(found, moved).map((entry) => (
                <EntryLine key={entry.property} entry={entry} />
              ))}
            </Stack>
          </>
        )}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {t('action.cancel')}
          </Button>
          <Button
            data-autofocus
            disabled={moved === undefined || rehearsal.isPlaceholderData}
            onClick={() => moved !== undefined && onMove(moved)}
          >
            {t('move.move')}
          </Button>
        </Group>
      </Stack>
    </Dialog>
  );
};
