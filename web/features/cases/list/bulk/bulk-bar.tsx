import { Button, CloseButton, Group, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Selection } from '../use-selection.ts';
import styles from './bulk-bar.module.css';
import { BulkFields } from './bulk-fields.tsx';
import { useBulkChange } from './use-bulk-change.ts';
import { useCommonPlace } from './use-common-place.ts';

interface BulkBarProps {
  readonly selection: Selection;
  /** What the list is about, as the server is asked. */
  readonly query: string;
  readonly total: number | undefined;
}

/** What is done with all cases that are selected. */
export const BulkBar = ({ selection, query, total }: BulkBarProps) => {
  const { t } = useTranslation();
  const { spaceId, projectId } = useCommonPlace(selection, query);
  const { mutate: change } = useBulkChange(selection, query);
  const count = selection.isAll ? total : selection.cases.length;
  return (
    <Group className={styles.bar} gap="xs" role="group" aria-label={t('list.bulk.label')}>
      <Text size="sm" fw={600} aria-live="polite">
        {count === undefined ? t('list.bulk.all') : t('list.bulk.selected', { count })}
      </Text>
      {!selection.isAll && (
        <Button size="compact-sm" variant="subtle" onClick={selection.chooseAll}>
          {t('list.bulk.chooseAll')}
        </Button>
      )}
      {spaceId === undefined ? (
        <Text size="sm" c="dimmed">
          {t('list.bulk.severalSpaces')}
        </Text>
      ) : (
        <BulkFields spaceId={spaceId} projectId={projectId} onChange={change} />
      )}
      <CloseButton ms="auto" aria-label={t('list.bulk.clear')} onClick={selection.clear} />
    </Group>
  );
};
