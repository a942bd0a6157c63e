import { Avatar, Group, Text } from '@mantine/core';

/** Those whose darkest shade can be read on their lightest. */
const COLOURS = ['indigo', 'violet', 'grape', 'pink', 'blue', 'pine'];

interface PersonProps {
  readonly name: string;
  /** Where the picture is; the initials are shown without one. */
  readonly picture?: string | null | undefined;
  readonly size?: number;
}

/** What makes an avatar of a picture, or of the initials of a name; the name itself is said beside it. */
export const initialsOf = (name: string, picture: string | null = null) =>
  ({ src: picture, name, color: 'initials', allowedInitialsColors: COLOURS, 'aria-hidden': true }) as const;

/** Somebody, by name, with their picture or the initials that stand for it. */
export const Person = ({ name, picture, size = 20 }: PersonProps) => (
  <Group gap={6} wrap="nowrap" miw={0}>
    <Avatar {...initialsOf(name, picture)} size={size} />
    <Text span inherit truncate>
      {name}
    </Text>
  </Group>
);
