import { Stack, Text } from '@mantine/core';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import type { HistoryEntry } from '../../../../src/client/index.ts';
import { plainText } from '../../../ui/rich-text/plain-text.ts';
import { usePropertyName } from './property-name.ts';
import styles from './timeline.module.css';
import { ValueName } from './value-name.tsx';

const TextDifference = lazy(async () => ({ default: (await import('./text-difference.tsx')).TextDifference }));

interface EntryLineProps {
  readonly entry: Pick<HistoryEntry, 'property' | 'oldValue' | 'newValue'>;
}

/** One changed property: what it was, and what it became. */
export const EntryLine = ({ entry: { property, oldValue, newValue } }: EntryLineProps) => {
  const { t } = useTranslation();
  const name = usePropertyName()(property);
  if (property === 'deletedAt')
    return <Text inherit>{t(newValue === null ? 'history.restored' : 'history.deleted')}</Text>;
  if (property === 'title' || property === 'description') {
    return (
      <Stack gap={4}>
        <Text inherit c="dimmed">
          {name}
        </Text>
        <Suspense>
          <TextDifference before={plainText(String(oldValue ?? ''))} after={plainText(String(newValue ?? ''))} />
        </Suspense>
      </Stack>
    );
  }
  return (
    <Text inherit component="div">
      <Text span inherit c="dimmed">
        {name}:{' '}
      </Text>
      {Array.isArray(oldValue) || Array.isArray(newValue) ? (
        <ListDifference property={property} before={listOf(oldValue)} after={listOf(newValue)} />
      ) : (
        <>
          <bdi>
            <del>
              <ValueName property={property} value={oldValue} />
            </del>
          </bdi>{' '}
          <span aria-hidden className={styles.arrow}>
            →
          </span>{' '}
          <bdi>
            <ins>
              <ValueName property={property} value={newValue} />
            </ins>
          </bdi>
        </>
      )}
    </Text>
  );
};

const listOf = (value: unknown): readonly (string | number)[] => (Array.isArray(value) ? value : []);

interface ListDifferenceProps {
  readonly property: string;
  readonly before: readonly (string | number)[];
  readonly after: readonly (string | number)[];
}

const ListDifference = ({ property, before, after }: ListDifferenceProps) => (
  <>
    {before
      .filter((each) => !after.includes(each))
      .map((each) => (
        <del key={each}>
          −<ValueName property={property} value={each} />{' '}
        </del>
      ))}
    {after
      .filter((each) => !before.includes(each))
      .map((each) => (
        <ins key={each}>
          +<ValueName property={property} value={each} />{' '}
        </ins>
      ))}
  </>
);
