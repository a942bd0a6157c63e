import { Button, Group } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { FailureNotice } from '../../../ui/failure-notice.tsx';
import { ConflictDialog } from './conflict-dialog.tsx';
import type { useTextEdit } from './use-text-edit.ts';

interface TextEditEndProps {
  readonly edit: ReturnType<typeof useTextEdit>;
  /** Whether what is written can be saved. */
  readonly isComplete: boolean;
  /** How a text looks, for whoever has to choose between two. */
  readonly look: (text: string) => ReactNode;
}

/** How the editing of a text ends: saved, given up, refused, or in conflict with what others have written. */
export const TextEditEnd = ({ edit, isComplete, look }: TextEditEndProps) => {
  const { t } = useTranslation();
  const { conflict } = edit;
  return (
    <>
      <Group gap="xs">
        <Button size="xs" loading={edit.isSaving} disabled={!isComplete} onClick={edit.save}>
          {t('action.save')}
        </Button>
        <Button size="xs" variant="subtle" onClick={edit.cancel}>
          {t('action.cancel')}
        </Button>
      </Group>
      {edit.error !== null && <FailureNotice error={edit.error} onRetry={edit.save} />}
      {conflict && (
        <ConflictDialog
          conflict={conflict}
          mine={look(edit.draft ?? '')}
          theirs={look(conflict.theirs)}
          isSaving={edit.isSaving}
          onMine={() => edit.overwrite(conflict.revision)}
          onTheirs={edit.cancel}
          onPostpone={edit.postpone}
        />
      )}
    </>
  );
};
