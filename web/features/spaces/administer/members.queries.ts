import { queryOptions } from '@tanstack/react-query';
import { casekeep } from '../../../server/casekeep.ts';

/** How many people are offered at once. */
const OFFERED_PEOPLE = 20;

/** Everybody whose role in a space was given to them. */
export const membersQuery = (spaceId: number) =>
  queryOptions({
    queryKey: ['space', spaceId, 'members'],
    queryFn: ({ signal }) => casekeep.listMembers({ spaceId, limit: 200 }, { signal }).toArray(),
  });

/** People by parts of their names, whatever they can see. */
export const anybodyQuery = (search: string) =>
  queryOptions({
    queryKey: ['users', 'anybody', search],
    queryFn: async ({ signal }) => {
      const words = search === '' ? {} : { search };
      return (await casekeep.listUsers({ limit: OFFERED_PEOPLE, ...words }, { signal })).items;
    },
  });
