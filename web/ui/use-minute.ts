import { useSyncExternalStore } from 'react';

const MINUTE_MS = 60_000;

const listeners = new Set<() => void>();
let timer: ReturnType<typeof setInterval> | undefined;

/** One clock for all who want to know, which stands still while nobody does. */
const onMinute = (listener: () => void): (() => void) => {
  listeners.add(listener);
  timer ??= setInterval(() => {
    for (const each of listeners) each();
  }, MINUTE_MS);
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    clearInterval(timer);
    timer = undefined;
  };
};

const minute = (): number => Math.floor(Date.now() / MINUTE_MS);

/** The minute that it is, counted since 1970-01-01T00:00Z: whoever asks is drawn anew when it is over. */
export const useMinute = (): number => useSyncExternalStore(onMinute, minute);
