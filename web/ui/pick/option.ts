import type { ReactNode } from 'react';

/** Something that can be chosen. */
export interface PickOption {
  readonly value: string;
  /** In words: what is searched, and what is read out. */
  readonly label: string;
  /** How it looks; its words unless told. */
  readonly look?: ReactNode;
}

/** The options whose words have what was typed. */
export const matching = (options: readonly PickOption[], typed: string): readonly PickOption[] => {
  const wanted = typed.trim().toLocaleLowerCase();
  return options.filter(({ label }) => label.toLocaleLowerCase().includes(wanted));
};
