import { CloseButton, Group, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { replaced, termOn } from '../../query/query-edit.ts';
import { fieldNamed, keywordLabels, type QueryField, queryFields } from '../../query/query-fields.ts';
import { type QueryTerm, simpleTerms } from '../../query/query-terms.ts';
import { FilterPicker } from './filter-picker.tsx';
import styles from './filters.module.css';

/** What is asked for most often, and so is always there. */
const usual: readonly QueryField[] = ['status', 'assignee', 'priority', 'project', 'milestone', 'tag'];
/** What is chosen from a list as well, when a query asks for it. */
const listed: readonly QueryField[] = ['space', 'section', 'reporter', 'creator', 'recipient'];

interface FilterBarProps {
  readonly query: string;
  readonly spaceId: number | undefined;
  readonly onChange: (query: string) => void;
}

/** The conditions of a query, one by one: chosen from lists, and taken away. */
export const FilterBar = ({ query, spaceId, onChange }: FilterBarProps) => {
  const { t } = useTranslation();
  const terms = simpleTerms(query);
  const pickable = [...usual, ...(spaceId === undefined ? ['space' as const] : []), ...listed.slice(1)];
  const picked = pickable.filter((field) => usual.includes(field) || termOn(query, field) !== undefined);
  const isPicked = (term: QueryTerm): boolean => picked.some((field) => termOn(query, field)?.start === term.start);
  return (
    <Group gap={0} role="group" className={styles.filters} aria-label={t('list.filters')}>
      {picked.map((field) => (
        <FilterPicker key={field} field={field} query={query} spaceId={spaceId} onChange={onChange} />
      ))}
      {terms
        .filter((term) => !isPicked(term))
        .map((term) => (
          <WrittenCondition
            key={term.start}
            term={term}
            text={query.slice(term.start, term.end)}
            onRemove={() => onChange(replaced(query, term))}
          />
        ))}
    </Group>
  );
};

interface WrittenConditionProps {
  readonly term: QueryTerm;
  readonly text: string;
  readonly onRemove: () => void;
}

/** A condition that is not chosen from a list: as it is written. */
const WrittenCondition = ({ term: { field, values, isNegated }, text, onRemove }: WrittenConditionProps) => {
  const { t } = useTranslation();
  const known = fieldNamed(field);
  const label = known === undefined ? field : t(queryFields[known]);
  const wordOf = (value: QueryTerm['values'][number]): string => {
    const keyword = known === undefined || value.isQuoted ? undefined : keywordLabels(known)[value.text.toLowerCase()];
    return keyword === undefined ? value.text : t(keyword);
  };
  return (
    <Group gap={6} wrap="nowrap" className={styles.filter} data-chosen>
      <Text span size="sm" c="dimmed">
        {isNegated ? t('list.not', { label }) : label}
      </Text>
      <Text span size="sm" fw={550} maw={180} truncate>
        {values.map(wordOf).join(', ')}
      </Text>
      <CloseButton size={24} iconSize={14} aria-label={t('list.remove', { condition: text })} onClick={onRemove} />
    </Group>
  );
};
