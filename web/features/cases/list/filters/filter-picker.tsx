import { CloseButton, Group, Text } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import type { TFunction } from 'i18next';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { matching, type PickOption } from '../../../../ui/pick/option.ts';
import { PickMany } from '../../../../ui/pick/pick-many.tsx';
import { termOn, withValues, writtenValue } from '../../query/query-edit.ts';
import { keywordLabels, keywordsOf, type QueryField, queryFields } from '../../query/query-fields.ts';
import type { TermValue } from '../../query/query-tokens.ts';
import styles from './filters.module.css';
import { useFieldOptions } from './use-field-options.ts';

interface FilterPickerProps {
  readonly field: QueryField;
  readonly query: string;
  readonly spaceId: number | undefined;
  readonly onChange: (query: string) => void;
}

/** A condition as a choice of its values: it is written into the query, and read from it. */
export const FilterPicker = ({ field, query, spaceId, onChange }: FilterPickerProps) => {
  const { t } = useTranslation();
  const [isWanted, setWanted] = useState(false);
  const [typed, setTyped] = useState('');
  const { options, isLoading } = useFieldOptions({ field: isWanted ? field : undefined, spaceId, typed });
  const label = t(queryFields[field]);
  const values = (termOn(query, field)?.values ?? []).map((value) => optionFor({ field, value, options, t }));
  const chosen = values.map((value) => value.label).join(', ');
  return (
    <Group gap={0} wrap="nowrap" className={styles.filter} data-chosen={values.length > 0 || undefined}>
      <PickMany
        label={label}
        chosen={chosen || t('list.any')}
        options={matching(options, typed)}
        values={values}
        isLoading={isLoading}
        onOpen={() => setWanted(true)}
        onSearch={setTyped}
        onPick={(picked) =>
          onChange(
            withValues(
              query,
              field,
              picked.map(({ value }) => value),
            ),
          )
        }
      >
        <Group gap={4} wrap="nowrap" component="span">
          <Text span size="sm" c="dimmed">
            {label}
          </Text>
          {values.length > 0 && (
            <Text span size="sm" fw={550} maw={180} truncate>
              {chosen}
            </Text>
          )}
          <IconChevronDown size={13} aria-hidden />
        </Group>
      </PickMany>
      {values.length > 0 && (
        <CloseButton
          size={24}
          iconSize={14}
          aria-label={t('list.remove', { condition: `${label}: ${chosen}` })}
          onClick={() => onChange(withValues(query, field, []))}
        />
      )}
    </Group>
  );
};

interface Asked {
  readonly field: QueryField;
  readonly value: TermValue;
  readonly options: readonly PickOption[];
  readonly t: TFunction;
}

const optionFor = ({ field, value: { text, isQuoted }, options, t }: Asked): PickOption => {
  const value = isQuoted ? writtenValue(text, keywordsOf(field)) : text;
  const label = isQuoted ? undefined : keywordLabels(field)[text];
  return options.find((option) => option.value === value) ?? { value, label: label === undefined ? text : t(label) };
};
