import { Button, Center, Group, Stack, Text, Title } from '@mantine/core';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { FailureNotice } from '../../ui/failure-notice.tsx';
import { Loading } from '../../ui/loading.tsx';
import { useMuteToggle } from '../mutes/use-mute-toggle.ts';
import styles from './inbox.module.css';
import { inboxQuery, unreadQuery } from './inbox.queries.ts';
import { InboxFilters } from './inbox-filters.tsx';
import { InboxRow } from './inbox-row.tsx';
import { useMarking } from './use-marking.ts';
import { useRowKeys } from './use-row-keys.ts';

const route = getRouteApi('/shell/inbox');

/** What one was told, and why. */
export const InboxPage = () => {
  const { t } = useTranslation();
  const filter = route.useSearch();
  const navigate = route.useNavigate();
  const list = useInfiniteQuery(inboxQuery(filter));
  const { data: counts } = useQuery(unreadQuery);
  const { mutate: mark } = useMarking();
  const { mutate: toggleMute } = useMuteToggle();
  const rows = useRef<HTMLUListElement>(null);
  const items = list.data?.pages.flatMap((page) => page.items) ?? [];
  const newest = items[0]?.id;
  const unread = unreadOf(filter.space, counts);
  const withId = (id: number) => items.find((each) => each.id === id);
  useRowKeys(rows, {
    onMark: (id) => mark({ ids: [id], isRead: withId(id)?.isRead !== true }),
    onMute: (id) => {
      const caseId = withId(id)?.caseId ?? null;
      if (caseId !== null) toggleMute(caseId);
    },
  });
  return (
    <Stack gap={0} maw={960}>
      <Group justify="space-between" p="sm" gap="xs">
        <Group gap="xs">
          <Title order={1} size="h4">
            {t('inbox.title')}
          </Title>
          <Text size="sm" c="dimmed" aria-live="polite">
            {t('inbox.unread', { count: unread })}
          </Text>
        </Group>
        <InboxFilters
          filter={filter}
          onChange={(search) => navigate({ search })}
          onReadAll={
            unread === 0 || newest === undefined
              ? undefined
              : () => mark({ isRead: true, upTo: newest, ...ofSpace(filter.space) })
          }
        />
      </Group>
      {list.isPending && <Loading />}
      {list.isError && <FailureNotice error={list.error} onRetry={() => void list.refetch()} />}
      {list.isSuccess && items.length === 0 && <Nothing />}
      <ul ref={rows} className={styles.list} aria-label={t('inbox.title')}>
        {items.map((each) => (
          <InboxRow key={each.id} notification={each} onMark={(isRead) => mark({ ids: [each.id], isRead })} />
        ))}
      </ul>
      <Group justify="space-between" p="sm">
        <Text size="xs" c="dimmed" visibleFrom="sm">
          {t('inbox.keys')}
        </Text>
        {list.hasNextPage && (
          <Button
            size="xs"
            variant="default"
            loading={list.isFetchingNextPage}
            onClick={() => void list.fetchNextPage()}
          >
            {t('inbox.more')}
          </Button>
        )}
      </Group>
    </Stack>
  );
};

const ofSpace = (space: number | undefined) => (space === undefined ? {} : { spaceId: space });

interface Counts {
  readonly unread: number;
  readonly spaces: readonly { readonly spaceId: number; readonly unread: number }[];
}

const unreadOf = (space: number | undefined, counts: Counts = { unread: 0, spaces: [] }): number =>
  space === undefined ? counts.unread : (counts.spaces.find(({ spaceId }) => spaceId === space)?.unread ?? 0);

const Nothing = () => {
  const { t } = useTranslation();
  return (
    <Center p="xl">
      <Stack gap={4} align="center">
        <Text fw={600}>{t('inbox.empty')}</Text>
        <Text c="dimmed" size="sm" ta="center">
          {t('inbox.emptyHint')}
        </Text>
      </Stack>
    </Center>
  );
};
