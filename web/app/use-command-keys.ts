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
    const root = document.documentElement;
    root.addEventListener('keydown', hear);
    root.addEventListener('keydown', chooseOnce, { capture: true });
    return () => {
      root.removeEventListener('keydown', hear);
      root.removeEventListener('keydown', chooseOnce, { capture: true });
    };
  }, []);
};

/** Enter that is held too long on what opens a menu does not choose its first item, too. */
const chooseOnce = (event: KeyboardEvent): void => {
  const isItem = event.target instanceof Element && event.target.closest('[role^=menuitem]') !== null;
  if (isItem && event.repeat && event.key === 'Enter') event.preventDefault();
};
