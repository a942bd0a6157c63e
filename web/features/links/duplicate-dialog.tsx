import { Stack, Text } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { casekeep } from '../../server/casekeep.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { FailureNotice } from '../../ui/failure-notice.tsx';
import { FormEnd } from '../../ui/form-end.tsx';
import { useWrite } from '../../ui/use-write.ts';
import type { FullCase } from '../cases/cases.queries.ts';
import { CaseField } from '../cases/change/case-field.tsx';
import type { FoundCase } from '../cases/change/use-case-search.ts';
import { ClosedStatusSelect } from './closed-status-select.tsx';

interface DuplicateDialogProps {
  readonly case: FullCase;
  readonly onClose: () => void;
}

/** Closes a case because another one says the same already. */
export const DuplicateDialog = ({ case: { id: caseId, spaceId, status }, onClose }: DuplicateDialogProps) => {
  const { t } = useTranslation();
  const [original, setOriginal] = useState<FoundCase | null>(null);
  const [statusId, setStatusId] = useState<number>();
  const closing = useWrite({
    write: (originalId: number) =>
      casekeep.closeAsDuplicate({
        caseId,
        body: { caseId: originalId, ...(statusId === undefined ? {} : { statusId }) },
      }),
    outdates: [['case', caseId], ['cases']],
    isRefusalShown: true,
    told: t('links.closed', { id: caseId, original: original?.id }),
    onDone: onClose,
  });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (original !== null) closing.mutate(original.id);
  };
  return (
    <Dialog title={t('links.closeAsDuplicate')} isOpen onClose={onClose}>
      <form onSubmit={submit}>
        <Stack gap="sm">
          <Text size="sm">{t('links.closeWhy')}</Text>
          <CaseField
            label={t('links.original')}
            spaceId={spaceId}
            exceptId={caseId}
            value={original}
            onPick={setOriginal}
          />
          {!status.isClosed && <ClosedStatusSelect spaceId={spaceId} value={statusId} onPick={setStatusId} />}
          {closing.isError && <FailureNotice error={closing.error} />}
        </Stack>
        <FormEnd
          label={t('links.close')}
          isPending={closing.isPending}
          isComplete={original !== null}
          onCancel={onClose}
        />
      </form>
    </Dialog>
  );
};
