import { Badge, Card, Group, Stack, Text, Title, Typography } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Comment } from '../../../../src/client/index.ts';
import { Person } from '../../../ui/person.tsx';
import { When } from '../../../ui/when.tsx';
import { commentsQuery } from '../cases.queries.ts';

/** What people said about a case. */
export const Comments = ({ caseId }: { readonly caseId: number }) => {
  const { t } = useTranslation();
  const { data = [] } = useQuery(commentsQuery(caseId));
  return (
    <Stack component="section" gap="sm">
      <Title order={2} size="h5">
        {t('case.comments')}
      </Title>
      {data.map((comment) => (
        <OneComment key={comment.id} comment={comment} />
      ))}
    </Stack>
  );
};

const OneComment = ({ comment }: { readonly comment: Comment }) => {
  const { t } = useTranslation();
  return (
    <Card component="article" withBorder padding="sm" id={`comment-${comment.id}`}>
      <Group gap="xs" mb={4}>
        <Text size="sm" fw={600} component="div">
          <Person name={comment.author?.displayName ?? ''} />
        </Text>
        <Text size="xs" c="dimmed">
          <When at={comment.createdAt} />
        </Text>
        {comment.isInternal && (
          <Badge size="sm" color="yellow" variant="light" tt="none">
            {t('case.internal')}
          </Badge>
        )}
      </Group>
      {comment.deletedAt === null ? (
        <Typography fz="sm">
          {/* biome-ignore lint/security/noDangerouslySetInnerHtml: the server cleans comments when they are written */}
          <div dangerouslySetInnerHTML={{ __html: comment.html ?? '' }} />
        </Typography>
      ) : (
        <Text size="sm" c="dimmed">
          {t('case.deletedComment')}
        </Text>
      )}
    </Card>
  );
};
