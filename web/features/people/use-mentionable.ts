import { useQueryClient } from '@tanstack/react-query';
import type { User } from '../../../src/client/index.ts';
import { peopleOfSpaceQuery } from './people-of-space.queries.ts';

/** Finds people who can see a space, for the completion of mentions; nobody when that cannot be asked now. */
export const useMentionable = (spaceId: number): ((typed: string) => Promise<readonly User[]>) => {
  const queryClient = useQueryClient();
  return (typed) => queryClient.fetchQuery(peopleOfSpaceQuery(spaceId, typed)).catch(() => []);
};
