import { Alert, Button, Stack, Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { isUnreachable } from '../server/refusal.ts';

interface FailureNoticeProps {
  readonly error: unknown;
  readonly onRetry?: (() => void) | undefined;
}

/** Why something did not work, in the words of the server, and a way to try again. */
export const FailureNotice = ({ error, onRetry }: FailureNoticeProps) => {
  const { t } = useTranslation();
  const why = isUnreachable(error) ? t('failure.unreachable') : error instanceof Error ? error.message : String(error);
  return (
    <Alert color="red" icon={<IconAlertTriangle aria-hidden />} title={t('failure.title')} role="alert">
      <Stack gap="xs" align="flex-start">
        <Text size="sm">{why}</Text>
        {onRetry && (
          <Button size="xs" variant="default" onClick={onRetry}>
            {t('failure.retry')}
          </Button>
        )}
      </Stack>
    </Alert>
  );
};
