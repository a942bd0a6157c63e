import { LineChart } from '@mantine/charts';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { ChartCard } from './chart-card.tsx';
import { dayOf } from './day.ts';
import { flowQuery, type Interval } from './reports.queries.ts';

interface FlowReportProps {
  readonly query: string;
  readonly interval: Interval;
}

/** How many cases were created and closed over time. */
export const FlowReport = ({ query, interval }: FlowReportProps) => {
  const { t, i18n } = useTranslation();
  const { data } = useQuery(flowQuery({ query, interval }));
  const names = { created: t('reports.created'), closed: t('reports.closed'), open: t('reports.open') };
  const items = data?.items ?? [];
  return (
    <ChartCard
      title={t('reports.flow')}
      note={t('reports.flowNote')}
      isExact={data?.isExact}
      figures={
        data && {
          columns: [t('reports.from'), names.created, names.closed, t('reports.reopened'), names.open],
          rows: items.map(({ start, created, closed, reopened, open }) => [start, created, closed, reopened, open]),
        }
      }
    >
      <LineChart
        h={260}
        data={items.map((each) => ({ ...each, day: dayOf(each.start, i18n.language, interval) }))}
        dataKey="day"
        series={[
          { name: 'created', label: names.created, color: 'blue.7', strokeDasharray: '5 5' },
          { name: 'closed', label: names.closed, color: 'pine.6' },
        ]}
        withLegend
        curveType="linear"
        yAxisProps={{ allowDecimals: false }}
        lineProps={{ isAnimationActive: false }}
        lineChartProps={{ accessibilityLayer: false }}
        aria-hidden
      />
    </ChartCard>
  );
};
