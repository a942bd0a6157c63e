import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { Comment, Likes } from '../../../src/client/index.ts';
import { casekeep } from '../../server/casekeep.ts';
import { useTellFailure } from '../../ui/use-tell-failure.ts';
import { LikeToggle } from '../likes/like-toggle.tsx';
import { commentsQuery } from './comments.queries.ts';

/** Likes a comment, or takes that back. */
export const LikeButton = ({ comment }: { readonly comment: Comment }) => {
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
  return <LikeToggle likes={{ count, liked }} onToggle={() => toggle.mutate()} />;
};
