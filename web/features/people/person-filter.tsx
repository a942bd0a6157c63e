import { Select } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSettled } from '../../ui/use-settled.ts';
import { anybodyEverQuery } from './anybody-ever.queries.ts';

interface PersonFilterProps {
  readonly label: string;
  /** What is shown as long as nobody is chosen. */
  readonly everybody: string;
  readonly onChange: (userId: number | undefined) => void;
}

/** Narrows a list of administrators to one person, whoever ever had access; found by parts of the name. */
export const PersonFilter = ({ label, everybody, onChange }: PersonFilterProps) => {
  const { t } = useTranslation();
  const [typed, setTyped] = useState('');
  const search = useSettled(typed);
  const { data: people = [] } = useQuery({ ...anybodyEverQuery(search), placeholderData: keepPreviousData });
  const [chosen, setChosen] = useState<{ readonly value: string; readonly label: string }>();
  const found = people.map(({ id, displayName }) => ({ value: String(id), label: displayName }));
  const isListed = found.some(({ value }) => value === chosen?.value);
  return (
    <Select
      size="xs"
      w={220}
      aria-label={label}
      placeholder={everybody}
      nothingFoundMessage={t('admin.people.none')}
      searchable
      clearable
      clearButtonProps={{ 'aria-label': everybody }}
      value={chosen?.value ?? null}
      searchValue={typed}
      onSearchChange={setTyped}
      filter={({ options }) => options}
      data={chosen === undefined || isListed ? found : [chosen, ...found]}
      onChange={(value, option) => {
        setChosen(option ?? undefined);
        onChange(value === null ? undefined : Number(value));
      }}
    />
  );
};
