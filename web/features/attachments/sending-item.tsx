import { Button, Group, Progress, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useReason } from '../../ui/reason.ts';
import type { Sending } from './use-uploads.ts';

interface SendingItemProps {
  readonly sending: Sending;
  readonly onAgain: () => void;
}

/** A file on its way: how far it has come, or why it has not arrived. */
export const SendingItem = ({ sending: { file, part, error, cancel }, onAgain }: SendingItemProps) => {
  const { t } = useTranslation();
  const reasonOf = useReason();
  const percent = Math.round(part * 100);
  return (
    <Stack gap={4} role="status">
      <Group gap="xs" justify="space-between" wrap="nowrap">
        <Text size="sm" truncate>
          {file.name}
        </Text>
        <Group gap={4} wrap="nowrap">
          {error !== undefined && (
            <Button size="compact-xs" variant="default" onClick={onAgain}>
              {t('failure.retry')}
            </Button>
          )}
          <Button size="compact-xs" variant="subtle" color="gray" onClick={cancel}>
            {t('action.cancel')}
          </Button>
        </Group>
      </Group>
      {error === undefined ? (
        <Progress value={percent} aria-label={t('files.sending', { name: file.name })} />
      ) : (
        <Text size="xs" c="red" role="alert">
          {reasonOf(error)}
        </Text>
      )}
    </Stack>
  );
};
