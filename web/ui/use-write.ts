import { notifications } from '@mantine/notifications';
import { type QueryKey, useMutation, useQueryClient } from '@tanstack/react-query';
import { useTellFailure } from './use-tell-failure.ts';

interface Write<Wanted, Result> {
  readonly write: (wanted: Wanted) => Promise<Result>;
  /** What was read before and is not so any more, as the beginnings of query keys. */
  readonly outdates: readonly QueryKey[];
  /** What to tell when it is done; nothing where one sees it anyway. */
  readonly told?: string;
  readonly onDone?: (result: Result) => void;
  /** Whoever shows refusals itself, for example at a field, has them not told twice. */
  readonly isRefusalShown?: boolean;
}

/** Something to change on the server: what it changes is read anew, and a refusal is told in the server's words. */
export const useWrite = <Wanted = void, Result = unknown>(options: Write<Wanted, Result>) => {
  const { write, outdates, told, onDone, isRefusalShown = false } = options;
  const tellFailure = useTellFailure();
  const queryClient = useQueryClient();
  const readAnew = () => Promise.all(outdates.map((queryKey) => queryClient.invalidateQueries({ queryKey })));
  return useMutation({
    mutationFn: write,
    onSuccess: (result) => {
      if (told !== undefined) notifications.show({ message: told });
      onDone?.(result);
    },
    onError: (error) => {
      if (isRefusalShown) return;
      tellFailure(error);
    },
    onSettled: readAnew,
  });
};
