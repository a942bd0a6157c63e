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

/** The keys beside something that has a name of its own, which they are no part of. */
export const HiddenKeys = ({ keys }: { readonly keys: string }) => (
  <span aria-hidden>
    <Keys keys={keys} />
  </span>
);

/** A question mark is one key to whoever types it. */
const keysOf = (keys: string): readonly string[] => (keys === 'shift+?' ? ['?'] : keys.split('+'));
