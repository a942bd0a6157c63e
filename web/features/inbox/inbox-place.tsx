import { Badge } from '@mantine/core';
import { IconInbox } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { NavPlace } from '../../ui/links.tsx';
import { unreadQuery } from './inbox.queries.ts';

/** The way to the inbox, with how many notifications are unread. */
export const InboxPlace = () => {
  const { t } = useTranslation();
  const { data } = useQuery(unreadQuery);
  const unread = data?.unread ?? 0;
  return (
    <NavPlace
      to="/inbox"
      py={6}
      activeProps={{ active: true }}
      label={t('nav.inbox')}
      leftSection={<IconInbox size={16} aria-hidden />}
      rightSection={
        unread === 0 ? undefined : (
          <Badge size="sm" variant="filled" aria-label={t('inbox.unread', { count: unread })}>
            {unread}
          </Badge>
        )
      }
    />
  );
};
