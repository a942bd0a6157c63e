import { useEffect, useEffectEvent } from 'react';
import { unlistedOf } from './unlisted-of.ts';
import type { Selection } from './use-selection.ts';

interface ListedNow {
  readonly selection: Selection;
  readonly query: string;
  /** How many cases the list has, when that is known. */
  readonly total: number | undefined;
  /** When the list was read. */
  readonly readAt: number;
}

/**
 * Drops from a selection what the list has no longer once it is read anew, whoever changed that: nobody changes cases
 * that they do not see selected. Those that are merely out of sight stay.
 */
export const useDropUnlisted = ({ selection, query, total, readAt }: ListedNow): void => {
  const { isAll, clear } = selection;
  const check = useEffectEvent(async (): Promise<void> => {
    const { cases, drop } = selection;
    if (isAll || cases.length === 0) return;
    // What cannot be asked now is asked when the list is read the next time.
    drop(
      await unlistedOf(
        cases.map(({ id }) => id),
        query,
      ).catch(() => new Set<number>()),
    );
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: that it was read anew is what it is about
  useEffect(() => void check(), [readAt]);
  const isNothing = isAll && total === 0;
  useEffect(() => {
    if (isNothing) clear();
  });
};
