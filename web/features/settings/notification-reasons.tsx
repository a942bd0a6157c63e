import { Stack, Switch } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { NotificationPreferences } from '../../../src/client/index.ts';
import { FailureNotice } from '../../ui/failure-notice.tsx';
import { Loading } from '../../ui/loading.tsx';
import { Section } from '../../ui/section.tsx';
import { preferencesQuery, useChangePreferences } from './preferences.queries.ts';

type Reason = keyof NotificationPreferences['reasons'];

/** What they are called, in the order in which they count. */
const labels = {
  mentioned: 'settings.notifications.mentioned',
  assigned: 'settings.notifications.assigned',
  assignee: 'settings.notifications.assignee',
  reporter: 'settings.notifications.reporter',
  recipient: 'settings.notifications.recipient',
  commenter: 'settings.notifications.commenter',
  liked: 'settings.notifications.liked',
} as const satisfies Record<Reason, string>;
const reasons = Object.keys(labels) as readonly Reason[];

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
              label={t(labels[reason])}
              checked={data.reasons[reason]}
              onChange={({ currentTarget }) => change({ [reason]: currentTarget.checked })}
            />
          ))}
        </Stack>
      )}
    </Section>
  );
};
