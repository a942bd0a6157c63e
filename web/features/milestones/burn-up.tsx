import { AreaChart } from '@mantine/charts';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Milestone } from '../../../src/client/index.ts';
import { FailureNotice } from '../../ui/failure-notice.tsx';
import { ChartCard } from '../reports/chart-card.tsx';
import { dayOf } from '../reports/day.ts';
import { flowQuery } from '../reports/reports.queries.ts';

/** How many cases of a milestone there were, and how many of them were closed, week by week. */
export const BurnUp = ({ milestone: { id, title } }: { readonly milestone: Milestone }) => {
  const { t, i18n } = useTranslation();
  const { data, error } = useQuery(flowQuery({ query: `milestone:${id}`, interval: 'week' }));
  if (error !== null) return <FailureNotice error={error} />;
  const weeks = (data?.items ?? []).map(({ start, total, open }) => ({ start, total, closed: total - open }));
  // It begins with the first case.
  const first = weeks.findIndex(({ total }) => total > 0);
  const shown = first < 0 ? [] : weeks.slice(Math.max(0, first - 1));
  const names = { total: t('milestones.planned'), closed: t('milestones.closed') };
  return (
    <ChartCard
      title={t('milestones.burnUpOf', { title })}
      note={t('milestones.burnUpNote')}
      figures={
        data && {
          columns: [t('milestones.week'), names.total, names.closed],
          rows: shown.map(({ start, total, closed }) => [start, total, closed]),
        }
      }
    >
      <AreaChart
        h={220}
        data={shown.map((week) => ({ ...week, day: dayOf(week.start, i18n.language) }))}
        dataKey="day"
        series={[
          { name: 'total', label: names.total, color: 'gray.6', strokeDasharray: '5 5' },
          { name: 'closed', label: names.closed, color: 'pine.6' },
        ]}
        withLegend
        curveType="linear"
        yAxisProps={{ allowDecimals: false }}
        areaProps={{ isAnimationActive: false }}
        areaChartProps={{ accessibilityLayer: false }}
        aria-hidden
      />
    </ChartCard>
  );
};
