import { Badge } from '@mantine/core';
import { IconCircle, IconCircleCheckFilled } from '@tabler/icons-react';
import { inkOf, type StatusColor, tintOf } from './status-colors.ts';

interface StatusBadgeProps {
  readonly status: {
    readonly name: string;
    readonly isClosed: boolean;
    /** Without one, it follows from whether it is closed. */
    readonly color?: StatusColor | undefined;
  };
}

/** A status, with a sign for whether it is a closed one, so that colour alone says nothing. */
export const StatusBadge = ({ status: { name, isClosed, color } }: StatusBadgeProps) => (
  <Badge
    variant="light"
    color={isClosed ? 'gray' : 'pine'}
    {...(color == null ? {} : { bg: tintOf(color), c: inkOf(color) })}
    size="md"
    tt="none"
    maw="100%"
    attributes={{ label: { dir: 'auto' } }}
    leftSection={isClosed ? <IconCircleCheckFilled size={12} aria-hidden /> : <IconCircle size={12} aria-hidden />}
  >
    {name}
  </Badge>
);
