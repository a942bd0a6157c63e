import { Badge, Button, Card, Group, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Comment, Me } from '../../../src/client/index.ts';
import { Person } from '../../ui/person.tsx';
import { RichText } from '../../ui/rich-text/rich-text.tsx';
import { hasDraft, useDraft } from '../../ui/use-draft.ts';
import { When } from '../../ui/when.tsx';
import { useMe } from '../people/me.queries.ts';
import { answerKey, CommentComposer } from './comment-composer.tsx';
import { CommentEditor } from './comment-editor.tsx';
import { CommentMenu } from './comment-menu.tsx';
import styles from './comments.module.css';
import { LikeButton } from './like-button.tsx';
import { useMarked } from './use-marked.ts';

interface CommentCardProps {
  readonly comment: Comment;
  readonly spaceId: number;
}

/** What somebody said, and what one can do about it. */
export const CommentCard = ({ comment, spaceId }: CommentCardProps) => {
  const { t } = useTranslation();
  const me = useMe();
  const may = mayWith(me, spaceId, comment);
  const [draft, keep] = useDraft<string>(`${me.id}:comment-${comment.id}`);
  const [isAnswering, setAnswering] = useState(() => hasDraft(answerKey(me.id, comment.caseId, comment.id)));
  const marked = useMarked(`comment-${comment.id}`);
  const isDeleted = comment.deletedAt !== null;
  return (
    <Stack gap="xs">
      <Card
        {...marked}
        component="article"
        withBorder
        padding="sm"
        className={styles.comment}
        data-internal={comment.isInternal || undefined}
      >
        <Group gap="xs" mb={4} justify="space-between" wrap="nowrap">
          <CommentHead comment={comment} />
          {!isDeleted && (
            <Group gap={2} wrap="nowrap">
              <LikeButton comment={comment} />
              <CommentMenu
                comment={comment}
                mayEdit={may.edit}
                mayDelete={may.delete}
                onEdit={() => keep(comment.text ?? '')}
              />
            </Group>
          )}
        </Group>
        {isDeleted ? (
          <Text size="sm" c="dimmed">
            {t('case.deletedComment')}
          </Text>
        ) : draft !== undefined && may.edit ? (
          <CommentEditor
            comment={comment}
            spaceId={spaceId}
            draft={draft}
            onType={keep}
            onClose={() => keep(undefined)}
          />
        ) : (
          <RichText fz="sm" html={comment.html ?? ''} />
        )}
        {!isDeleted && may.answer && !isAnswering && draft === undefined && (
          <Group mt={4}>
            <Button size="compact-xs" variant="subtle" color="gray" onClick={() => setAnswering(true)}>
              {t('comment.answer')}
            </Button>
          </Group>
        )}
      </Card>
      {isAnswering && (
        <div className={styles.answers}>
          <CommentComposer
            caseId={comment.caseId}
            spaceId={spaceId}
            parentId={comment.id}
            mayBeInternal={may.writeInternal && !comment.isInternal}
            isOpen
            onClose={() => setAnswering(false)}
          />
        </div>
      )}
    </Stack>
  );
};

const CommentHead = ({ comment }: { readonly comment: Comment }) => {
  const { t } = useTranslation();
  return (
    <Group gap="xs">
      <Text size="sm" fw={600} component="div">
        <Person name={comment.author?.displayName ?? ''} picture={comment.author?.avatarUrl} />
      </Text>
      <Text size="xs" c="dimmed">
        <When at={comment.createdAt} />
        {comment.editedAt !== null && ` · ${t('comment.edited')}`}
      </Text>
      {comment.isInternal && (
        <Badge size="sm" variant="default" tt="none">
          {t('case.internal')}
        </Badge>
      )}
    </Group>
  );
};

/** What somebody may do with a comment, as the server will decide. */
const mayWith = (me: Me, spaceId: number, { authorId }: Comment) => {
  const held = new Set(me.spaces.find(({ id }) => id === spaceId)?.rights);
  const isOwn = authorId === me.id;
  const mayComment = held.has('CreateComment');
  return {
    answer: mayComment,
    edit: mayComment && (isOwn || held.has('AdminEntityUpdate')),
    delete: mayComment && (isOwn || (held.has('Delete') && held.has('AdminEntityUpdate'))),
    writeInternal: held.has('InternalComments'),
  };
};
