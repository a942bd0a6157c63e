import { Button, CloseButton, Group, Text } from '@mantine/core';
import { type RefObject, useEffect, useEffectEvent, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useRoomBelow } from '../../../../ui/use-room-below.ts';
import { beginChange } from '../../change/begin-change.ts';
import type { ManyName } from '../../change/property-keys.ts';
import type { Selection } from '../use-selection.ts';
import styles from './bulk-bar.module.css';
import { BulkFields } from './bulk-fields.tsx';
import { useBulkChange } from './use-bulk-change.ts';
import { useBulkCommands } from './use-bulk-commands.ts';
import { useCommonPlace } from './use-common-place.ts';

interface BulkBarProps {
  readonly selection: Selection;
  /** What the list is about, as the server is asked. */
  readonly query: string;
  readonly total: number | undefined;
  /** The only change that it is there for, and who hears that this was made or not; undefined for any. */
  readonly only?: { readonly name: ManyName; readonly onEnded: () => void } | undefined;
}

/** What is done with all cases that are selected. */
export const BulkBar = ({ selection, query, total, only }: BulkBarProps) => {
  const { t } = useTranslation();
  const place = useCommonPlace(selection, query);
  const { mutate: change } = useBulkChange(selection, query);
  const bar = useRef<HTMLDivElement>(null);
  const begin = (name: ManyName): void => beginChange(bar.current, name);
  useBulkCommands({ selection, place, isOffered: only === undefined, begin });
  useBeginOnly(bar, only);
  useRoomBelow(bar);
  const count = selection.isAll ? total : selection.cases.length;
  return (
    <Group ref={bar} className={styles.bar} gap="xs" role="group" aria-label={t('list.bulk.label')}>
      <Text size="sm" fw={600} aria-live="polite">
        {count === undefined ? t('list.bulk.all') : t('list.bulk.selected', { count })}
      </Text>
      {!selection.isAll && (
        <Button size="compact-sm" variant="subtle" onClick={selection.chooseAll}>
          {t('list.bulk.chooseAll')}
        </Button>
      )}
      <BulkFields place={place} selection={selection} onChange={change} />
      {place.spaceIds.length > 1 && (
        <Text size="sm" c="dimmed">
          {t('list.bulk.severalSpaces')}
        </Text>
      )}
      <CloseButton ms="auto" aria-label={t('list.bulk.clear')} onClick={selection.clear} />
    </Group>
  );
};

/** Opens the list of the only change at once. */
const useBeginOnly = (bar: RefObject<HTMLElement | null>, only: BulkBarProps['only']): void => {
  const begin = useEffectEvent(() => {
    if (only !== undefined) beginChange(bar.current, only.name, only);
  });
  useEffect(() => begin(), []);
};
