import { Alert, Anchor, Badge, Button, Stack, Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { FailureNotice } from '../../ui/failure-notice.tsx';
import { Section } from '../../ui/section.tsx';
import { Thing, Things } from '../../ui/things.tsx';
import { relativeTime } from '../../ui/times.ts';
import { healthQuery } from './health.queries.ts';

/** Whether the server runs and can take writes, and what should be looked at. */
export const Health = () => {
  const { t, i18n } = useTranslation();
  const { data, error, refetch, isFetching, dataUpdatedAt } = useQuery(healthQuery);
  return (
    <Section
      title={t('admin.parts.health')}
      actions={
        <Button size="xs" variant="default" loading={isFetching} onClick={() => void refetch()}>
          {t('admin.health.again')}
        </Button>
      }
    >
      {error && <FailureNotice error={error} />}
      {data !== undefined && (
        <Stack gap="sm">
          {[data.problem, data.warning].map(
            (text) =>
              text !== undefined && (
                <Alert key={text} color="yellow" icon={<IconAlertTriangle aria-hidden />}>
                  {text}
                </Alert>
              ),
          )}
          <Things label={t('admin.parts.health')}>
            <Check label={t('admin.health.alive')} path="/healthz" isFine={data.isAlive} />
            <Check label={t('admin.health.ready')} path="/readyz" isFine={data.isReady} />
          </Things>
          <Text size="xs" c="dimmed">
            {t('admin.health.checked', {
              when: relativeTime(new Date(dataUpdatedAt).toISOString(), i18n.language),
            })}
            {' · '}
            <Anchor href="/metrics">{t('admin.health.metrics')}</Anchor>
          </Text>
        </Stack>
      )}
    </Section>
  );
};

interface CheckProps {
  readonly label: string;
  readonly path: string;
  readonly isFine: boolean;
}

const Check = ({ label, path, isFine }: CheckProps) => {
  const { t } = useTranslation();
  return (
    <Thing title={label} details={path}>
      <Badge variant="light" color={isFine ? 'pine' : 'red'} tt="none">
        {isFine ? t('admin.health.fine') : t('admin.health.failed')}
      </Badge>
    </Thing>
  );
};
