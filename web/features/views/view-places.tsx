import { Text } from '@mantine/core';
import { IconBookmark, IconUsers } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { NavPlace } from '../../ui/links.tsx';
import { writtenColumns } from '../cases/list/columns.ts';
import { viewsQuery } from './views.queries.ts';

const here = { activeOptions: { includeSearch: true, exact: true }, activeProps: { active: true } } as const;

/** The saved views, as places to go to. */
export const ViewPlaces = () => {
  const { t } = useTranslation();
  const { data: views = [] } = useQuery(viewsQuery);
  if (views.length === 0) return null;
  return (
    <>
      <Text size="xs" c="dimmed" fw={600} px="xs" pt="md">
        {t('views.title')}
      </Text>
      {views.map(({ id, name, query, columns, spaceId }) => {
        const Icon = spaceId === null ? IconBookmark : IconUsers;
        return (
          <NavPlace
            {...here}
            key={id}
            py={6}
            to="/cases"
            search={{ q: query, columns: writtenColumns(columns), view: id }}
            label={name}
            leftSection={<Icon size={16} aria-hidden />}
          />
        );
      })}
    </>
  );
};
