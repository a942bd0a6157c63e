import { Group, Text } from '@mantine/core';
import type { ReactNode } from 'react';

interface PropertyProps {
  /** What commands find it by, where one can change it. */
  readonly name?: string;
  readonly label: string;
  readonly children: ReactNode;
}

/** A property with its name beside it. */
export const Property = ({ name, label, children }: PropertyProps) => (
  <Group gap="xs" wrap="nowrap" align="flex-start" mih={28} data-property={name}>
    <Text size="xs" c="dimmed" w={104} pt={5} style={{ flexShrink: 0 }}>
      {label}
    </Text>
    <Text size="sm" component="div" miw={0} mih={28} style={{ flexGrow: 1, display: 'flex', alignItems: 'center' }}>
      {children}
    </Text>
  </Group>
);
