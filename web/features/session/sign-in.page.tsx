import { Alert, Anchor, Button, PasswordInput, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { getRouteApi, Link, useRouter } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Credentials } from '../../../src/client/index.ts';
import { tellSessionChanged } from '../../server/browser-news.ts';
import { casekeep } from '../../server/casekeep.ts';
import { isSignedOut } from '../../server/refusal.ts';
import { FailureNotice } from '../../ui/failure-notice.tsx';
import { useSendsMail, useWorkspaceName } from '../workspace/workspace.queries.ts';
import { placeWithin } from './place-within.ts';
import { SessionCard } from './session-card.tsx';
import { wasSignedIn } from './signed-in-before.ts';

const route = getRouteApi('/sign-in');

/** Where one says who one is. */
export const SignInPage = () => {
  const { t } = useTranslation();
  const { from } = route.useSearch();
  const signIn = useSignIn(from);
  const form = useForm<Credentials>({ initialValues: { username: '', password: '' } });
  const isWrong = isSignedOut(signIn.error);
  return (
    <SessionCard
      title={t('session.title', { name: useWorkspaceName() })}
      onSubmit={form.onSubmit((credentials) => signIn.mutate(credentials))}
    >
      {from !== undefined && wasSignedIn() && signIn.isIdle && <Alert color="blue">{t('session.ended')}</Alert>}
      <TextInput
        label={t('session.username')}
        autoComplete="username"
        required
        withAsterisk={false}
        data-autofocus
        autoFocus
        {...form.getInputProps('username')}
      />
      <PasswordInput
        label={t('session.password')}
        autoComplete="current-password"
        required
        withAsterisk={false}
        {...form.getInputProps('password')}
        error={isWrong ? t('session.wrong') : undefined}
      />
      {signIn.isError && !isWrong && <FailureNotice error={signIn.error} />}
      <Button type="submit" loading={signIn.isPending}>
        {t('session.signIn')}
      </Button>
      <Forgotten />
    </SessionCard>
  );
};

/** The way to a new password: a page that sends a link, or else somebody who does. */
const Forgotten = () => {
  const { t } = useTranslation();
  if (useSendsMail()) {
    return (
      <Anchor size="sm" renderRoot={(props) => <Link to="/forgotten-password" {...props} />}>
        {t('session.forgottenPassword')}
      </Anchor>
    );
  }
  return (
    <Text size="xs" c="dimmed">
      {t('session.forgotten')}
    </Text>
  );
};

const useSignIn = (from: string | undefined) => {
  const router = useRouter();
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (credentials: Credentials) => casekeep.createSession({ body: credentials }),
    onSuccess: () => {
      tellSessionChanged();
      queryClient.clear();
      router.history.push(placeWithin(from));
    },
  });
};
