import { useSyncExternalStore } from 'react';

const listeners = new Set<() => void>();
let isPrinting = false;

const tell = (now: boolean): void => {
  isPrinting = now;
  for (const each of listeners) each();
};

// Browsers tell of paper in one of these ways, or in both.
addEventListener('beforeprint', () => tell(true));
addEventListener('afterprint', () => tell(false));
matchMedia('print').addEventListener('change', ({ matches }) => tell(matches));

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

/** Whether what is drawn is for paper. */
export const usePrinting = (): boolean => useSyncExternalStore(subscribe, () => isPrinting);
