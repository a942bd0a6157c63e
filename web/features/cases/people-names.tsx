import { Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Person } from '../../ui/person.tsx';
import type { FullCase } from './cases.queries.ts';

/** Several people, one below the other. */
export const PeopleNames = ({ people }: { readonly people: FullCase['recipients'] }) => {
  const { t } = useTranslation();
  if (people.length === 0) {
    return (
      <Text span inherit c="dimmed">
        {t('field.nobody')}
      </Text>
    );
  }
  return (
    <Stack gap={4}>
      {people.map(({ id, displayName, avatarUrl }) => (
        <Person key={id} name={displayName} picture={avatarUrl} />
      ))}
    </Stack>
  );
};
