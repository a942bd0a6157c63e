import { Group, Kbd } from '@mantine/core';

const isMac = /Mac|iPhone|iPad/u.test(navigator.userAgent);
const names: Readonly<Record<string, string>> = { mod: isMac ? '⌘' : 'Ctrl', shift: '⇧', enter: '⏎' };

/** The keys of a shortcut, as they are written on the keyboard. */
export const Keys = ({ keys }: { readonly keys: string }) => (
  <Group gap={4} wrap="nowrap" component="span">
    {keysOf(keys).map((key) => (
      <Kbd key={key} size="xs">
        {names[key] ?? key.toUpperCase()}
      </Kbd>
    ))}
  </Group>
);

/** A question mark is one key to whoever types it. */
const keysOf = (keys: string): readonly string[] => (keys === 'shift+?' ? ['?'] : keys.split('+'));
