import { Group, ScrollArea, Select, SimpleGrid } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { narrowedQuery } from '../cases/query/narrowed-query.ts';
import { queryCheck } from '../cases/query/query-check.queries.ts';
import { SpacePage } from '../spaces/space-page.tsx';
import { SpaceQueryBar } from '../spaces/space-query-bar.tsx';
import { AgeingReport } from './ageing-report.tsx';
import { DistributionReport } from './distribution-report.tsx';
import { DurationsReport } from './durations-report.tsx';
import { FlowReport } from './flow-report.tsx';
import type { Interval } from './reports.queries.ts';

const route = getRouteApi('/shell/spaces/$spaceId/reports');

const intervals = ['day', 'week', 'month'] as const;

/** What can be said of the cases of a space in numbers. */
export const ReportsPage = () => {
  const { t } = useTranslation();
  const spaceId = Number(route.useParams().spaceId);
  const { q = '', interval = 'day' } = route.useSearch();
  const navigate = route.useNavigate();
  const check = useQuery(queryCheck(q));
  const all = narrowedQuery(q, { terms: [`space:${spaceId}`] });
  const open = narrowedQuery(all, { terms: ['is:open'] });
  const tools = (
    <Group gap="xs" align="flex-start">
      <SpaceQueryBar
        spaceId={spaceId}
        query={q}
        onAsk={(query) => navigate({ search: (now) => ({ ...now, q: query }) })}
      />
      <Select
        aria-label={t('reports.interval')}
        data={intervals.map((value) => ({ value, label: t(`reports.by.${value}`) }))}
        value={interval}
        allowDeselect={false}
        w={130}
        onChange={(value) => navigate({ search: (now) => ({ ...now, interval: value as Interval }) })}
      />
    </Group>
  );
  return (
    <SpacePage spaceId={spaceId} tools={tools}>
      {check.error === null && (
        <ScrollArea flex={1} px="sm">
          <SimpleGrid cols={{ base: 1, lg: 2 }} pb="md">
            <FlowReport query={all} interval={interval} />
            <AgeingReport query={open} />
            <DurationsReport query={all} of="firstAnswer" />
            <DurationsReport query={all} of="resolution" />
            <DistributionReport spaceId={spaceId} by="status" query={open} />
            <DistributionReport spaceId={spaceId} by="priority" query={open} />
            <DistributionReport spaceId={spaceId} by="assignee" query={open} />
            <DistributionReport spaceId={spaceId} by="section" query={open} />
          </SimpleGrid>
        </ScrollArea>
      )}
    </SpacePage>
  );
};
