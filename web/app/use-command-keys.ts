import { useEffect, useEffectEvent } from 'react';
import type { Command } from '../ui/commands.ts';
import { isMeant } from './key-meaning.ts';

/** Does what the keys of commands say, wherever they mean something. */
export const useCommandKeys = (commands: readonly Command[]): void => {
  const hear = useEffectEvent((event: KeyboardEvent): void => {
    const command = commands.find(({ keys }) => keys !== undefined && isMeant(keys, event));
    if (command === undefined) return;
    event.preventDefault();
    command.run();
  });
  useEffect(() => {
    document.documentElement.addEventListener('keydown', hear);
    return () => document.documentElement.removeEventListener('keydown', hear);
  }, []);
};
