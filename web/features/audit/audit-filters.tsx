import { Group, Select } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { DayInput } from '../../ui/day-input.tsx';
import { dayIn } from '../../ui/times.ts';
import { PersonFilter } from '../people/person-filter.tsx';
import { type AuditFilter, auditKinds } from './audit.queries.ts';

interface AuditFiltersProps {
  readonly filter: AuditFilter;
  readonly onChange: (filter: AuditFilter) => void;
}

/** What an audit is about, whom, and when. */
export const AuditFilters = ({ filter, onChange }: AuditFiltersProps) => {
  const { t, i18n } = useTranslation();
  const day = (which: 'from' | 'to') => ({
    size: 'xs' as const,
    w: 150,
    'aria-label': t(`audit.${which}`),
    placeholder: t(`audit.${which}`),
    valueFormat: (value: string) => dayIn(value, i18n.language),
    clearable: true,
    clearButtonProps: { 'aria-label': t('audit.anyDay') },
    value: filter[which] ?? null,
    onChange: (value: string | null) => onChange({ ...filter, [which]: value ?? undefined }),
  });
  return (
    <Group gap="xs">
      <Select
        size="xs"
        w={180}
        aria-label={t('audit.kind')}
        placeholder={t('audit.everything')}
        clearable
        clearButtonProps={{ 'aria-label': t('audit.everything') }}
        value={filter.kind ?? null}
        onChange={(kind) => onChange({ ...filter, kind: kind ?? undefined })}
        data={auditKinds.map((value) => ({ value, label: t(`audit.kinds.${value}`) }))}
      />
      <PersonFilter
        label={t('audit.person')}
        everybody={t('key.everybody')}
        onChange={(userId) => onChange({ ...filter, userId })}
      />
      <DayInput {...day('from')} />
      <DayInput {...day('to')} />
    </Group>
  );
};
