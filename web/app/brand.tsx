import { Group, Image, Text } from '@mantine/core';
import { useWorkspaceName } from '../features/workspace/workspace.queries.ts';
import { AnchorTo } from '../ui/links.tsx';

/** The name of the workspace, which leads home. */
export const Brand = () => {
  const name = useWorkspaceName();
  return (
    <AnchorTo to="/" underline="never" c="inherit" miw={0}>
      <Group gap={8} wrap="nowrap" miw={0}>
        <Image src="/icon.svg" w={22} h={22} flex="none" alt="" />
        <Text fw={650} truncate>
          {name}
        </Text>
      </Group>
    </AnchorTo>
  );
};
