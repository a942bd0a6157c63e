import { Stack, Switch } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { NotificationPreferences } from '../../../src/client/index.ts';
import { FailureNotice } from '../../ui/failure-notice.tsx';
import { Loading } from '../../ui/loading.tsx';
import { Section } from '../../ui/section.tsx';
import { preferencesQuery, useChangePreferences } from './preferences.queries.ts';

type Reason = keyof NotificationPreferences['reasons'];

/** In the order in which they count. */
const reasons: readonly Reason[] = ['mentioned', 'assigned', 'assignee', 'reporter', 'recipient', 'commenter', 'liked'];

/** For which reasons one is told of cases. */
export const NotificationReasons = () => {
  const { t } = useTranslation();
  const { data, error, refetch } = useQuery(preferencesQuery);
  const { mutate: change } = useChangePreferences();
  return (
    <Section title={t('settings.notifications.why')} hint={t('settings.notifications.hint')}>
      {error !== null && data === undefined && <FailureNotice error={error} onRetry={() => void refetch()} />}
      {error === null && data === undefined && <Loading />}
      {data !== undefined && (
        <Stack gap="sm">
          {reasons.map((reason) => (
            <Switch
              key={reason}
              label={t(`settings.notifications.${reason}`)}
              checked={data.reasons[reason]}
              onChange={({ currentTarget }) => change({ [reason]: currentTarget.checked })}
            />
          ))}
        </Stack>
      )}
    </Section>
  );
};
