import { Alert, Anchor, Button, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { PasswordRequest } from '../../../src/client/index.ts';
import type { Language } from '../../languages/languages.ts';
import { casekeep } from '../../server/casekeep.ts';
import { FailureNotice } from '../../ui/failure-notice.tsx';
import { SessionCard } from './session-card.tsx';

/** Where one asks for a link to set a new password. It tells nobody who there is. */
export const ForgottenPasswordPage = () => {
  const { t, i18n } = useTranslation();
  const form = useForm<PasswordRequest>({ initialValues: { usernameOrEmail: '' } });
  const asking = useMutation({
    mutationFn: (wanted: PasswordRequest) =>
      casekeep.requestPasswordLink({ body: { ...wanted, language: i18n.language as Language } }),
  });
  return (
    <SessionCard title={t('session.forgottenPassword')} onSubmit={form.onSubmit((wanted) => asking.mutate(wanted))}>
      {asking.isSuccess ? (
        <Alert color="green" role="status">
          {t('session.linkSent')}
        </Alert>
      ) : (
        <>
          <TextInput
            label={t('session.usernameOrEmail')}
            description={t('session.linkComes')}
            autoComplete="username"
            required
            withAsterisk={false}
            maxLength={254}
            autoFocus
            {...form.getInputProps('usernameOrEmail')}
          />
          {asking.isError && <FailureNotice error={asking.error} />}
          <Button type="submit" loading={asking.isPending}>
            {t('session.sendLink')}
          </Button>
        </>
      )}
      <Text size="xs" c="dimmed">
        {t('session.noMail')}
      </Text>
      <Anchor size="sm" renderRoot={(props) => <Link to="/sign-in" {...props} />}>
        {t('session.backToSignIn')}
      </Anchor>
    </SessionCard>
  );
};
