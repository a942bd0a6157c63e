import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

interface ConfirmDialogProps {
  readonly title: string;
  /** What comes of it. */
  readonly question: ReactNode;
  /** What is done, on the button. */
  readonly action: string;
  readonly onConfirm: () => void;
  readonly onClose: () => void;
  /** For those that stay on the page while they are closed. */
  readonly opened?: boolean;
}

/** Asks before something that cannot be undone. Whoever presses Enter without reading changes nothing. */
export const ConfirmDialog = ({ title, question, action, onConfirm, onClose, opened = true }: ConfirmDialogProps) => {
  const { t } = useTranslation();
  const confirm = (): void => {
    onClose();
    onConfirm();
  };
  return (
    <Modal opened={opened} onClose={onClose} title={title} closeButtonProps={{ 'aria-label': t('action.close') }}>
      <Stack>
        <Text size="sm" component="div">
          {question}
        </Text>
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose} data-autofocus>
            {t('action.cancel')}
          </Button>
          <Button color="red" onClick={confirm}>
            {action}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
};
