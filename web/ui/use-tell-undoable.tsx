import { Button, Group } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useTranslation } from 'react-i18next';

/** How long something can be taken back from where it is told, in milliseconds. */
const UNDO_MS = 15_000;

/** Tells what was done, and offers the way back; answers what the notification is called. */
export const useTellUndoable = (): ((message: string, undo: () => void) => string) => {
  const { t } = useTranslation();
  return (message, undo) => {
    const toast: string = notifications.show({
      autoClose: UNDO_MS,
      message: (
        <Group justify="space-between">
          {message}
          <Button
            size="compact-sm"
            variant="default"
            onClick={() => {
              notifications.hide(toast);
              undo();
            }}
          >
            {t('case.undo')}
          </Button>
        </Group>
      ),
    });
    return toast;
  };
};
