import { Alert } from '@mantine/core';
import { IconPlugConnectedX } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useConnection } from '../ui/use-connection.ts';

/** Says that there is no connection, as long as there is none; everything is read anew when there is one again. */
export const ConnectionNotice = () => {
  const { t } = useTranslation();
  const queryClient = useQueryClient();
  const { isOnline, isReachable } = useConnection();
  useEffect(() => {
    if (isReachable) return;
    return () => void queryClient.invalidateQueries();
  }, [isReachable, queryClient]);
  if (isOnline && isReachable) return null;
  return (
    <Alert color="yellow" radius={0} py={6} icon={<IconPlugConnectedX aria-hidden />} role="status">
      {t('frame.offline')}
    </Alert>
  );
};
