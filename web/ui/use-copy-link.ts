import { notifications } from '@mantine/notifications';
import { useTranslation } from 'react-i18next';
import { copyText } from './copy-text.ts';

/** Copies the whole address of a place of the interface, and says so; shows the address where it cannot be copied. */
export const useCopyLink = (): ((path: string) => void) => {
  const { t } = useTranslation();
  return (path) => {
    const { href } = new URL(path, window.location.origin);
    copyText(href).then(
      () => notifications.show({ message: t('frame.linkCopied') }),
      () => notifications.show({ message: href, autoClose: false }),
    );
  };
};
