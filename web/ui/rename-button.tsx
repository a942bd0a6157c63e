import { Button, TextInput } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import type { UseMutationResult } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog } from './dialog.tsx';
import { FormEnd } from './form-end.tsx';
import { useReason } from './reason.ts';

interface RenameButtonProps {
  readonly name: string;
  /** What the name is of, as the title of the dialog. */
  readonly title: string;
  readonly renaming: Pick<UseMutationResult<unknown, Error, string>, 'mutateAsync' | 'isPending' | 'error' | 'reset'>;
}

/** Gives something another name. */
export const RenameButton = ({ name, title, renaming }: RenameButtonProps) => {
  const { t } = useTranslation();
  const reasonOf = useReason();
  const [isOpen, { open, close }] = useDisclosure();
  const [text, setText] = useState(name);
  const begin = (): void => {
    renaming.reset();
    setText(name);
    open();
  };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    // A refusal stays on the screen, beside what was typed.
    renaming.mutateAsync(text).then(close, () => undefined);
  };
  return (
    <>
      <Button
        size="compact-sm"
        variant="subtle"
        color="gray"
        onClick={begin}
        aria-label={`${t('action.rename')}: ${name}`}
      >
        {t('action.rename')}
      </Button>
      <Dialog title={title} isOpen={isOpen} onClose={close}>
        <form onSubmit={submit}>
          <TextInput
            label={t('action.name')}
            required
            data-autofocus
            value={text}
            onChange={({ currentTarget }) => setText(currentTarget.value)}
            error={renaming.error === null ? undefined : reasonOf(renaming.error)}
          />
          <FormEnd label={t('action.rename')} isPending={renaming.isPending} onCancel={close} />
        </form>
      </Dialog>
    </>
  );
};
