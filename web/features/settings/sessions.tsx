import { Badge, Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Session } from '../../../src/client/index.ts';
import { casekeep } from '../../server/casekeep.ts';
import { FailureNotice } from '../../ui/failure-notice.tsx';
import { Section } from '../../ui/section.tsx';
import { Thing, Things } from '../../ui/things.tsx';
import { relativeTime } from '../../ui/times.ts';
import { useWrite } from '../../ui/use-write.ts';
import { sessionsQuery } from './sessions.queries.ts';
import { readUserAgent } from './user-agent.ts';

/** Where one is signed in, and the end of it. */
export const Sessions = () => {
  const { t } = useTranslation();
  const { data = [], error } = useQuery(sessionsQuery);
  const ending = useWrite({
    write: () => casekeep.deleteOtherSessions(),
    outdates: [['sessions']],
    onDone: ({ ended }) => notifications.show({ message: t('settings.security.ended', { count: ended }) }),
  });
  return (
    <Section
      title={t('settings.security.sessions')}
      actions={
        data.length > 1 && (
          <Button size="xs" variant="default" loading={ending.isPending} onClick={() => ending.mutate()}>
            {t('settings.security.endOthers')}
          </Button>
        )
      }
    >
      {error && <FailureNotice error={error} />}
      <Things label={t('settings.security.sessions')}>
        {data.map((session) => (
          <OneSession key={session.id} session={session} />
        ))}
      </Things>
    </Section>
  );
};

const OneSession = ({ session }: { readonly session: Session }) => {
  const { t, i18n } = useTranslation();
  const { id, isCurrent, userAgent, createdAt, lastUsedAt } = session;
  const ending = useWrite({ write: () => casekeep.deleteSession({ sessionId: String(id) }), outdates: [['sessions']] });
  const { browser, system } = readUserAgent(userAgent);
  const name =
    browser !== undefined && system !== undefined
      ? t('settings.security.browserOn', { browser, system })
      : userAgent || t('settings.security.unknown');
  const ago = (at: string): string => relativeTime(at, i18n.language);
  return (
    <Thing
      title={
        <>
          {name}
          {isCurrent && (
            <Badge size="sm" variant="light" tt="none">
              {t('settings.security.current')}
            </Badge>
          )}
        </>
      }
      details={`${t('settings.security.begun', { when: ago(createdAt) })} · ${t('settings.security.used', { when: ago(lastUsedAt) })}`}
    >
      {!isCurrent && (
        <Button
          size="compact-sm"
          variant="subtle"
          color="red"
          loading={ending.isPending}
          aria-label={t('settings.security.endOne', { name })}
          onClick={() => ending.mutate()}
        >
          {t('settings.security.end')}
        </Button>
      )}
    </Thing>
  );
};
