import { meQuery } from '../features/people/me.queries.ts';
import { queryClient } from '../server/query-client.ts';
import { router } from './router.tsx';

/**
 * Asks for who is signed in and for the code of the page, both at once and before anything needs them: on a slow
 * network each way to the server and back that waits for another one is felt.
 */
export const askAhead = (): void => {
  const location = router.latestLocation;
  if (location.pathname !== '/sign-in') void queryClient.prefetchQuery(meQuery);
  const [routes] = router.getMatchedRoutes(location.pathname);
  for (const route of routes) void router.loadRouteChunk(route);
};
