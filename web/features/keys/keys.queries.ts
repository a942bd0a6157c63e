import { infiniteQueryOptions } from '@tanstack/react-query';
import { casekeep } from '../../server/casekeep.ts';

export type KeyState = 'active' | 'all';

/** Somebody's keys, or one's own, the newest first, page by page. */
export const keysQuery = (userId: number | undefined, state: KeyState) =>
  infiniteQueryOptions({
    queryKey: ['keys', userId ?? 'own', state],
    queryFn: async ({ pageParam, signal }) => {
      const asked = { state, ...(pageParam === undefined ? {} : { cursor: pageParam }) };
      return userId === undefined
        ? await casekeep.listKeys(asked, { signal })
        : await casekeep.listUserKeys({ userId, ...asked }, { signal });
    },
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }) => next ?? undefined,
  });

/** The keys of everybody, or of one of them, for administrators. */
export const allKeysQuery = (userId: number | undefined, state: KeyState) =>
  infiniteQueryOptions({
    queryKey: ['keys', 'all', userId ?? null, state],
    queryFn: async ({ pageParam, signal }) => {
      const whose = userId === undefined ? {} : { userId };
      const cursor = pageParam === undefined ? {} : { cursor: pageParam };
      return await casekeep.listAllKeys({ state, ...whose, ...cursor }, { signal });
    },
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }) => next ?? undefined,
  });
