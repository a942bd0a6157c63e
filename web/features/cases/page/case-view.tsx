import { Alert, Container, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { isMissing } from '../../../server/refusal.ts';
import { FailureNotice } from '../../../ui/failure-notice.tsx';
import { Loading } from '../../../ui/loading.tsx';
import { caseQuery } from '../cases.queries.ts';
import { FoundCase } from './found-case.tsx';

interface CaseViewProps {
  readonly caseId: number;
  /** Whether it stands beside something else, and has the room of a column. */
  readonly isPanel?: boolean;
  /** Hears that the case was deleted from here. */
  readonly onDeleted: () => void;
}

/** One case with all that belongs to it, as soon as it is there; or why it is not. */
export const CaseView = ({ caseId, isPanel = false, onDeleted }: CaseViewProps) => {
  const { t } = useTranslation();
  const { data, error, refetch } = useQuery(caseQuery(caseId));
  const isGone = isMissing(error);
  if (data !== undefined) {
    return (
      <>
        {isGone && (
          <Alert color="yellow" role="alert" radius={0}>
            {t('case.gone', { id: caseId })}
          </Alert>
        )}
        <FoundCase key={data.id} case={data} isPanel={isPanel} onDeleted={onDeleted} />
      </>
    );
  }
  if (error === null) return <Loading />;
  return (
    <Container py="xl">
      {isGone ? (
        <Text>{t('case.missing', { id: caseId })}</Text>
      ) : (
        <FailureNotice error={error} onRetry={() => void refetch()} />
      )}
    </Container>
  );
};
