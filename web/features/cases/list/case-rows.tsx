import { Center, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { FailureNotice } from '../../../ui/failure-notice.tsx';
import type { AskedCases } from '../list-request.ts';
import { CaseTable, type CaseTableProps } from './case-table.tsx';
import { useCaseWindow } from './use-case-window.ts';

interface CaseRowsProps extends Omit<CaseTableProps, 'cases'> {
  readonly asked: AskedCases;
}

/**
 * The cases that are asked for, as far as they are in sight. What is above them is not drawn anew while they scroll. Why
 * there are none at all is said there, but what went wrong further down is said here.
 */
export const CaseRows = ({ asked, ...table }: CaseRowsProps) => {
  const cases = useCaseWindow(asked);
  if (cases.isRefused) return null;
  if (cases.rowCount === 0) return <Nothing />;
  return (
    <>
      {cases.error !== null && <FailureNotice error={cases.error} onRetry={cases.retry} />}
      <CaseTable cases={cases} {...table} />
    </>
  );
};

const Nothing = () => {
  const { t } = useTranslation();
  return (
    <Center p="xl">
      <Stack gap={4} align="center">
        <Text fw={600}>{t('cases.empty')}</Text>
        <Text c="dimmed" size="sm">
          {t('cases.emptyHint')}
        </Text>
      </Stack>
    </Center>
  );
};
