import { Checkbox, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { DayInput } from '../../../ui/day-input.tsx';
import { FailureNotice } from '../../../ui/failure-notice.tsx';
import { FormEnd } from '../../../ui/form-end.tsx';
import type { StatusColor } from '../../cases/status-colors.ts';
import type { ChoiceKind, ChoicePatch, ConfiguredChoice } from './choice-kinds.ts';
import { ColorSelect } from './color-select.tsx';
import { useChoiceSaving } from './use-choices.ts';

interface ChoiceFormProps {
  readonly kind: ChoiceKind;
  /** None for a new one. */
  readonly choice: ConfiguredChoice | undefined;
  readonly onDone: () => void;
}

interface Fields {
  readonly name: string;
  readonly isClosed: boolean;
  readonly cssClass: string;
  readonly color: StatusColor;
  readonly dueOn: string | null;
  readonly isCompleted: boolean;
}

/** Milestones are due on days, the same everywhere: those in UTC. */
const dueOnOf = (choice: ConfiguredChoice | undefined): string | null => choice?.dueAt?.slice(0, 10) ?? null;

const fieldsOf = (choice: ConfiguredChoice | undefined): Fields => ({
  name: choice?.name ?? '',
  isClosed: choice?.isClosed ?? false,
  cssClass: choice?.cssClass ?? '',
  color: choice?.color ?? null,
  dueOn: dueOnOf(choice),
  isCompleted: choice?.isCompleted ?? false,
});

const patchOf = (
  { noun }: ChoiceKind,
  choice: ConfiguredChoice | undefined,
  fields: Fields,
): ChoicePatch & { readonly name: string } => {
  const { name, isClosed, cssClass, color, dueOn, isCompleted } = fields;
  if (noun === 'status') return { name, isClosed, color, ...(cssClass === '' ? {} : { cssClass }) };
  // The same day stays the time that somebody else has set.
  const due = dueOn === dueOnOf(choice) ? {} : { dueAt: dueOn };
  if (noun === 'milestone') return { name, ...due, isCompleted };
  return { name };
};

/** What is told of a choice. */
export const ChoiceForm = ({ kind, choice, onDone }: ChoiceFormProps) => {
  const { t } = useTranslation();
  const form = useForm<Fields>({ initialValues: fieldsOf(choice) });
  const saving = useChoiceSaving(kind, choice?.id, onDone);
  return (
    <form onSubmit={form.onSubmit((fields) => saving.mutate(patchOf(kind, choice, fields)))}>
      <Stack gap="sm">
        <TextInput label={t('action.name')} required data-autofocus {...form.getInputProps('name')} />
        {kind.noun === 'status' && (
          <>
            <Checkbox label={t('choice.isClosed')} {...form.getInputProps('isClosed', { type: 'checkbox' })} />
            <ColorSelect
              status={form.values}
              value={form.values.color}
              onChange={(color) => form.setFieldValue('color', color)}
            />
            <TextInput
              label={t('choice.cssClassLabel')}
              description={t('choice.cssClassHint')}
              {...form.getInputProps('cssClass')}
            />
          </>
        )}
        {kind.noun === 'milestone' && (
          <>
            <DayInput label={t('choice.dueAt')} clearable {...form.getInputProps('dueOn')} />
            <Checkbox label={t('choice.isCompleted')} {...form.getInputProps('isCompleted', { type: 'checkbox' })} />
          </>
        )}
        {saving.isError && <FailureNotice error={saving.error} />}
      </Stack>
      <FormEnd
        label={choice === undefined ? t('action.create') : t('action.save')}
        isPending={saving.isPending}
        onCancel={onDone}
      />
    </form>
  );
};
