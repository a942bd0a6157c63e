import { Alert, Button, Group, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Secret } from '../../ui/secret.tsx';
import { fullTime } from '../../ui/times.ts';

/** A secret as the server tells it, once. */
export interface ToldSecret {
  readonly secret: string;
  readonly oldSecretUntil: string | null;
}

interface WebhookSecretProps {
  readonly told: ToldSecret;
  readonly onClose: () => void;
}

/** What deliveries are signed with, to take along. */
export const WebhookSecret = ({ told: { secret, oldSecretUntil }, onClose }: WebhookSecretProps) => {
  const { t, i18n } = useTranslation();
  return (
    <Stack>
      <Alert color="yellow">{t('action.once')}</Alert>
      <Secret label={t('webhook.secret')}>{secret}</Secret>
      <Text size="sm" c="dimmed">
        {t('webhook.secretWhy')}{' '}
        {oldSecretUntil !== null && t('webhook.oldSecretUntil', { when: fullTime(oldSecretUntil, i18n.language) })}
      </Text>
      <Group justify="flex-end">
        <Button onClick={onClose}>{t('action.close')}</Button>
      </Group>
    </Stack>
  );
};
