import { SimpleGrid, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import type { NewUser, User } from '../../../../src/client/index.ts';
import { casekeep } from '../../../server/casekeep.ts';
import { fieldErrors } from '../../../ui/field-errors.ts';
import { FormEnd } from '../../../ui/form-end.tsx';
import { useWrite } from '../../../ui/use-write.ts';
import { TimeZoneSelect } from '../time-zone-select.tsx';
import { WorkspaceRoleSelect } from './workspace-role-select.tsx';

const empty = (): Required<NewUser> => ({
  ...{ username: '', displayName: '', firstName: '', lastName: '', email: '', role: 'member' },
  timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
});

/** What is left empty, the server fills in. */
const bodyOf = ({ displayName, ...rest }: Required<NewUser>): NewUser => ({
  ...rest,
  ...(displayName === '' ? {} : { displayName }),
});

interface NewPersonProps {
  readonly onCreated: (user: User) => void;
  readonly onCancel: () => void;
}

/** Somebody who shall have access. */
export const NewPerson = ({ onCreated, onCancel }: NewPersonProps) => {
  const { t } = useTranslation();
  const form = useForm<Required<NewUser>>({ initialValues: empty() });
  const creating = useWrite({
    write: (wanted: Required<NewUser>) => casekeep.createUser({ body: bodyOf(wanted) }),
    outdates: [['users']],
    onDone: onCreated,
  });
  const refused = (error: unknown): void => form.setErrors(fieldErrors(error));
  return (
    <form onSubmit={form.onSubmit((wanted) => creating.mutate(wanted, { onError: refused }))}>
      <SimpleGrid cols={{ base: 1, sm: 2 }}>
        <TextInput
          label={t('admin.people.username')}
          description={t('admin.people.usernameHint')}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          required
          data-autofocus
          {...form.getInputProps('username')}
        />
        <TextInput label={t('settings.profile.displayName')} {...form.getInputProps('displayName')} />
        <TextInput label={t('settings.profile.firstName')} {...form.getInputProps('firstName')} />
        <TextInput label={t('settings.profile.lastName')} {...form.getInputProps('lastName')} />
        <TextInput label={t('settings.profile.email')} type="email" {...form.getInputProps('email')} />
        <TimeZoneSelect label={t('settings.profile.timeZone')} {...form.getInputProps('timeZone')} />
        <WorkspaceRoleSelect {...form.getInputProps('role')} />
      </SimpleGrid>
      <FormEnd label={t('action.create')} isPending={creating.isPending} onCancel={onCancel} />
    </form>
  );
};
