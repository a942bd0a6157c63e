import { useTranslation } from 'react-i18next';
import type { PickOption } from '../../../ui/pick/option.ts';
import type { Writing } from '../query/completion.ts';
import { type QueryField, queryFields } from '../query/query-fields.ts';
import { sortKeys } from '../query/query-sort.ts';
import { useFieldOptions } from './filters/use-field-options.ts';

/** How many completions are offered. */
const MOST = 12;

/** What could stand where somebody is writing: names of fields, or values of one. */
export const useCompletion = (writing: Writing | undefined, spaceId: number | undefined): readonly PickOption[] => {
  const { t } = useTranslation();
  const { field, typed = '' } = writing ?? {};
  const { options } = useFieldOptions({ field, spaceId, typed });
  if (writing === undefined) return [];
  const wanted = typed.toLowerCase();
  if (field === undefined) return fieldOptions(wanted, (name) => t(queryFields[name]));
  const all = field === 'sort' ? sortOptions() : options;
  return all.filter(({ value, label }) => `${value}\n${label}`.toLowerCase().includes(wanted)).slice(0, MOST);
};

const fieldOptions = (typed: string, labelOf: (field: QueryField) => string): readonly PickOption[] =>
  (Object.keys(queryFields) as QueryField[])
    .map((field) => ({ value: `${field}:`, label: labelOf(field) }))
    .filter(({ value, label }) => value.toLowerCase().startsWith(typed) || label.toLowerCase().startsWith(typed))
    .slice(0, MOST);

const sortOptions = (): readonly PickOption[] =>
  sortKeys.flatMap((key) => [`-${key}`, key]).map((value) => ({ value, label: value }));
