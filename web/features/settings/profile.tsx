import { PasswordInput, SimpleGrid, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import type { MePatch } from '../../../src/client/index.ts';
import { casekeep } from '../../server/casekeep.ts';
import { fieldErrors } from '../../ui/field-errors.ts';
import { FormEnd } from '../../ui/form-end.tsx';
import { Section } from '../../ui/section.tsx';
import { useWrite } from '../../ui/use-write.ts';
import { useMe } from '../people/me.queries.ts';
import { TimeZoneSelect } from '../people/time-zone-select.tsx';
import { OwnPicture } from './own-picture.tsx';

/** Who one is for others. */
export const Profile = () => {
  const { t } = useTranslation();
  const { username, displayName, firstName, lastName, email: known, timeZone } = useMe();
  const email = known ?? '';
  const form = useForm<Required<MePatch>>({
    initialValues: { displayName, firstName, lastName, email, timeZone, currentPassword: '' },
  });
  const saving = useWrite({
    write: ({ currentPassword, ...body }: Required<MePatch>) =>
      casekeep.updateMe({ body: body.email.trim() === email ? body : { ...body, currentPassword } }),
    outdates: [['me'], ['users']],
    told: t('action.saved'),
    onDone: () => form.setFieldValue('currentPassword', ''),
  });
  const hasOtherEmail = form.values.email.trim() !== email;
  return (
    <Section title={t('settings.profile.title')}>
      <OwnPicture />
      <form
        onSubmit={form.onSubmit((wanted) =>
          saving.mutate(wanted, { onError: (error) => form.setErrors(fieldErrors(error)) }),
        )}
      >
        <SimpleGrid cols={{ base: 1, sm: 2 }}>
          <TextInput
            label={t('settings.profile.displayName')}
            autoComplete="name"
            {...form.getInputProps('displayName')}
          />
          <TextInput
            label={t('settings.profile.username')}
            description={t('settings.profile.usernameHint')}
            inputWrapperOrder={['label', 'input', 'description']}
            value={username}
            readOnly
            variant="filled"
          />
          <TextInput
            label={t('settings.profile.firstName')}
            autoComplete="given-name"
            {...form.getInputProps('firstName')}
          />
          <TextInput
            label={t('settings.profile.lastName')}
            autoComplete="family-name"
            {...form.getInputProps('lastName')}
          />
          <TextInput
            label={t('settings.profile.email')}
            type="email"
            autoComplete="email"
            {...form.getInputProps('email')}
          />
          {hasOtherEmail && (
            <PasswordInput
              label={t('settings.profile.currentPassword')}
              description={t('settings.profile.currentPasswordHint')}
              inputWrapperOrder={['label', 'input', 'description', 'error']}
              autoComplete="current-password"
              required
              // The library's own field for passwords does not say so.
              aria-invalid={form.errors['currentPassword'] === undefined ? undefined : true}
              {...form.getInputProps('currentPassword')}
            />
          )}
          <TimeZoneSelect label={t('settings.profile.timeZone')} {...form.getInputProps('timeZone')} />
        </SimpleGrid>
        <FormEnd label={t('action.save')} isPending={saving.isPending} />
      </form>
    </Section>
  );
};
