import { useCombobox } from '@mantine/core';
import { useState } from 'react';

interface UsePick {
  /** Hears what is typed, for options that the server searches. */
  readonly onSearch?: ((typed: string) => void) | undefined;
  readonly onOpen?: (() => void) | undefined;
  readonly onClosed?: () => void;
}

/** A list of options that opens, is searched by typing, and forgets what was typed when it closes. */
export const usePick = ({ onSearch, onOpen, onClosed }: UsePick) => {
  const [typed, setTyped] = useState('');
  const combobox = useCombobox({
    onDropdownOpen: () => {
      onOpen?.();
      combobox.focusSearchInput();
    },
    onDropdownClose: () => {
      combobox.resetSelectedOption();
      combobox.focusTarget();
      type('');
      onClosed?.();
    },
  });
  const type = (text: string): void => {
    setTyped(text);
    onSearch?.(text);
    combobox.resetSelectedOption();
  };
  return { combobox, typed, type };
};
