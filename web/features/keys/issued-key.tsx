import { Alert, Button, Group, Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { IssuedApiKey } from '../../../src/client/index.ts';
import { Secret } from '../../ui/secret.tsx';

interface IssuedKeyProps {
  readonly issued: IssuedApiKey;
  readonly onClose: () => void;
}

/** A key as it is told once, with a command line that works with it. */
export const IssuedKey = ({ issued: { name, key }, onClose }: IssuedKeyProps) => {
  const { t } = useTranslation();
  return (
    <Stack>
      <Alert color="yellow">{t('action.once')}</Alert>
      <Secret label={t('key.issued', { name })}>{key}</Secret>
      <Secret label={t('key.try')}>{`curl -H "Authorization: Bearer ${key}" "${location.origin}/api/v1/me"`}</Secret>
      <Group justify="flex-end">
        <Button onClick={onClose}>{t('action.close')}</Button>
      </Group>
    </Stack>
  );
};
