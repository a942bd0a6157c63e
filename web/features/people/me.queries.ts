import { queryOptions, useSuspenseQuery } from '@tanstack/react-query';
import type { Me } from '../../../src/client/index.ts';
import { casekeep } from '../../server/casekeep.ts';

export const meQuery = queryOptions({ queryKey: ['me'], queryFn: ({ signal }) => casekeep.getMe({}, { signal }) });

/** Who is signed in; for pages that only they see. */
export const useMe = (): Me => useSuspenseQuery(meQuery).data;
