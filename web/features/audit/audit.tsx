import { Stack } from '@mantine/core';
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Listed } from '../../ui/listed.tsx';
import { MoreButton } from '../../ui/more-button.tsx';
import { Section } from '../../ui/section.tsx';
import { Things } from '../../ui/things.tsx';
import { type AuditFilter, auditQuery } from './audit.queries.ts';
import { AuditFilters } from './audit-filters.tsx';
import { AuditRow } from './audit-row.tsx';

/** Who signed in, and who changed people, keys and configuration. */
export const Audit = () => {
  const { t } = useTranslation();
  const [filter, setFilter] = useState<AuditFilter>({});
  const list = useInfiniteQuery({ ...auditQuery(filter), placeholderData: keepPreviousData });
  const entries = list.data?.pages.flatMap(({ items }) => items) ?? [];
  return (
    <Section title={t('admin.parts.audit')} hint={t('audit.intro')}>
      <AuditFilters filter={filter} onChange={setFilter} />
      <Listed list={list} isEmpty={entries.length === 0} empty={t('audit.none')}>
        <Stack gap="xs">
          <Things label={t('admin.parts.audit')}>
            {entries.map((entry) => (
              <AuditRow key={entry.id} entry={entry} />
            ))}
          </Things>
          <MoreButton list={list} />
        </Stack>
      </Listed>
    </Section>
  );
};
