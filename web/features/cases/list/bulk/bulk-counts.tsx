import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { BegunBulkChange } from '../../../../../src/client/index.ts';

/** How many reasons of refusals are told. */
const MOST_REASONS = 3;

interface BulkCountsProps {
  readonly bulk: Pick<BegunBulkChange, 'changed' | 'unchanged' | 'refused' | 'revertsBulkId'>;
  /** What became of each case, as far as that was answered. */
  readonly results: NonNullable<BegunBulkChange['results']>;
}

/** What came of a change of many cases: how many were changed, and how many were not and why. */
export const BulkCounts = ({ bulk, results }: BulkCountsProps) => {
  const { t } = useTranslation();
  const isRevert = bulk.revertsBulkId !== null;
  const reasons = results.flatMap(({ problem }) => problem?.detail ?? []);
  return (
    <>
      <Text size="sm">{t(isRevert ? 'list.bulk.before' : 'list.bulk.count', { count: bulk.changed })}</Text>
      {isRevert && bulk.unchanged > 0 && <Text size="sm">{t('list.bulk.kept', { count: bulk.unchanged })}</Text>}
      {bulk.refused > 0 && (
        <Text size="sm" c="red">
          {t('list.bulk.refused', { count: bulk.refused })} {[...new Set(reasons)].slice(0, MOST_REASONS).join(' ')}
        </Text>
      )}
    </>
  );
};
