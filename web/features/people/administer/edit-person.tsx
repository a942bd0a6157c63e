import { SimpleGrid, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import type { User, UserPatch } from '../../../../src/client/index.ts';
import { casekeep } from '../../../server/casekeep.ts';
import { fieldErrors } from '../../../ui/field-errors.ts';
import { FormEnd } from '../../../ui/form-end.tsx';
import { useWrite } from '../../../ui/use-write.ts';
import { TimeZoneSelect } from '../time-zone-select.tsx';
import { WorkspaceRoleSelect } from './workspace-role-select.tsx';

interface EditPersonProps {
  readonly user: User;
  readonly onDone: () => void;
}

/** What administrators change of somebody. */
export const EditPerson = ({ user, onDone }: EditPersonProps) => {
  const { t } = useTranslation();
  const { id: userId, displayName, firstName, lastName, email, timeZone, role } = user;
  const form = useForm({ initialValues: { displayName, firstName, lastName, email: email ?? '', timeZone, role } });
  const saving = useWrite({
    write: (body: UserPatch) => casekeep.updateUser({ userId, body }),
    outdates: [['users'], ['me']],
    onDone,
  });
  const refused = (error: unknown): void => form.setErrors(fieldErrors(error));
  return (
    <form onSubmit={form.onSubmit((wanted) => saving.mutate(wanted, { onError: refused }))}>
      <SimpleGrid cols={{ base: 1, sm: 2 }}>
        <TextInput label={t('settings.profile.displayName')} data-autofocus {...form.getInputProps('displayName')} />
        <WorkspaceRoleSelect {...form.getInputProps('role')} />
        <TextInput label={t('settings.profile.firstName')} {...form.getInputProps('firstName')} />
        <TextInput label={t('settings.profile.lastName')} {...form.getInputProps('lastName')} />
        <TextInput label={t('settings.profile.email')} type="email" {...form.getInputProps('email')} />
        <TimeZoneSelect label={t('settings.profile.timeZone')} {...form.getInputProps('timeZone')} />
      </SimpleGrid>
      <FormEnd label={t('action.save')} isPending={saving.isPending} onCancel={onDone} />
    </form>
  );
};
