import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query';
import { isSignedOut } from './refusal.ts';

/** The event stream tells what has changed, so what was read stays fresh until then. */
const FRESH_MS = 5 * 60_000;

const listeners = new Set<() => void>();

/** Is told when the server says that nobody is signed in any more; answers what ends that. */
export const onSignedOut = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

const onError = (error: unknown): void => {
  if (!isSignedOut(error)) return;
  for (const listener of listeners) listener();
};

/** What was read from the server and is kept while the page is open. */
export const queryClient = new QueryClient({
  queryCache: new QueryCache({ onError }),
  mutationCache: new MutationCache({ onError }),
  defaultOptions: {
    // The client itself tries again what may only have failed this time.
    queries: { staleTime: FRESH_MS, retry: false, refetchOnWindowFocus: false },
    mutations: { retry: false },
  },
});
