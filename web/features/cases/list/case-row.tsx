import { Badge, Group, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Person } from '../../../ui/person.tsx';
import { When } from '../../../ui/when.tsx';
import type { ListedCase } from '../cases.queries.ts';
import { StatusBadge } from '../status-badge.tsx';
import styles from './case-row.module.css';

/** A case on one line. */
export const CaseRow = ({ case: each }: { readonly case: ListedCase }) => {
  const { t } = useTranslation();
  return (
    <Link to="/cases/$caseId" params={{ caseId: String(each.id) }} className={styles.row}>
      <Text span size="sm" c="dimmed" className={styles.number}>
        {each.id}
      </Text>
      <StatusBadge status={each.status} />
      <Group gap={6} wrap="nowrap" className={styles.title}>
        <Text span size="sm" truncate data-closed={each.status.isClosed || undefined}>
          {each.title}
        </Text>
        {each.tags.slice(0, 3).map((tag) => (
          <Badge key={tag} variant="default" size="sm" tt="none" fw={500} visibleFrom="md">
            {tag}
          </Badge>
        ))}
      </Group>
      <Text span size="sm" c="dimmed" className={styles.wide}>
        {each.priority.name}
      </Text>
      <Text span size="sm" className={styles.wide}>
        {each.assignee === null ? (
          <span className={styles.nobody}>{t('field.nobody')}</span>
        ) : (
          <Person name={each.assignee.displayName} />
        )}
      </Text>
      <Text span size="sm" c="dimmed" className={styles.when}>
        <When at={each.updatedAt} />
      </Text>
    </Link>
  );
};
