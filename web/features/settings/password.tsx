import { PasswordInput, Stack } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { casekeep } from '../../server/casekeep.ts';
import { fieldErrors } from '../../ui/field-errors.ts';
import { FormEnd } from '../../ui/form-end.tsx';
import { Section } from '../../ui/section.tsx';
import { useWrite } from '../../ui/use-write.ts';

const empty = { oldPassword: '', newPassword: '', again: '' };

/** Another password, for whoever knows the one until now. */
export const Password = () => {
  const { t } = useTranslation();
  const form = useForm({
    initialValues: empty,
    validate: { again: (again, { newPassword }) => (again === newPassword ? null : t('settings.security.differs')) },
  });
  const changing = useWrite({
    write: ({ oldPassword, newPassword }: typeof empty) =>
      casekeep.changePassword({ body: { oldPassword, newPassword } }),
    outdates: [['sessions']],
    told: t('settings.security.changed'),
    onDone: form.reset,
  });
  const refused = (error: unknown): void => form.setErrors(fieldErrors(error));
  return (
    <Section title={t('settings.security.password')}>
      <form onSubmit={form.onSubmit((wanted) => changing.mutate(wanted, { onError: refused }))}>
        <Stack maw={360} gap="sm">
          <PasswordInput
            label={t('settings.security.old')}
            autoComplete="current-password"
            required
            {...form.getInputProps('oldPassword')}
          />
          <PasswordInput
            label={t('settings.security.new')}
            description={t('settings.security.newHint')}
            autoComplete="new-password"
            required
            {...form.getInputProps('newPassword')}
          />
          <PasswordInput
            label={t('settings.security.again')}
            autoComplete="new-password"
            required
            {...form.getInputProps('again')}
          />
        </Stack>
        <FormEnd label={t('settings.security.change')} isPending={changing.isPending} />
      </form>
    </Section>
  );
};
