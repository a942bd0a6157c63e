import { Group, Text, UnstyledButton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { localeOf } from '../../../ui/locale.ts';
import { allStatusesQuery, type Choice, spaceChoicesQuery } from '../../spaces/choices.queries.ts';
import { caseCountsQuery } from '../cases.queries.ts';
import { ColorDot } from '../color-dot.tsx';
import { termOn, withoutStatus, withValues, writtenValue } from '../query/query-edit.ts';
import { keywordsOf } from '../query/query-fields.ts';
import { scopedQuery } from '../query/scoped-query.ts';
import styles from './status-counts.module.css';

interface StatusCountsProps {
  readonly query: string;
  readonly spaceId: number | undefined;
  readonly onChange: (query: string) => void;
}

/** How many of the cases have each status; a press leaves only those. */
export const StatusCounts = ({ query, spaceId, onChange }: StatusCountsProps) => {
  const { t, i18n } = useTranslation();
  const others = withoutStatus(query);
  const counts = useQuery({ ...caseCountsQuery(scopedQuery(others, spaceId).query, 'statusId'), retry: false });
  const counted = new Map(counts.data?.items.map(({ value, count }) => [value, count]));
  const statuses = useStatuses(spaceId);
  const chosen = termOn(query, 'status')?.values.map(({ text }) => text.toLowerCase()) ?? [];
  const number = new Intl.NumberFormat(localeOf(i18n.language));
  const shown = [...Map.groupBy(statuses, ({ name }) => name)]
    .map(([name, same]) => ({
      name,
      color: same[0]?.color,
      count: same.reduce((sum, { id }) => sum + (counted.get(id) ?? 0), 0),
    }))
    .filter(({ name, count }) => count > 0 || chosen.includes(name.toLowerCase()));
  if (shown.length === 0) return null;
  const choose = (name: string): void => {
    const isChosen = chosen.length === 1 && chosen[0] === name.toLowerCase();
    onChange(withValues(others, 'status', isChosen ? [] : [writtenValue(name, keywordsOf('status'))]));
  };
  return (
    <Group gap={4} wrap="nowrap" className={styles.counts} role="group" aria-label={t('list.counts')}>
      {shown.map(({ name, color, count }) => (
        <UnstyledButton
          key={name}
          className={styles.count}
          aria-pressed={chosen.includes(name.toLowerCase())}
          onClick={() => choose(name)}
        >
          <ColorDot color={color} /> {name}{' '}
          <Text span size="xs" c="dimmed">
            {number.format(count)}
          </Text>
        </UnstyledButton>
      ))}
    </Group>
  );
};

/** The statuses of a space, or of all; those of the same name are the same to whoever looks at all spaces. */
const useStatuses = (spaceId: number | undefined): readonly Choice[] => {
  const isAll = spaceId === undefined;
  const ofAll = useQuery({ ...allStatusesQuery, enabled: isAll });
  const ofSpace = useQuery({ ...spaceChoicesQuery('status', spaceId ?? 0), enabled: !isAll });
  return (isAll ? ofAll : ofSpace).data ?? [];
};
