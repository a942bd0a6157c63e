import { useQueries } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { countsQuery } from '../board/board.queries.ts';
import { narrowedQuery } from '../cases/query/narrowed-query.ts';
import { Bars } from './bars.tsx';
import { ChartCard } from './chart-card.tsx';

/** How old, each with the terms of the query language that say so. */
const ages = [
  ['week', ['created:>=-7d']],
  ['month', ['created:<-7d', 'created:>=-30d']],
  ['quarter', ['created:<-30d', 'created:>=-90d']],
  ['half', ['created:<-90d', 'created:>=-180d']],
  ['older', ['created:<-180d']],
] as const;

/** How long the open cases have been there. */
export const AgeingReport = ({ query }: { readonly query: string }) => {
  const { t } = useTranslation();
  const counts = useQueries({
    queries: ages.map(([, terms]) => countsQuery(narrowedQuery(query, { terms }), 'statusId')),
  });
  const isKnown = counts.every(({ data }) => data !== undefined);
  const items = ages.map(([age], index) => ({ name: t(`reports.age.${age}`), count: counts[index]?.data?.total ?? 0 }));
  return (
    <ChartCard
      title={t('reports.ageing')}
      note={t('reports.ageingNote')}
      isExact={counts.every(({ data }) => data?.isExact !== false)}
      figures={
        isKnown
          ? { columns: [t('reports.ageOf'), t('reports.cases')], rows: items.map(({ name, count }) => [name, count]) }
          : undefined
      }
    >
      <Bars items={items} />
    </ChartCard>
  );
};
