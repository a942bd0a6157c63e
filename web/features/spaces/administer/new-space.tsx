import { Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import type { NewSpace as Wanted } from '../../../../src/client/index.ts';
import { casekeep } from '../../../server/casekeep.ts';
import { fieldErrors } from '../../../ui/field-errors.ts';
import { FormEnd } from '../../../ui/form-end.tsx';
import { useWrite } from '../../../ui/use-write.ts';
import { VisibilitySelect } from './visibility-select.tsx';

/** What a new space is called, and who sees it. */
export const NewSpace = ({ onDone }: { readonly onDone: () => void }) => {
  const { t } = useTranslation();
  const form = useForm<Wanted>({ initialValues: { name: '', visibility: 'private' } });
  const creating = useWrite({
    write: (body: Wanted) => casekeep.createSpace({ body }),
    outdates: [['spaces'], ['me']],
    onDone,
  });
  const refused = (error: unknown): void => form.setErrors(fieldErrors(error));
  return (
    <form onSubmit={form.onSubmit((wanted) => creating.mutate(wanted, { onError: refused }))}>
      <Stack gap="sm">
        <TextInput label={t('space.name')} required data-autofocus {...form.getInputProps('name')} />
        <VisibilitySelect {...form.getInputProps('visibility')} />
      </Stack>
      <FormEnd label={t('action.create')} isPending={creating.isPending} onCancel={onDone} />
    </form>
  );
};
