import { useEffect } from 'react';

/** When a page has come to rest, in milliseconds. */
const REST_MS = 1_500;

/** Loads what is wanted next in all probability, so that the first letters typed there are not lost while it comes. */
export const useAhead = (load: () => Promise<unknown>): void => {
  useEffect(() => {
    // What fails is loaded when it is wanted.
    const timer = setTimeout(() => void load().catch(() => undefined), REST_MS);
    return () => clearTimeout(timer);
  }, [load]);
};
