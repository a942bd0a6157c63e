import { type ComboboxStore, useCombobox } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import type { PickOption } from './option.ts';

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

/** As soon as something is typed, Enter takes the first option of those that are left. */
export const useFirstOption = (combobox: ComboboxStore, typed: string, options: readonly PickOption[]): void => {
  const latest = useRef(combobox);
  latest.current = combobox;
  const first = options[0]?.value;
  useEffect(() => {
    if (typed !== '' && first !== undefined) latest.current.selectFirstOption();
  }, [typed, first]);
};
