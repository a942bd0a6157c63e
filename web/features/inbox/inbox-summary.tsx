import { Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Notification } from '../../../src/client/index.ts';
import { plainText } from '../../ui/rich-text/plain-text.ts';
import { personQuery } from '../people/person.queries.ts';
import { useHappening } from './happening.ts';

/** Who did what, with the beginning of what they wrote. */
export const InboxSummary = ({ notification }: { readonly notification: Notification }) => {
  const { t } = useTranslation();
  const happening = useHappening();
  const actor = useActorName(notification.actorId);
  const { webhookFailure, webhookUrl, commentText } = notification;
  return (
    <Text span size="xs" c="dimmed" lineClamp={2}>
      {webhookFailure === null ? (
        <>
          <bdi>{actor}</bdi> {happening(notification)}
        </>
      ) : (
        t(`inbox.webhook.${webhookFailure}`, { url: webhookUrl })
      )}
      {commentText !== null && (
        <>
          : <bdi>{plainText(commentText).replace(/\s+/gu, ' ')}</bdi>
        </>
      )}
    </Text>
  );
};

const useActorName = (actorId: number | null): string => {
  const { t } = useTranslation();
  const { data } = useQuery({ ...personQuery(actorId ?? 0), enabled: actorId !== null });
  return data?.displayName ?? (actorId === null ? t('inbox.server') : t('inbox.somebody'));
};
