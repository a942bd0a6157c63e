import { useClipboard } from '@mantine/hooks';
import { notifications } from '@mantine/notifications';
import { useTranslation } from 'react-i18next';

/** Copies the whole address of a place of the interface, and says so. */
export const useCopyLink = (): ((path: string) => void) => {
  const { t } = useTranslation();
  const { copy } = useClipboard();
  return (path) => {
    copy(new URL(path, window.location.origin).href);
    notifications.show({ message: t('frame.linkCopied') });
  };
};
