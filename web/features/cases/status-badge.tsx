import { Badge } from '@mantine/core';
import { IconCircle, IconCircleCheckFilled } from '@tabler/icons-react';

interface StatusBadgeProps {
  readonly status: { readonly name: string; readonly isClosed: boolean };
}

/** A status, with a sign for whether it is a closed one, so that colour alone says nothing. */
export const StatusBadge = ({ status: { name, isClosed } }: StatusBadgeProps) => (
  <Badge
    variant="light"
    color={isClosed ? 'gray' : 'pine'}
    size="md"
    tt="none"
    maw="100%"
    leftSection={isClosed ? <IconCircleCheckFilled size={12} aria-hidden /> : <IconCircle size={12} aria-hidden />}
  >
    {name}
  </Badge>
);
