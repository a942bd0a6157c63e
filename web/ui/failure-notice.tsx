import { Alert, Button, Stack, Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useReason } from './reason.ts';

interface FailureNoticeProps {
  readonly error: unknown;
  readonly onRetry?: (() => void) | undefined;
}

/** Why something did not work, in the words of the server, and a way to try again. */
export const FailureNotice = ({ error, onRetry }: FailureNoticeProps) => {
  const { t } = useTranslation();
  const reasonOf = useReason();
  return (
    <Alert color="red" icon={<IconAlertTriangle aria-hidden />} title={t('failure.title')} role="alert">
      <Stack gap="xs" align="flex-start">
        <Text size="sm">{reasonOf(error)}</Text>
        {onRetry && (
          <Button size="xs" variant="default" onClick={onRetry}>
            {t('failure.retry')}
          </Button>
        )}
      </Stack>
    </Alert>
  );
};
