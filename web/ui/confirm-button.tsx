import { Button, type ButtonProps, Group, Modal, Stack, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

interface ConfirmButtonProps extends Omit<ButtonProps, 'onClick'> {
  readonly label: string;
  /** What is asked before, as a title. */
  readonly question: string;
  /** What comes of it. */
  readonly children: ReactNode;
  readonly onConfirm: () => void;
}

/** A button for what cannot be taken back: it asks before. */
export const ConfirmButton = ({ label, question, children, onConfirm, ...button }: ConfirmButtonProps) => {
  const { t } = useTranslation();
  const [isAsking, { open, close }] = useDisclosure();
  const confirm = (): void => {
    close();
    onConfirm();
  };
  return (
    <>
      <Button size="compact-sm" variant="subtle" color="red" {...button} onClick={open}>
        {label}
      </Button>
      <Modal opened={isAsking} onClose={close} title={question} closeButtonProps={{ 'aria-label': t('action.close') }}>
        <Stack>
          <Text size="sm" component="div">
            {children}
          </Text>
          <Group justify="flex-end">
            <Button variant="default" onClick={close} data-autofocus>
              {t('action.cancel')}
            </Button>
            <Button color="red" onClick={confirm}>
              {label}
            </Button>
          </Group>
        </Stack>
      </Modal>
    </>
  );
};
