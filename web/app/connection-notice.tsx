import { Alert } from '@mantine/core';
import { useNetwork } from '@mantine/hooks';
import { IconPlugConnectedX } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { isServerReachable, onReachableChange } from '../server/connection.ts';

/** Says that there is no connection, as long as there is none; everything is read anew when there is one again. */
export const ConnectionNotice = () => {
  const { t } = useTranslation();
  const queryClient = useQueryClient();
  const { online } = useNetwork();
  const isReachable = useSyncExternalStore(onReachableChange, isServerReachable);
  useEffect(() => {
    if (isReachable) return;
    return () => void queryClient.invalidateQueries();
  }, [isReachable, queryClient]);
  if (online && isReachable) return null;
  return (
    <Alert color="yellow" radius={0} py={6} icon={<IconPlugConnectedX aria-hidden />} role="status">
      {t('frame.offline')}
    </Alert>
  );
};
