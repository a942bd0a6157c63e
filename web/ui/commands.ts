import { useEffect, useId, useSyncExternalStore } from 'react';

/** Something that can be done from where one is: by its keys, and from the palette. */
export interface Command {
  readonly id: string;
  readonly label: string;
  /** What belongs together in the palette and on the sheet of shortcuts. */
  readonly group: string;
  /** "mod+K", "shift+?", "c"; "mod" is Ctrl or Command. Of several commands with the same keys the latest one has them. */
  readonly keys?: string | undefined;
  /** Whether it is about all that is selected: then it has its keys whatever else is offered later. */
  readonly isForSelection?: boolean;
  readonly run: () => void;
}

const registered = new Map<string, readonly Command[]>();
const listeners = new Set<() => void>();
let all: readonly Command[] = [];

/** What a command does is looked up when it is done: it may have changed since it was offered. */
const offered = (owner: string, command: Command): Command => ({
  ...command,
  run: () =>
    registered
      .get(owner)
      ?.find(({ id }) => id === command.id)
      ?.run(),
});

const changed = (): void => {
  all = withKeysOnce([...registered].flatMap(([owner, some]) => some.map((command) => offered(owner, command))));
  for (const listener of listeners) listener();
};

const withKeysOnce = (commands: readonly Command[]): readonly Command[] => {
  const inOrder = commands.toSorted(
    (one, other) => Number(one.isForSelection ?? false) - Number(other.isForSelection ?? false),
  );
  const owners = new Map(inOrder.map((command) => [command.keys, command]));
  return commands.map((command) => (owners.get(command.keys) === command ? command : { ...command, keys: undefined }));
};

const namesOf = (commands: readonly Command[] | undefined): string =>
  JSON.stringify(commands?.map(({ id, label, group, keys }) => [id, label, group, keys]));

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

/** Offers commands as long as the component that calls it is on the screen. */
export const useCommands = (commands: readonly Command[]): void => {
  const owner = useId();
  useEffect(() => {
    const before = registered.get(owner);
    registered.set(owner, commands);
    if (namesOf(before) !== namesOf(commands)) changed();
  });
  useEffect(
    () => () => {
      registered.delete(owner);
      changed();
    },
    [owner],
  );
};

/** Does a command that is offered now, as its keys do; nothing when it is not. */
export const runCommand = (id: string): void => all.find((command) => command.id === id)?.run();

/** All commands that can be done now. */
export const useOfferedCommands = (): readonly Command[] => useSyncExternalStore(subscribe, () => all);
