import { Select, Stack, Text } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FormEnd } from '../../../ui/form-end.tsx';
import type { ChoiceKind, ConfiguredChoice } from './choice-kinds.ts';
import { useChoiceMerge } from './use-choices.ts';

interface MergeFormProps {
  readonly kind: ChoiceKind;
  readonly choice: ConfiguredChoice;
  readonly choices: readonly ConfiguredChoice[];
  readonly onDone: () => void;
}

/** Which one stays when two become one. */
export const MergeForm = ({ kind, choice, choices, onDone }: MergeFormProps) => {
  const { t } = useTranslation();
  const [into, setInto] = useState<string | null>(null);
  const merging = useChoiceMerge(kind, onDone);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (into !== null) merging.mutate({ id: choice.id, intoId: Number(into) });
  };
  return (
    <form onSubmit={submit}>
      <Stack gap="sm">
        <Text size="sm">{t('choice.mergeWhy', { name: choice.name })}</Text>
        <Select
          label={t('choice.mergeInto')}
          required
          data-autofocus
          value={into}
          onChange={setInto}
          data={choices
            .filter(({ id, archived }) => id !== choice.id && !archived)
            .map(({ id, name }) => ({ value: String(id), label: name }))}
        />
      </Stack>
      <FormEnd label={t('choice.merge')} isPending={merging.isPending} onCancel={onDone} />
    </form>
  );
};
