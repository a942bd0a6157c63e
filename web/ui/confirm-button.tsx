import { Button, type ButtonProps } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import type { ReactNode } from 'react';
import { ConfirmDialog } from './confirm-dialog.tsx';

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
  const [isAsking, { open, close }] = useDisclosure();
  return (
    <>
      <Button size="compact-sm" variant="subtle" color="red" {...button} onClick={open}>
        {label}
      </Button>
      <ConfirmDialog
        opened={isAsking}
        title={question}
        question={children}
        action={label}
        onConfirm={onConfirm}
        onClose={close}
      />
    </>
  );
};
