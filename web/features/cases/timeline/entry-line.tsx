import { Stack, Text } from '@mantine/core';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import type { HistoryEntry } from '../../../../src/client/index.ts';
import { plainText } from './plain-text.ts';
import { usePropertyName } from './property-name.ts';
import { ValueName } from './value-name.tsx';

const TextDifference = lazy(async () => ({ default: (await import('./text-difference.tsx')).TextDifference }));

/** One changed property: what it was, and what it became. */
export const EntryLine = ({ entry: { property, oldValue, newValue } }: { readonly entry: HistoryEntry }) => {
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
          <del>
            <ValueName property={property} value={oldValue} />
          </del>{' '}
          <span aria-hidden>→</span>{' '}
          <ins>
            <ValueName property={property} value={newValue} />
          </ins>
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
