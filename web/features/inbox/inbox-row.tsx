import { ActionIcon, Badge, Group, Stack, Text, Tooltip } from '@mantine/core';
import { IconCircle, IconCircleCheck } from '@tabler/icons-react';
import { Link, type LinkProps } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Notification } from '../../../src/client/index.ts';
import { When } from '../../ui/when.tsx';
import styles from './inbox.module.css';
import { InboxSummary } from './inbox-summary.tsx';
import { RowMenu } from './row-menu.tsx';

interface InboxRowProps {
  readonly notification: Notification;
  readonly onMark: (isRead: boolean) => void;
}

/** One thing that one was told, which leads to what it is about. */
export const InboxRow = ({ notification, onMark }: InboxRowProps) => {
  const { t } = useTranslation();
  const { id, isRead, reason, createdAt, caseId, caseTitle } = notification;
  const markLabel = isRead ? t('inbox.markUnread') : t('inbox.markRead');
  return (
    <li className={styles.row} data-unread={!isRead || undefined}>
      <Link
        {...placeOf(notification)}
        className={styles.link}
        data-notification={id}
        onClick={() => {
          if (!isRead) onMark(true);
        }}
      >
        <Group gap={6} wrap="nowrap" miw={0}>
          {!isRead && <span role="img" aria-label={t('inbox.isUnread')} className={styles.dot} />}
          <Text span size="sm" fw={isRead ? 400 : 620} truncate dir="auto">
            {caseTitle ?? t('inbox.webhook.title')}
          </Text>
          {caseId !== null && (
            <Text span size="sm" c="dimmed">
              {caseId}
            </Text>
          )}
        </Group>
        <InboxSummary notification={notification} />
      </Link>
      <Stack gap={2} align="flex-end" className={styles.side}>
        <Badge variant="default" size="sm" tt="none" fw={500}>
          {t(`inbox.reason.${reason}`)}
        </Badge>
        <Text size="xs" c="dimmed">
          <When at={createdAt} />
        </Text>
      </Stack>
      <Group gap={4} wrap="nowrap">
        <Tooltip label={markLabel} openDelay={400}>
          <ActionIcon variant="subtle" color="gray" aria-label={markLabel} onClick={() => onMark(!isRead)}>
            {isRead ? <IconCircle size={16} aria-hidden /> : <IconCircleCheck size={16} aria-hidden />}
          </ActionIcon>
        </Tooltip>
        {caseId !== null && <RowMenu caseId={caseId} isRead={isRead} onMark={onMark} />}
      </Group>
    </li>
  );
};

const placeOf = ({ caseId, commentId }: Notification): LinkProps => {
  if (caseId === null) return { to: '/admin', search: { part: 'webhooks' } };
  const hash = commentId === null ? {} : { hash: `comment-${commentId}` };
  return { to: '/cases/$caseId', params: { caseId: String(caseId) }, ...hash };
};
