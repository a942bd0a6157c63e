import { type QueryClient, queryOptions, useQuery } from '@tanstack/react-query';
import { casekeep } from '../../server/casekeep.ts';

/** What the workspace is called, and whether it sends mail: also for those who are not signed in. */
const workspaceQuery = queryOptions({
  queryKey: ['workspace'],
  queryFn: ({ signal }) => casekeep.getWorkspace({}, { signal }),
});

/** What the workspace is called; the name of the product as long as that is not known. */
export const useWorkspaceName = (): string => useQuery(workspaceQuery).data?.name ?? 'Casekeep';

/** Whether the server sends mail; not as long as that is not known. */
export const useSendsMail = (): boolean => useQuery(workspaceQuery).data?.sendsMail ?? false;

/** Pages wait for the name, so that it does not change before one's eyes; they go on without it when it cannot be read. */
export const readWorkspace = async (queryClient: QueryClient): Promise<void> => {
  await queryClient.ensureQueryData(workspaceQuery).catch(() => undefined);
};
