import { Group, Stack, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { FailureNotice } from '../../ui/failure-notice.tsx';
import { SpaceTabs } from './space-tabs.tsx';
import { spaceQuery } from './spaces.queries.ts';

interface SpacePageProps {
  readonly spaceId: number;
  /** What stands under the name of the space, above the page itself. */
  readonly tools?: ReactNode;
  readonly children: ReactNode;
}

/** A page of a space: its name, the other pages of it, and the page itself in what is left of the height. */
export const SpacePage = ({ spaceId, tools, children }: SpacePageProps) => {
  const { data: space, error, refetch } = useQuery(spaceQuery(spaceId));
  return (
    <Stack h="100%" gap={0}>
      <Stack gap="xs" p="sm">
        <Group gap="4px 16px">
          <Title order={1} size="h4">
            {space?.name ?? '\u00a0'}
          </Title>
          <SpaceTabs spaceId={spaceId} />
        </Group>
        {error === null ? tools : <FailureNotice error={error} onRetry={() => void refetch()} />}
      </Stack>
      {space !== undefined && children}
    </Stack>
  );
};
