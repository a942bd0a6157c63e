import { Group, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { CaseDurations } from '../../../src/client/index.ts';
import { Bars } from './bars.tsx';
import { ChartCard } from './chart-card.tsx';
import { durationText } from './duration.ts';
import { durationsQuery } from './reports.queries.ts';

interface DurationsReportProps {
  readonly query: string;
  readonly of: 'firstAnswer' | 'resolution';
}

/** How long it took until cases were answered, or closed. */
export const DurationsReport = ({ query, of }: DurationsReportProps) => {
  const { t, i18n } = useTranslation();
  const { data } = useQuery(durationsQuery(query));
  const durations = data?.[of];
  const spread = (durations?.spread ?? []).map(({ belowMs, count }) => ({
    name: belowMs === null ? t('reports.longer') : t('reports.below', { time: durationText(belowMs, i18n.language) }),
    count,
  }));
  return (
    <ChartCard
      title={t(`reports.${of}`)}
      note={t(`reports.${of}Note`)}
      isExact={data?.isExact}
      figures={
        durations && {
          columns: [t('reports.took'), t('reports.cases')],
          rows: [
            ...spread.map(({ name, count }): [string, number] => [name, count]),
            [t('reports.notYet'), durations.notDone],
          ],
        }
      }
    >
      {durations && <Summary durations={durations} />}
      <Bars items={spread} />
    </ChartCard>
  );
};

const Summary = ({ durations }: { readonly durations: CaseDurations }) => {
  const { t, i18n } = useTranslation();
  const told = (durationMs: number | null): string =>
    durationMs === null ? t('reports.none') : durationText(durationMs, i18n.language);
  return (
    <Group gap="lg" mb="xs">
      <Text size="sm">
        {t('reports.median')} <strong>{told(durations.medianMs)}</strong>
      </Text>
      <Text size="sm">
        {t('reports.ninetieth')} <strong>{told(durations.ninetiethPercentileMs)}</strong>
      </Text>
      <Text size="sm" c="dimmed">
        {t('reports.done', { count: durations.done })}
      </Text>
    </Group>
  );
};
