import { queryOptions } from '@tanstack/react-query';
import { casekeep } from '../../../server/casekeep.ts';

/** All spaces that one sees, archived ones too. */
export const allSpacesQuery = queryOptions({
  queryKey: ['spaces', 'all'],
  queryFn: ({ signal }) => casekeep.listSpaces({}, { signal }).toArray(),
});

/** One space. */
export const spaceQuery = (spaceId: number) =>
  queryOptions({
    queryKey: ['space', spaceId, 'itself'],
    queryFn: ({ signal }) => casekeep.getSpace({ spaceId }, { signal }),
  });
