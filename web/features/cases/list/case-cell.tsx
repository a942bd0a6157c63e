import { Badge, Group, Text } from '@mantine/core';
import { memo, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Person } from '../../../ui/person.tsx';
import { When } from '../../../ui/when.tsx';
import type { ListedCase } from '../list-request.ts';
import { StatusBadge } from '../status-badge.tsx';
import type { ColumnName } from './columns.ts';
import { DueDate } from './due-date.tsx';

interface CaseCellProps {
  readonly case: ListedCase;
  readonly column: Exclude<ColumnName, 'title'>;
}

const contents: Readonly<Record<CaseCellProps['column'], (each: ListedCase) => ReactNode>> = {
  id: ({ id }) => id,
  status: ({ status }) => <StatusBadge status={status} />,
  tags: ({ tags }) => <Tags tags={tags} />,
  space: ({ space }) => space.name,
  project: ({ project }) => project.title,
  section: ({ section }) => section?.name,
  milestone: ({ milestone }) => milestone?.title,
  dueAt: (each) => <DueDate case={each} />,
  priority: ({ priority }) => priority.name,
  assignee: ({ assignee }) =>
    assignee === null ? <Nobody /> : <Person name={assignee.displayName} picture={assignee.avatarUrl} />,
  reporter: ({ reporter }) => <Person name={reporter.displayName} picture={reporter.avatarUrl} />,
  creator: ({ creator }) => creator && <Person name={creator.displayName} picture={creator.avatarUrl} />,
  recipients: ({ recipients = [] }) => recipients.map(({ displayName }) => displayName).join(', '),
  commentCount: ({ commentCount }) => commentCount || '',
  attachmentCount: ({ attachmentCount }) => attachmentCount || '',
  createdAt: ({ createdAt }) => <When at={createdAt} />,
  updatedAt: ({ updatedAt }) => <When at={updatedAt} />,
};

/** What a column shows of a case. While a list scrolls, rows are drawn again and again, but their cases stay the same. */
export const CaseCell = memo(({ case: each, column }: CaseCellProps) => contents[column](each));

const Nobody = () => {
  const { t } = useTranslation();
  return (
    <Text inherit span c="dimmed">
      {t('field.nobody')}
    </Text>
  );
};

/** How many tags there is room for. */
const MOST_TAGS = 2;

const Tags = ({ tags }: { readonly tags: readonly string[] }) => (
  <Group gap={4} wrap="nowrap" miw={0}>
    {tags.slice(0, MOST_TAGS).map((tag) => (
      <Badge key={tag} variant="default" size="sm" tt="none" fw={500} miw={0}>
        {tag}
      </Badge>
    ))}
    {tags.length > MOST_TAGS && (
      <Text span size="xs" c="dimmed" title={tags.join(', ')}>
        +{tags.length - MOST_TAGS}
      </Text>
    )}
  </Group>
);
