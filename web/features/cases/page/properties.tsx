import { Badge, Group, Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Person } from '../../../ui/person.tsx';
import type { FullCase } from '../cases.queries.ts';
import { StatusBadge } from '../status-badge.tsx';

/** What is known of a case beside its texts. */
export const Properties = ({ case: found }: { readonly case: FullCase }) => {
  const { t } = useTranslation();
  return (
    <Stack component="section" aria-label={t('case.properties')} gap="sm">
      <Property label={t('field.status')}>
        <StatusBadge status={found.status} />
      </Property>
      <Property label={t('field.priority')}>{found.priority.name}</Property>
      <Property label={t('field.assignee')}>
        {found.assignee === null ? t('field.nobody') : <Person name={found.assignee.displayName} />}
      </Property>
      <Property label={t('field.project')}>{found.project.title}</Property>
      <Property label={t('field.section')}>{found.section?.name ?? t('field.none')}</Property>
      <Property label={t('field.milestone')}>{found.milestone?.title ?? t('field.none')}</Property>
      <Property label={t('field.tags')}>
        <Group gap={4}>
          {found.tags.map((tag) => (
            <Badge key={tag} variant="default" tt="none" fw={500}>
              {tag}
            </Badge>
          ))}
        </Group>
      </Property>
      <Property label={t('field.reporter')}>
        <Person name={found.reporter.displayName} />
      </Property>
    </Stack>
  );
};

interface PropertyProps {
  readonly label: string;
  readonly children: ReactNode;
}

const Property = ({ label, children }: PropertyProps) => (
  <Group gap="xs" wrap="nowrap" align="center">
    <Text size="xs" c="dimmed" w={96} style={{ flexShrink: 0 }}>
      {label}
    </Text>
    <Text size="sm" component="div" miw={0}>
      {children}
    </Text>
  </Group>
);
