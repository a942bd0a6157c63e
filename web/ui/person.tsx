import { Avatar, Group, Text } from '@mantine/core';

/** Those whose darkest shade can be read on their lightest. */
const COLOURS = ['indigo', 'violet', 'grape', 'pink', 'blue', 'pine'];

interface PersonProps {
  readonly name: string;
  readonly size?: number;
}

/** What makes an avatar of the initials of a name; the name itself is said beside it. */
export const initialsOf = (name: string) =>
  ({ name, color: 'initials', allowedInitialsColors: COLOURS, 'aria-hidden': true }) as const;

/** Somebody, by name, with the initials that stand for a picture. */
export const Person = ({ name, size = 20 }: PersonProps) => (
  <Group gap={6} wrap="nowrap" miw={0}>
    <Avatar {...initialsOf(name)} size={size} />
    <Text span inherit truncate>
      {name}
    </Text>
  </Group>
);
