import { QueryClient } from '@tanstack/react-query';

/** The event stream tells what has changed, so what was read stays fresh until then. */
const FRESH_MS = 5 * 60_000;

/** What was read from the server and is kept while the page is open. */
export const queryClient = new QueryClient({
  defaultOptions: {
    // The client itself tries again what may only have failed this time.
    queries: { staleTime: FRESH_MS, retry: false, refetchOnWindowFocus: false },
    mutations: { retry: false },
  },
});
