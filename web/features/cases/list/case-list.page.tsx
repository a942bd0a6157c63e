import { Group, Stack, Text, Title } from '@mantine/core';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { casekeep } from '../../../server/casekeep.ts';
import { Loading } from '../../../ui/loading.tsx';
import { caseListQuery } from '../cases.queries.ts';
import { CaseRows } from './case-rows.tsx';
import { QueryField } from './query-field.tsx';

const route = getRouteApi('/shell/cases');

/** The cases that a query means. */
export const CaseListPage = () => {
  const { t } = useTranslation();
  const { q = '' } = route.useSearch();
  const navigate = route.useNavigate();
  const list = useInfiniteQuery(caseListQuery(q));
  const pages = list.data?.pages ?? [];
  return (
    <Stack h="100%" gap={0}>
      <Stack gap="xs" p="sm">
        <Group justify="space-between" wrap="nowrap">
          <Title order={1} size="h4">
            {t('cases.title')}
          </Title>
          <Total query={q} />
        </Group>
        <QueryField
          key={q}
          query={q}
          error={list.error}
          hints={pages[0]?.queryHints ?? []}
          onChange={(query) => navigate({ search: { q: query } })}
        />
      </Stack>
      {list.isPending ? (
        <Loading />
      ) : (
        <CaseRows
          cases={pages.flatMap(({ items }) => items)}
          hasMore={list.hasNextPage}
          onMore={() => {
            if (!list.isFetchingNextPage) void list.fetchNextPage();
          }}
        />
      )}
    </Stack>
  );
};

/** How many there are, as far as that is counted. */
const Total = ({ query }: { readonly query: string }) => {
  const { t } = useTranslation();
  const { data } = useQuery({
    queryKey: ['cases', 'total', query],
    queryFn: async ({ signal }) =>
      (await casekeep.listCases({ query, limit: 1, fields: 'id', count: true }, { signal })).total,
  });
  return (
    <Text size="sm" c="dimmed" aria-live="polite">
      {data && t(data.isExact ? 'cases.count' : 'cases.more', { count: data.value })}
    </Text>
  );
};
