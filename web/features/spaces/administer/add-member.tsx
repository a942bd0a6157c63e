import { Button, Group, Select } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { casekeep } from '../../../server/casekeep.ts';
import { useSettled } from '../../../ui/use-settled.ts';
import { useWrite } from '../../../ui/use-write.ts';
import { anybodyQuery } from './members.queries.ts';
import { type Role, RoleSelect } from './role-select.tsx';

/** Makes somebody a member of a space. */
export const AddMember = ({ spaceId }: { readonly spaceId: number }) => {
  const { t } = useTranslation();
  const [typed, setTyped] = useState('');
  const search = useSettled(typed);
  const [person, setPerson] = useState<string | null>(null);
  const [role, setRole] = useState<Role>('agent');
  const { data: people = [] } = useQuery({ ...anybodyQuery(search), placeholderData: keepPreviousData });
  const adding = useWrite({
    write: (userId: number) => casekeep.setMember({ spaceId, userId, body: { role } }),
    outdates: [['space', spaceId], ['users'], ['me']],
    onDone: () => setPerson(null),
  });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (person !== null) adding.mutate(Number(person));
  };
  return (
    <Group component="form" onSubmit={submit} align="flex-end" gap="xs">
      <Select
        label={t('space.members.person')}
        placeholder={t('space.members.find')}
        nothingFoundMessage={t('space.members.nobody')}
        searchable
        required
        value={person}
        onChange={setPerson}
        searchValue={typed}
        onSearchChange={setTyped}
        filter={({ options }) => options}
        data={people.map(({ id, displayName, username }) => ({
          value: String(id),
          label: `${displayName} (${username})`,
        }))}
      />
      <RoleSelect
        label={t('space.members.role')}
        w={140}
        value={role}
        onChange={(wanted) => wanted !== null && setRole(wanted)}
      />
      <Button type="submit" loading={adding.isPending}>
        {t('space.members.add')}
      </Button>
    </Group>
  );
};
