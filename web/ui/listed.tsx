import { Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { FailureNotice } from './failure-notice.tsx';
import { Loading } from './loading.tsx';

interface ListedProps {
  readonly list: { readonly isPending: boolean; readonly error: unknown; readonly refetch: () => unknown };
  readonly isEmpty: boolean;
  /** What to say when there is none. */
  readonly empty: string;
  readonly children: ReactNode;
}

/** A list that is on its way, could not be read, is empty, or is there. */
export const Listed = ({ list, isEmpty, empty, children }: ListedProps) => {
  if (list.isPending) return <Loading />;
  if (list.error) return <FailureNotice error={list.error} onRetry={() => void list.refetch()} />;
  if (!isEmpty) return children;
  return (
    <Text c="dimmed" size="sm">
      {empty}
    </Text>
  );
};
