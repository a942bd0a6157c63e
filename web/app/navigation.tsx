import { Stack, Text } from '@mantine/core';
import { IconFolder, IconListDetails, IconSettings, IconUserCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { InboxPlace } from '../features/inbox/inbox-place.tsx';
import { useMe } from '../features/people/me.queries.ts';
import { ViewPlaces } from '../features/views/view-places.tsx';
import { NavPlace } from '../ui/links.tsx';

const place = { py: 6, activeOptions: { includeSearch: true, exact: true }, activeProps: { active: true } } as const;

/** Where one can go. */
export const Navigation = () => {
  const { t } = useTranslation();
  const me = useMe();
  return (
    <Stack component="nav" gap={2}>
      <InboxPlace />
      <NavPlace
        {...place}
        to="/cases"
        search={{ q: 'is:open assignee:me' }}
        label={t('nav.mine')}
        leftSection={<IconUserCheck size={16} aria-hidden />}
      />
      <NavPlace
        {...place}
        to="/cases"
        search={{ q: 'is:open' }}
        label={t('nav.cases')}
        leftSection={<IconListDetails size={16} aria-hidden />}
      />
      <ViewPlaces />
      <Text size="xs" c="dimmed" fw={600} px="xs" pt="md">
        {t('nav.spaces')}
      </Text>
      {me.spaces.map(({ id, name }) => (
        <NavPlace
          {...place}
          key={id}
          to="/spaces/$spaceId"
          params={{ spaceId: String(id) }}
          search={{ q: 'is:open' }}
          label={name}
          leftSection={<IconFolder size={16} aria-hidden />}
        />
      ))}
      {(me.isAdministrator || me.rights.includes('ManageSpace')) && (
        <NavPlace
          py={6}
          mt="md"
          activeProps={{ active: true }}
          to="/admin"
          label={t('nav.administration')}
          leftSection={<IconSettings size={16} aria-hidden />}
        />
      )}
    </Stack>
  );
};
