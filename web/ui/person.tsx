import { Avatar, Group, Text } from '@mantine/core';

/** Those whose darkest shade can be read on their lightest. */
const COLOURS = ['indigo', 'violet', 'grape', 'pink', 'blue', 'pine'];

interface PersonProps {
  readonly name: string;
  readonly size?: number;
}

/** Somebody, by name, with the initials that stand for a picture. */
export const Person = ({ name, size = 20 }: PersonProps) => (
  <Group gap={6} wrap="nowrap" miw={0}>
    <Avatar name={name} color="initials" allowedInitialsColors={COLOURS} size={size} aria-hidden />
    <Text span inherit truncate>
      {name}
    </Text>
  </Group>
);
