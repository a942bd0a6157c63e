import { queryOptions } from '@tanstack/react-query';
import { casekeep } from '../../server/casekeep.ts';

/** What is configured in a space changes seldom, and the event stream tells of it. */
const configured = { staleTime: Number.POSITIVE_INFINITY };

/** The milestones of a project of a space, in their order. */
export const milestonesQuery = (spaceId: number, projectId: number) =>
  queryOptions({
    ...configured,
    queryKey: ['space', spaceId, 'milestones', projectId],
    queryFn: async ({ signal }) => (await casekeep.listMilestones({ projectId }, { signal })).items,
  });
