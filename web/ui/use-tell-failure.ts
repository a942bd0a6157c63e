import { notifications } from '@mantine/notifications';
import { useTranslation } from 'react-i18next';
import { useReason } from './reason.ts';

/** Tells, wherever one is looking, that something did not work, and why. */
export const useTellFailure = (): ((error: unknown) => void) => {
  const { t } = useTranslation();
  const reasonOf = useReason();
  return (error) => {
    notifications.show({ color: 'red', title: t('failure.title'), message: reasonOf(error), autoClose: 10_000 });
  };
};
