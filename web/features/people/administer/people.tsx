import { Button, Group, SegmentedControl, Stack, TextInput } from '@mantine/core';
import { IconPlus, IconSearch } from '@tabler/icons-react';
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Listed } from '../../../ui/listed.tsx';
import { MoreButton } from '../../../ui/more-button.tsx';
import { Section } from '../../../ui/section.tsx';
import { Things } from '../../../ui/things.tsx';
import { useSettled } from '../../../ui/use-settled.ts';
import { type PeopleState, peopleQuery, peopleStates } from './people.queries.ts';
import { PersonDialog, type PersonTask } from './person-dialog.tsx';
import { PersonRow } from './person-row.tsx';

/** Everybody who has, or had, access. */
export const People = () => {
  const { t } = useTranslation();
  const [typed, setTyped] = useState('');
  const [state, setState] = useState<PeopleState>('active');
  const [task, setTask] = useState<PersonTask>();
  const search = useSettled(typed);
  const list = useInfiniteQuery({ ...peopleQuery(search, state), placeholderData: keepPreviousData });
  const people = list.data?.pages.flatMap(({ items }) => items) ?? [];
  return (
    <Section
      title={t('admin.parts.users')}
      actions={
        <Button size="xs" leftSection={<IconPlus size={14} aria-hidden />} onClick={() => setTask({ do: 'create' })}>
          {t('admin.people.new')}
        </Button>
      }
    >
      <Group gap="xs">
        <TextInput
          size="xs"
          w={220}
          aria-label={t('admin.people.search')}
          placeholder={t('admin.people.search')}
          leftSection={<IconSearch size={14} aria-hidden />}
          value={typed}
          onChange={({ currentTarget }) => setTyped(currentTarget.value)}
        />
        <SegmentedControl
          size="xs"
          aria-label={t('admin.people.state')}
          value={state}
          onChange={setState}
          data={peopleStates.map((value) => ({ value, label: t(`admin.people.${value}`) }))}
        />
      </Group>
      <Listed list={list} isEmpty={people.length === 0} empty={t('admin.people.none')}>
        <Stack gap="xs">
          <Things label={t('admin.parts.users')}>
            {people.map((user) => (
              <PersonRow key={user.id} user={user} onTask={(what) => setTask({ do: what, user })} />
            ))}
          </Things>
          <MoreButton list={list} />
        </Stack>
      </Listed>
      <PersonDialog task={task} onTask={setTask} />
    </Section>
  );
};
