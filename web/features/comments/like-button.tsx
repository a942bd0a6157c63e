import { Button } from '@mantine/core';
import { IconThumbUp, IconThumbUpFilled } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Comment, Likes } from '../../../src/client/index.ts';
import { casekeep } from '../../server/casekeep.ts';
import { useTellFailure } from '../../ui/use-tell-failure.ts';
import { commentsQuery } from './comments.queries.ts';

/** Likes a comment, or takes that back. */
export const LikeButton = ({ comment }: { readonly comment: Comment }) => {
  const { t } = useTranslation();
  const queryClient = useQueryClient();
  const tellFailure = useTellFailure();
  const { queryKey } = commentsQuery(comment.caseId);
  const { count, liked } = comment.likes ?? { count: 0, liked: false };
  const show = (likes: Likes): void => {
    queryClient.setQueryData(queryKey, (now) =>
      now?.map((each) => (each.id === comment.id ? { ...each, likes } : each)),
    );
  };
  const toggle = useMutation({
    mutationFn: () => casekeep[liked ? 'unlikeComment' : 'likeComment']({ commentId: comment.id }),
    onMutate: () => show({ count: count + (liked ? -1 : 1), liked: !liked }),
    onSuccess: show,
    onError: (error) => {
      show({ count, liked });
      tellFailure(error);
    },
  });
  return (
    <Button
      size="compact-xs"
      variant="subtle"
      color={liked ? undefined : 'gray'}
      aria-pressed={liked}
      aria-label={t('comment.like', { count })}
      leftSection={liked ? <IconThumbUpFilled size={14} aria-hidden /> : <IconThumbUp size={14} aria-hidden />}
      onClick={() => toggle.mutate()}
    >
      {count}
    </Button>
  );
};
