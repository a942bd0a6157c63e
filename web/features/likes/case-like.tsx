import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { Likes } from '../../../src/client/index.ts';
import { casekeep } from '../../server/casekeep.ts';
import { useTellFailure } from '../../ui/use-tell-failure.ts';
import { LikeToggle } from './like-toggle.tsx';
import { caseLikesQuery } from './likes.queries.ts';

/** Likes a case, or takes that back. */
export const CaseLike = ({ caseId }: { readonly caseId: number }) => {
  const queryClient = useQueryClient();
  const tellFailure = useTellFailure();
  const { queryKey, ...asked } = caseLikesQuery(caseId);
  const { data: likes = { count: 0, liked: false } } = useQuery({ queryKey, ...asked });
  const show = (shown: Likes): void => {
    queryClient.setQueryData(queryKey, shown);
  };
  const { mutate } = useMutation({
    mutationFn: () => casekeep[likes.liked ? 'unlikeCase' : 'likeCase']({ caseId }),
    onMutate: () => show({ count: likes.count + (likes.liked ? -1 : 1), liked: !likes.liked }),
    onSuccess: show,
    onError: (error) => {
      show(likes);
      tellFailure(error);
    },
  });
  return <LikeToggle likes={likes} onToggle={() => mutate()} />;
};
