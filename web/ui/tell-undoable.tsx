import { Button, Group } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useUndoCommand } from './use-undo-command.ts';

/** How long something can be taken back from where it is told, in milliseconds. */
const UNDO_MS = 15_000;

/** Tells what was done, and offers the way back; answers what the notification is called. */
export const tellUndoable = (message: string, undo: () => void): string => {
  const onUndo = (): void => {
    notifications.hide(toast);
    undo();
  };
  const toast: string = notifications.show({
    autoClose: UNDO_MS,
    message: <Undoable message={message} onUndo={onUndo} />,
  });
  return toast;
};

interface UndoableProps {
  readonly message: string;
  readonly onUndo: () => void;
}

const Undoable = ({ message, onUndo }: UndoableProps) => {
  const { t } = useTranslation();
  // It goes away slowly, and is done once.
  const [isUndone, setUndone] = useState(false);
  const undo = (): void => {
    setUndone(true);
    onUndo();
  };
  useUndoCommand(message, isUndone ? undefined : undo);
  return (
    <Group justify="space-between">
      {message}
      <Button size="compact-sm" variant="default" disabled={isUndone} onClick={undo}>
        {t('case.undo')}
      </Button>
    </Group>
  );
};
