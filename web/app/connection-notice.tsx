import { Alert } from '@mantine/core';
import { useNetwork } from '@mantine/hooks';
import { IconPlugConnectedX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';

/** Says that there is no connection, as long as there is none. */
export const ConnectionNotice = () => {
  const { t } = useTranslation();
  const { online } = useNetwork();
  if (online) return null;
  return (
    <Alert color="yellow" radius={0} py={6} icon={<IconPlugConnectedX aria-hidden />} role="status">
      {t('frame.offline')}
    </Alert>
  );
};
