import { queryOptions } from '@tanstack/react-query';

interface Readiness {
  readonly problem?: string;
  readonly warning?: string;
}

/** What the server says of itself; these two addresses stand beside the API, and need no key. */
export const healthQuery = queryOptions({
  queryKey: ['health'],
  queryFn: async ({ signal }) => {
    const [alive, ready] = await Promise.all([fetch('/healthz', { signal }), fetch('/readyz', { signal })]);
    const { problem, warning } = (await ready.json()) as Readiness;
    return { isAlive: alive.ok, isReady: ready.ok, problem, warning };
  },
  staleTime: 0,
});
