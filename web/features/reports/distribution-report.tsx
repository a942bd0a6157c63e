import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { type CountKey, countsQuery } from '../board/board.queries.ts';
import type { BoardKey } from '../board/board-column.ts';
import { useBoardColumns } from '../board/use-board-columns.ts';
import { Bars } from './bars.tsx';
import { ChartCard } from './chart-card.tsx';

/** How many bars fit; the others are in the table. */
const MOST_BARS = 12;

interface DistributionReportProps {
  readonly spaceId: number;
  readonly by: BoardKey;
  /** Which cases are counted. */
  readonly query: string;
}

/** How many open cases have each status, priority, assignee or section. */
export const DistributionReport = ({ spaceId, by, query }: DistributionReportProps) => {
  const { t } = useTranslation();
  const { columns } = useBoardColumns(spaceId, by);
  const { data: counts } = useQuery(countsQuery(query, `${by}Id` satisfies CountKey));
  const isKnown = columns !== undefined && counts !== undefined;
  const items = isKnown
    ? counts.items.map(({ value, count }) => {
        const column = columns.find((each) => each.value === value);
        return { name: column?.name ?? t('reports.other', { id: value }), color: column?.color, count };
      })
    : [];
  const title = t(`reports.openBy.${by}`);
  const shown = items.slice(0, MOST_BARS);
  return (
    <ChartCard
      title={title}
      isExact={counts?.isExact}
      figures={
        isKnown
          ? { columns: [t(`field.${by}`), t('reports.cases')], rows: items.map(({ name, count }) => [name, count]) }
          : undefined
      }
    >
      <Bars items={shown} />
    </ChartCard>
  );
};
